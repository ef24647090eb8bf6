/** What stands after a backslash. */
export type Escape =
    | { readonly kind: 'character'; readonly codePoint: number; readonly length: number }
    | { readonly kind: 'letterClass'; readonly letter: string; readonly length: number }
    | { readonly kind: 'category'; readonly category: string; readonly isNegated: boolean; readonly length: number }
    | { readonly kind: 'wordBreak'; readonly isNegated: boolean; readonly length: number }
    | { readonly kind: 'reference'; readonly name: string; readonly isNumber: boolean; readonly length: number }
    /** Only in square brackets, where the character has a meaning otherwise. */
    | { readonly kind: 'mark'; readonly codePoint: number; readonly length: number }
    | { readonly kind: 'fault'; readonly fault: string; readonly length: number };

const named: Readonly<Record<string, number>> = { f: 12, n: 10, r: 13, t: 9 };

function codePoint(hexadecimal: string, length: number): Escape {
    const value = parseInt(hexadecimal, 16);
    if (value >= 0xd800 && value <= 0xdfff) {
        return { kind: 'fault', fault: 'half of a surrogate pair.', length };
    }
    return value > 0x10ffff
        ? { kind: 'fault', fault: 'there is no such character.', length }
        : { kind: 'character', codePoint: value, length };
}

/** Reads the escape at `index`, where the backslash is (Microsoft Learn, "Regular expressions in Microsoft Power Fx"). */
export function readEscape(pattern: string, index: number): Escape {
    const rest = pattern.slice(index, index + 80);
    const fault = (length: number): Escape => ({ kind: 'fault', fault: 'invalid escape code.', length });
    const at = (expression: RegExp) => expression.exec(rest);
    let match = at(/^\\0\d*/);
    if (match) {
        return { kind: 'fault', fault: 'octal character codes are not supported.', length: match[0].length };
    }
    match = at(/^\\k<([\p{L}\p{Mn}\p{Nd}\p{Pc}]+)>/u);
    if (match) {
        return { kind: 'reference', name: match[1] ?? '', isNumber: false, length: match[0].length };
    }
    match = at(/^\\([1-9]\d*)/);
    if (match) {
        return { kind: 'reference', name: match[1] ?? '', isNumber: true, length: match[0].length };
    }
    match = at(/^\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})/);
    if (match) {
        const pair = String.fromCharCode(parseInt(match[1] ?? '', 16), parseInt(match[2] ?? '', 16));
        return { kind: 'character', codePoint: pair.codePointAt(0) ?? 0, length: match[0].length };
    }
    match = at(/^\\x([0-9a-fA-F]{2})/) ?? at(/^\\u([0-9a-fA-F]{4})/) ?? at(/^\\u\{0{0,2}([0-9a-fA-F]{1,6})\}/);
    if (match) {
        return codePoint(match[1] ?? '', match[0].length);
    }
    match = at(/^\\([pP])\{([\w=:-]+)\}/);
    if (match) {
        return { kind: 'category', category: match[2] ?? '', isNegated: match[1] === 'P', length: match[0].length };
    }
    const [, letter] = rest;
    if (letter === undefined) {
        return { kind: 'fault', fault: 'it ends with a backslash.', length: 1 };
    }
    const code = named[letter];
    if (code !== undefined) {
        return { kind: 'character', codePoint: code, length: 2 };
    }
    if (/[dwsDWS]/.test(letter)) {
        return { kind: 'letterClass', letter, length: 2 };
    }
    if (letter === 'b' || letter === 'B') {
        return { kind: 'wordBreak', isNegated: letter === 'B', length: 2 };
    }
    if (/[\^$\\.*+?()[\]{}|/# ]/.test(letter)) {
        return { kind: 'character', codePoint: letter.charCodeAt(0), length: 2 };
    }
    return /[&\-!%,;:<=>@`~]/.test(letter) ? { kind: 'mark', codePoint: letter.charCodeAt(0), length: 2 } : fault(2);
}
