/** OData text in tokens. */
import { DataverseError, ErrorCode } from '../../errors';

export type TokenKind =
    | 'string'
    | 'number'
    | 'guid'
    | 'date'
    | 'dateTime'
    | 'enum'
    | 'identifier'
    | 'alias'
    | 'json'
    | 'punctuation'
    | 'end';

export interface Token {
    readonly kind: TokenKind;
    /** Decoded: a string's content, an enum's member. */
    readonly text: string;
    /** An enum's type. */
    readonly type?: string;
    readonly position: number;
    readonly end: number;
}

/** @param position counted from 0 */
export const syntaxError = (what: string, position: number, text: string): DataverseError =>
    new DataverseError(ErrorCode.UnknownResource, `Syntax error: ${what} at position ${position} in '${text}'.`, 400);

const GUID = /\{?([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})\}?(?![\w-])/y;
// A plus sign of an offset may have been read as a space by whoever decoded the address.
const DATE_TIME = /\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+\- ]\d\d:\d\d)?)?(?![\w-])/iy;
const NUMBER = /-?(?:\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|INF)[LlMmDdFf]?(?![\w-])/y;
const IDENTIFIER = /[A-Za-z_$][\w$]*(?:\.[A-Za-z_]\w*)*/y;
const ALIAS = /@[A-Za-z_]\w*/y;
const SPACE = /\s+/y;

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
    pattern.lastIndex = position;
    return pattern.exec(text);
}

/** @throws DataverseError 0x80060888 with the position of what cannot be read */
export function tokenize(text: string): readonly Token[] {
    const tokens: Token[] = [];
    let position = 0;
    while (position < text.length) {
        const space = matchAt(SPACE, text, position);
        if (space) {
            position += space[0].length;
            continue;
        }
        const token = readToken(text, position);
        tokens.push(token);
        position = token.end;
    }
    tokens.push({ kind: 'end', text: '', position, end: position });
    return tokens;
}

function readToken(text: string, position: number): Token {
    const character = text.charAt(position);
    if (character === "'" || character === '"') return readString(text, position);
    if (character === '{' && !matchAt(GUID, text, position)) return readJson(text, position);
    for (const [kind, pattern] of [
        ['guid', GUID],
        ['dateTime', DATE_TIME],
        ['number', NUMBER],
    ] as const) {
        const match = matchAt(pattern, text, position);
        if (!match) continue;
        const end = position + match[0].length;
        if (kind === 'guid') return { kind, text: (match[1] ?? '').toLowerCase(), position, end };
        if (kind === 'number') return { kind, text: match[0].replace(/[LlMmDdFf]$/, ''), position, end };
        return { kind: match[1] ? 'dateTime' : 'date', text: match[0].replace(' ', '+'), position, end };
    }
    const alias = matchAt(ALIAS, text, position);
    if (alias) return { kind: 'alias', text: alias[0], position, end: position + alias[0].length };
    const name = matchAt(IDENTIFIER, text, position);
    if (name) {
        const end = position + name[0].length;
        if (text.charAt(end) !== "'") return { kind: 'identifier', text: name[0], position, end };
        const member = readString(text, end);
        return { kind: 'enum', type: name[0], text: member.text, position, end: member.end };
    }
    if ('(),/:=[];*'.includes(character)) {
        return { kind: 'punctuation', text: character, position, end: position + 1 };
    }
    throw syntaxError(`character '${character}' is not valid`, position, text);
}

/** A quote within a string is written twice. */
function readString(text: string, position: number): Token {
    const quote = text.charAt(position);
    let value = '';
    for (let at = position + 1; at < text.length; at += 1) {
        const character = text.charAt(at);
        if (character !== quote) {
            value += character;
        } else if (text.charAt(at + 1) === quote) {
            value += quote;
            at += 1;
        } else {
            return { kind: 'string', text: value, position, end: at + 1 };
        }
    }
    throw syntaxError('there is an unterminated string literal', position, text);
}

/** An object as a parameter's value; the platform also takes single quotes in it. */
function readJson(text: string, position: number): Token {
    let depth = 0;
    let at = position;
    while (at < text.length) {
        const character = text.charAt(at);
        if (character === "'" || character === '"') {
            at = readString(text, at).end;
            continue;
        }
        if (character === '{') depth += 1;
        if (character === '}') depth -= 1;
        at += 1;
        if (depth === 0) return { kind: 'json', text: text.slice(position, at), position, end: at };
    }
    throw syntaxError("there is an unterminated '{'", position, text);
}
