/**
 * What the classes of characters mean, written for JavaScript's `u` mode. Power Fx uses the definitions of Unicode
 * (Microsoft Learn, "Regular expressions in Microsoft Power Fx").
 */
export const word = '\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}';
export const digit = '\\p{Nd}';
export const space = '\\p{Z}\\x09-\\x0d\\x85';
/** The characters that end a line. */
export const lineEnds = '\\r\\n\\x0b\\x0c\\x85\\u2028\\u2029';
const lineEndsButNewline = '\\r\\x0b\\x0c\\x85\\u2028\\u2029';
const lineEndsButReturn = '\\n\\x0b\\x0c\\x85\\u2028\\u2029';

export const wordBreak = `(?:(?<=[${word}])(?![${word}])|(?<![${word}])(?=[${word}]))`;
export const noWordBreak = `(?:(?<=[${word}])(?=[${word}])|(?<![${word}])(?![${word}]))`;

/** Where a line begins, or the text. A return and newline are one end of line. */
export function lineStart(isMultiline: boolean): string {
    return isMultiline ? `(?:(?<![^])|(?<=[${lineEndsButReturn}])|(?<=\\r)(?!\\n))` : '(?:(?<![^]))';
}

/** Where a line ends, or the text, before any last end of line. */
export function lineEnd(isMultiline: boolean): string {
    const end = '(?![^])';
    return isMultiline
        ? `(?:(?=[${lineEndsButNewline}])|${end}|(?<!\\r)(?=\\n))`
        : `(?:(?=\\r\\n${end}|[${lineEndsButNewline}]?${end})|(?<!\\r)(?=\\n${end}))`;
}

/** Categories that `\p{…}` takes. */
export const unicodeCategories: ReadonlySet<string> = new Set(
    ('L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po ' + 'S Sm Sc Sk So Z Zs Zl Zp Cc Cf').split(' '),
);

/** The letter classes: what to write inside square brackets, and whether it stands for all other characters. */
export const letterClasses: Readonly<Record<string, { readonly set: string; readonly isNegated: boolean }>> = {
    d: { set: digit, isNegated: false },
    w: { set: word, isNegated: false },
    s: { set: space, isNegated: false },
    D: { set: digit, isNegated: true },
    W: { set: word, isNegated: true },
    S: { set: space, isNegated: true },
};

/** A character as it is written outside of square brackets. */
export function literal(codePoint: number): string {
    const character = String.fromCodePoint(codePoint);
    if (/[\^$\\.*+?()[\]{}|/]/.test(character)) {
        return `\\${character}`;
    }
    return codePoint < 0x20 || codePoint === 0x7f ? `\\x${codePoint.toString(16).padStart(2, '0')}` : character;
}

/** A character as it is written inside of square brackets. */
export function literalInClass(codePoint: number): string {
    const character = String.fromCodePoint(codePoint);
    return character === '-' ? '\\-' : literal(codePoint);
}
