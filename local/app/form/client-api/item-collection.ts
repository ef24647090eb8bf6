type Matches<Item> = (item: Item, index: number) => boolean;

/** A collection of the Client API: `get` by name, by index, by predicate, or all (Microsoft Learn, "Collections"). */
export class ItemCollection<Item> {
    /**
     * @param items asked anew at every call, so that the collection is always as the form is
     * @param nameOf the name `get('…')` looks for
     */
    constructor(
        private readonly items: () => readonly Item[],
        private readonly nameOf: (item: Item) => string,
    ) {}

    forEach(delegate: (item: Item, index: number) => void): void {
        this.items().forEach((item, index) => delegate(item, index));
    }

    get(nameOrIndex: string | number): Item | null;
    get<Subtype extends Item>(nameOrIndex: string | number): Subtype;
    get(predicate?: Matches<Item>): Item[];
    get(key?: string | number | Matches<Item>): Item | Item[] | null {
        const items = this.items();
        switch (typeof key) {
            case 'string':
                return items.find((item) => this.nameOf(item) === key) ?? null;
            case 'number':
                return items[key] ?? null;
            case 'function':
                return items.filter((item, index) => key(item, index));
            default:
                return [...items];
        }
    }

    getLength(): number {
        return this.items().length;
    }

    getByName(name: string): Item | null {
        return this.get(name);
    }

    getByIndex(index: number): Item | null {
        return this.get(index);
    }

    getByFilter(predicate: Matches<Item>): Item[] {
        return this.get(predicate);
    }

    getAll(): Item[] {
        return this.get();
    }
}
