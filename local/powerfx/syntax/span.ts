/** A piece of the formula's text: UTF-16 offsets, the end exclusive. */
export interface Span {
    readonly start: number;
    readonly end: number;
}

/** From the beginning of one piece to the end of another. */
export function joinSpans(first: Span, last: Span): Span {
    return { start: first.start, end: Math.max(first.end, last.end) };
}
