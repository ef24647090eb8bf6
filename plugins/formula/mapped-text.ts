import { placeOf, type Place, type SourceText } from './source-text';

/** A stretch of a formula and the source it was taken from, or stands for. */
export interface Piece {
    readonly text: string;
    readonly source: SourceText;
    /** Offset in the source of the first character. */
    readonly position: number;
    /** Written by the build: every character of it stands for the one place. */
    readonly isMade?: true;
}

/** A formula put together from several sources, which knows for each character where it came from. */
export class MappedText {
    readonly text: string;

    constructor(private readonly pieces: readonly Piece[]) {
        this.text = pieces.map((piece) => piece.text).join('');
    }

    /** Where a person finds what stands at an offset of `text`. */
    placeOf(offset: number): Place {
        let start = 0;
        for (const piece of this.pieces) {
            const end = start + piece.text.length;
            if (offset < end) return placeOf(piece.source, piece.position + (piece.isMade ? 0 : offset - start));
            start = end;
        }
        const last = this.pieces.at(-1);
        if (!last) return { file: '', line: 1, column: 1 };
        return placeOf(last.source, last.position + (last.isMade ? 0 : last.text.length));
    }
}
