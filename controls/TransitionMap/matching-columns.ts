import type { LeadColumnInfo } from './environment/maker-environment';

/** More would have to be scrolled through; one more letter is quicker. */
const MOST = 40;

/**
 * Columns whose display or logical name holds what was typed; those whose display name begins with it first.
 * @param chosen logical names to leave out
 */
export function matchingColumns(
    columns: readonly LeadColumnInfo[],
    typed: string,
    chosen: readonly string[],
): readonly LeadColumnInfo[] {
    const wanted = plain(typed.trim());
    // Columns that are out of use are marked in front of their names, in brackets.
    const rank = ({ label }: LeadColumnInfo): number =>
        (plain(label).startsWith(wanted) ? 0 : 1) + (/^[\p{L}\p{N}]/u.test(label) ? 0 : 2);
    return columns
        .filter((column) => column.isOffered && !chosen.includes(column.name))
        .filter((column) => plain(column.label).includes(wanted) || column.name.includes(wanted))
        .sort((a, b) => rank(a) - rank(b) || a.label.localeCompare(b.label))
        .slice(0, MOST);
}

/** Without capitals and accents, so that "tele" finds "Téléphone". */
function plain(text: string): string {
    return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
