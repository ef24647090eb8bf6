/** From this many minutes east of Greenwich on, noon UTC is the next day already. */
const NEXT_DAY_AT_NOON = 12 * 60;

/**
 * The moment that stands for a day. The activity keeps a moment and shows it in the time of whoever looks; the
 * opportunity keeps the bare day. So it is one that is of that day for the seller and by UTC alike.
 * @param day as `YYYY-MM-DD`
 * @param minutesEast of Greenwich that the seller's clock is, −720 to 840
 * @returns ISO 8601 in UTC
 */
export function closingMoment(day: string, minutesEast: number): string {
    return `${day}T${minutesEast >= NEXT_DAY_AT_NOON ? '09' : '12'}:00:00Z`;
}
