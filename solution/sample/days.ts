/** A number of days; negative: before today. */
export type Days = number;

const MILLISECONDS_PER_DAY = 86_400_000;

/** `2026-11-21` of the day so many days from `today`. */
export function isoDay(today: Date, days: Days): string {
    return new Date(today.getTime() + days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** A time on that day in UTC, such as `2026-11-21T09:30:00Z`. */
export function isoTime(today: Date, days: Days, hour: number, minute = 0): string {
    return `${isoDay(today, days)}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`;
}
