/** What the activity's description holds at most, in characters (Microsoft Learn, "OpportunityClose table reference"). */
export const DESCRIPTION_LENGTH = 2000;

const SUBJECT_LENGTH = 200;

/**
 * The description that the closing activity keeps: the seller's own words, then what was confirmed away. Where both are
 * too long, the seller's words are cut: what was confirmed is the record of it.
 * @param confirmed lines in words, with their heading first; empty for nothing
 */
export function closingDescription(description: string, confirmed: readonly string[]): string {
    const record = fit(confirmed.join('\n'), DESCRIPTION_LENGTH);
    const gap = record === '' ? '' : '\n\n';
    const own = fit(description.trim(), DESCRIPTION_LENGTH - record.length - gap.length);
    return own === '' ? record : `${own}${gap}${record}`;
}

/** A subject that fits its column. */
export function closingSubject(subject: string): string {
    return fit(subject, SUBJECT_LENGTH);
}

function fit(text: string, most: number): string {
    if (text.length <= most) return text;
    return most <= 1 ? '' : `${text.slice(0, most - 1)}…`;
}
