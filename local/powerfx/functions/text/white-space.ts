/** Spaces at either end, of the kinds that .NET knows. */
const ends = /^[\t-\r\u0085\p{Z}]+|[\t-\r\u0085\p{Z}]+$/gu;

/** The text without the spaces at its ends. */
export function withoutEnds(text: string): string {
    return text.replace(ends, '');
}
