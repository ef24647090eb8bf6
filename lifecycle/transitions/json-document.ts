/** Where something stands in a text; both count from 1. */
export interface Place {
    readonly line: number;
    readonly column: number;
}

/** A JSON value that remembers where it stands, so that what is wrong with it can be shown there. */
export type JsonNode = { readonly at: number } & (
    | { readonly kind: 'object'; readonly members: ReadonlyMap<string, JsonNode> }
    | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'null' }
);

/** The text stops being JSON here. */
export class JsonSyntaxError extends Error {
    constructor(
        /** Offset in the text, in characters. */
        readonly at: number,
        /** What stands there; empty at the end of the text. */
        readonly found: string,
    ) {
        super(`JSON: unexpected ${found === '' ? 'end of the text' : `"${found}"`} at offset ${at}.`);
    }
}

export function placeOf(text: string, at: number): Place {
    const before = text.slice(0, at).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const TEXT = /"(?:[^"\\]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

/**
 * Reads JSON (RFC 8259) with the place of every value; browsers' own parser tells neither those nor, in every browser,
 * where the text is broken. Of a member that is there twice the last one counts, as with `JSON.parse`.
 * @throws JsonSyntaxError where the text is no JSON
 */
export function readJson(text: string): JsonNode {
    let at = text.startsWith('\ufeff') ? 1 : 0;

    const skipSpace = (): void => {
        while (' \t\n\r'.includes(text[at] ?? 'x')) at += 1;
    };
    const fail = (): never => {
        throw new JsonSyntaxError(at, text.slice(at, at + 1));
    };
    const take = (pattern: RegExp): string => {
        pattern.lastIndex = at;
        const found = pattern.exec(text)?.[0];
        if (found === undefined) return fail();
        at += found.length;
        return found;
    };
    const accepts = (mark: string): boolean => {
        skipSpace();
        if (text[at] !== mark) return false;
        at += 1;
        return true;
    };
    const expect = (mark: string): void => {
        if (!accepts(mark)) fail();
    };
    const readText = (): string => {
        const start = at;
        const quoted = take(TEXT);
        try {
            return JSON.parse(quoted) as string;
        } catch {
            // A control character, a line break above all, that should have been escaped.
            at = start;
            return fail();
        }
    };

    const readObject = (start: number): JsonNode => {
        const members = new Map<string, JsonNode>();
        expect('{');
        if (accepts('}')) return { at: start, kind: 'object', members };
        do {
            skipSpace();
            const name = readText();
            expect(':');
            members.set(name, readValue());
        } while (accepts(','));
        expect('}');
        return { at: start, kind: 'object', members };
    };
    const readArray = (start: number): JsonNode => {
        const items: JsonNode[] = [];
        expect('[');
        if (accepts(']')) return { at: start, kind: 'array', items };
        do items.push(readValue());
        while (accepts(','));
        expect(']');
        return { at: start, kind: 'array', items };
    };
    const readValue = (): JsonNode => {
        skipSpace();
        const start = at;
        switch (text[at]) {
            case '{':
                return readObject(start);
            case '[':
                return readArray(start);
            case '"':
                return { at: start, kind: 'text', value: readText() };
            case 't':
            case 'f':
            case 'n': {
                const word = take(WORD);
                return word === 'null'
                    ? { at: start, kind: 'null' }
                    : { at: start, kind: 'boolean', value: word === 'true' };
            }
            default:
                return { at: start, kind: 'number', value: Number(take(NUMBER)) };
        }
    };

    const value = readValue();
    skipSpace();
    if (at < text.length) fail();
    return value;
}
