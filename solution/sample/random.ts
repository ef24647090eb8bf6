/** A reproducible source of random choices: the same seed gives the same sequence on every machine. */
export class Random {
    constructor(private state: number) {}

    /** 0 ≤ x < 1 (Mulberry32). */
    next(): number {
        this.state = (this.state + 0x6d2b79f5) | 0;
        let bits = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
        bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
        return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
    }

    /** A whole number from `low` to `high`, both included. */
    integer(low: number, high: number): number {
        return low + Math.floor(this.next() * (high - low + 1));
    }

    chance(probability: number): boolean {
        return this.next() < probability;
    }

    pick<Item>(items: readonly Item[]): Item {
        const item = items[Math.floor(this.next() * items.length)];
        if (item === undefined) throw new RangeError('Cannot pick from an empty list.');
        return item;
    }

    /** Picks by weight. */
    weighted<Item extends { readonly share: number }>(items: readonly Item[]): Item {
        let left = this.next() * items.reduce((sum, item) => sum + item.share, 0);
        for (const item of items) {
            left -= item.share;
            if (left < 0) return item;
        }
        return this.pick(items);
    }

    digits(count: number): string {
        return Array.from({ length: count }, () => this.integer(0, 9)).join('');
    }

    /** A version 4 GUID in lower case. */
    guid(): string {
        const hex = Array.from({ length: 32 }, () => this.integer(0, 15).toString(16)).join('');
        const variant = (8 + (parseInt(hex.charAt(16), 16) % 4)).toString(16);
        return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
    }
}
