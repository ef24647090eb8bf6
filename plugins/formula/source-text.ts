/** A text that formulas are made of, with where it came from. */
export interface SourceText {
    /** Path from the repository's root. */
    readonly file: string;
    readonly text: string;
}

/** A place that a person can go to. */
export interface Place {
    readonly file: string;
    /** Both count from 1. */
    readonly line: number;
    readonly column: number;
}

/** @param position offset in `source.text` */
export function placeOf(source: SourceText, position: number): Place {
    const lines = source.text.slice(0, position).split('\n');
    return { file: source.file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** Something wrong in a formula or its contract: `file:line:column: what`. */
export class FormulaProblem extends Error {
    constructor(
        readonly place: Place,
        readonly reason: string,
    ) {
        super(`${place.file}:${place.line}:${place.column}: ${reason}`);
        this.name = 'FormulaProblem';
    }
}
