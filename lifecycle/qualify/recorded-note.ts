import { isBlank } from '../row';

/** Characters that the column of the note holds. */
const MOST = 2000;

/**
 * The note as it is kept: the seller's own words, then the warnings that were passed, each on a line. Where that does
 * not fit, warnings are left out from the end, and an ellipsis says so; the seller's words come first.
 * @returns null for nothing to keep
 */
export function recordedNote(note: string, passedWarnings: readonly string[]): string | null {
    const own = note.trim().slice(0, MOST);
    const lines = own === '' ? [] : [own];
    for (const warning of passedWarnings.map((it) => it.trim()).filter((it) => !isBlank(it))) {
        if ([...lines, warning, '…'].join('\n').length > MOST) {
            if (lines.join('\n').length + 2 <= MOST) lines.push('…');
            break;
        }
        lines.push(warning);
    }
    return lines.length === 0 ? null : lines.join('\n');
}
