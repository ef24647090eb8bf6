/** Literals, and JSON as parameters carry it. */
import { syntaxError, tokenize, type Token } from './lexer';
import type { Literal } from './syntax-tree';

/** The literal that one token stands for; undefined for what is not a literal. */
export function literalOf(token: Token): Literal | undefined {
    switch (token.kind) {
        case 'string':
            return { kind: 'string', value: token.text };
        case 'number':
            return { kind: 'number', value: Number(token.text) };
        case 'guid':
            return { kind: 'guid', value: token.text };
        case 'date':
            return { kind: 'date', value: token.text };
        case 'dateTime':
            return { kind: 'dateTime', value: token.text };
        case 'enum':
            return { kind: 'enum', type: token.type ?? '', value: token.text };
        case 'json':
            return { kind: 'json', value: parseLooseJson(token.text) };
        case 'identifier':
            if (token.text === 'null') return { kind: 'null' };
            if (token.text === 'true' || token.text === 'false')
                return { kind: 'boolean', value: token.text === 'true' };
            return undefined;
        case 'alias':
        case 'punctuation':
        case 'end':
            return undefined;
    }
}

/**
 * JSON whose strings may stand in single quotes, as in `{'@odata.id':'accounts(…)'}`.
 * @throws DataverseError 0x80060888
 */
export function parseLooseJson(text: string): unknown {
    const doubleQuoted = text.replace(/'((?:[^'\\]|\\.)*)'|"(?:[^"\\]|\\.)*"/g, (whole, inner: string | undefined) =>
        inner === undefined ? whole : JSON.stringify(inner),
    );
    for (const candidate of [text, doubleQuoted]) {
        try {
            return JSON.parse(candidate) as unknown;
        } catch {
            // The other reading may work; if none does, the error below says so.
        }
    }
    throw syntaxError('a JSON value is expected', 0, text);
}

/**
 * The value of a parameter alias, such as `@p1='x'` or `@p1=["lead"]`.
 * @throws DataverseError 0x80060888
 */
export function parseLiteral(text: string): Literal {
    const trimmed = text.trim();
    if (trimmed.startsWith('[')) {
        const items = parseLooseJson(trimmed);
        if (Array.isArray(items)) return { kind: 'list', items: items.map(literalOfJson) };
    }
    const tokens = tokenize(trimmed);
    const [first, second] = tokens;
    const literal = first && second?.kind === 'end' ? literalOf(first) : undefined;
    if (!literal) throw syntaxError('a literal value is expected', 0, text);
    return literal;
}

const GUID = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;

function literalOfJson(value: unknown): Literal {
    if (value === null) return { kind: 'null' };
    if (typeof value === 'string') {
        return GUID.test(value)
            ? { kind: 'guid', value: value.replace(/[{}]/g, '').toLowerCase() }
            : { kind: 'string', value };
    }
    if (typeof value === 'number') return { kind: 'number', value };
    if (typeof value === 'boolean') return { kind: 'boolean', value };
    return { kind: 'json', value };
}
