import { DynamicNumber, type DynamicContent } from '../../values';

/** The depth to which JSON may be nested. */
const greatestDepth = 64;

/** Text that is not JSON. */
export class JsonFault extends Error {}

/** Reads JSON as RFC 8259 has it. Numbers keep their digits, which `JSON.parse` does not do. */
class JsonReader {
    private index = 0;

    constructor(private readonly text: string) {}

    read(): DynamicContent {
        const content = this.readValue(0);
        this.skipSpace();
        if (this.index < this.text.length) {
            throw this.fault();
        }
        return content;
    }

    private fault(): JsonFault {
        return new JsonFault(`The text is not valid JSON at position ${this.index}.`);
    }

    private skipSpace(): void {
        while (/[ \t\r\n]/.test(this.text[this.index] ?? '')) {
            this.index += 1;
        }
    }

    private take(character: string): boolean {
        this.skipSpace();
        if (this.text[this.index] !== character) {
            return false;
        }
        this.index += 1;
        return true;
    }

    private expect(character: string): void {
        if (!this.take(character)) {
            throw this.fault();
        }
    }

    private readValue(depth: number): DynamicContent {
        if (depth > greatestDepth) {
            throw new JsonFault(`The JSON is nested more than ${greatestDepth} levels deep.`);
        }
        this.skipSpace();
        const character = this.text[this.index];
        if (character === '{') {
            return this.readObject(depth);
        }
        if (character === '[') {
            return this.readArray(depth);
        }
        if (character === '"') {
            return this.readText();
        }
        const word = /^(?:true|false|null)(?![\w$])/.exec(this.text.slice(this.index, this.index + 6));
        if (word) {
            this.index += word[0].length;
            return word[0] === 'null' ? null : word[0] === 'true';
        }
        return this.readNumber();
    }

    private readNumber(): DynamicNumber {
        const pattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
        pattern.lastIndex = this.index;
        const match = pattern.exec(this.text);
        if (!match) {
            throw this.fault();
        }
        this.index += match[0].length;
        if (/[\w.]/.test(this.text[this.index] ?? '')) {
            throw this.fault();
        }
        return new DynamicNumber(match[0]);
    }

    private readText(): string {
        const pattern = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y; // eslint-disable-line no-control-regex
        pattern.lastIndex = this.index;
        const match = pattern.exec(this.text);
        if (!match) {
            throw this.fault();
        }
        this.index += match[0].length;
        return JSON.parse(match[0]) as string;
    }

    private readArray(depth: number): readonly DynamicContent[] {
        this.expect('[');
        const items: DynamicContent[] = [];
        if (this.take(']')) {
            return items;
        }
        do {
            items.push(this.readValue(depth + 1));
        } while (this.take(','));
        this.expect(']');
        return items;
    }

    private readObject(depth: number): ReadonlyMap<string, DynamicContent> {
        this.expect('{');
        const fields = new Map<string, DynamicContent>();
        if (this.take('}')) {
            return fields;
        }
        do {
            this.skipSpace();
            if (this.text[this.index] !== '"') {
                throw this.fault();
            }
            const name = this.readText();
            this.expect(':');
            fields.set(name, this.readValue(depth + 1));
        } while (this.take(','));
        this.expect('}');
        return fields;
    }
}

/**
 * The content of JSON text.
 * @throws JsonFault when it is none.
 */
export function readJson(text: string): DynamicContent {
    return new JsonReader(text).read();
}
