/**
 * Instants and the wall clock of a time zone. Only Intl knows the rules of time zones, and it only goes one way
 * (instant to wall clock); the other way is found from it.
 */

/** A wall-clock reading; `month` from 1. */
export interface WallClock {
    readonly year: number;
    readonly month: number;
    readonly day: number;
    readonly hour: number;
    readonly minute: number;
    readonly second: number;
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
    let format = FORMATS.get(timeZone);
    if (!format) {
        format = new Intl.DateTimeFormat('en-US', {
            timeZone,
            hourCycle: 'h23',
            year: 'numeric',
            month: 'numeric',
            day: 'numeric',
            hour: 'numeric',
            minute: 'numeric',
            second: 'numeric',
        });
        FORMATS.set(timeZone, format);
    }
    return format;
}

/** What clocks in `timeZone` show at `instant`. */
export function wallClockAt(instant: Date, timeZone: string): WallClock {
    const parts = new Map(
        formatOf(timeZone)
            .formatToParts(instant)
            .map((part) => [part.type, Number(part.value)]),
    );
    const read = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    return {
        year: read('year'),
        month: read('month'),
        day: read('day'),
        hour: read('hour'),
        minute: read('minute'),
        second: read('second'),
    };
}

const asIfUtc = (clock: WallClock): number =>
    Date.UTC(clock.year, clock.month - 1, clock.day, clock.hour, clock.minute, clock.second);

/**
 * The instant at which clocks in `timeZone` show `clock`. Fields may overflow (day 32, month 0), as with Date.UTC.
 * In the hour that is skipped in spring, the instant after the skip is answered.
 */
export function instantOf(clock: WallClock, timeZone: string): Date {
    const wanted = asIfUtc(clock);
    let guess = wanted;
    // The zone's offset at the first guess may differ from the offset at the answer; a second step settles it.
    for (let step = 0; step < 3; step += 1) {
        const shown = asIfUtc(wallClockAt(new Date(guess), timeZone));
        if (shown === wanted) break;
        guess += wanted - shown;
    }
    return new Date(guess);
}

/** `2026-11-21T13:45:00Z`: an instant as rows store it (whole seconds). */
export const isoSeconds = (instant: Date): string => `${instant.toISOString().slice(0, 19)}Z`;

/** `2026-11-21`: the date part of a wall clock, with overflowing fields carried over. */
export const isoDate = (clock: WallClock): string => new Date(asIfUtc(clock)).toISOString().slice(0, 10);

/** Whether there is such a day: 30 February and month 13 are none. `month` from 1. */
export function isCalendarDate(year: number, month: number, day: number): boolean {
    const date = new Date(Date.UTC(year, month - 1, day));
    return year >= 1000 && year <= 9999 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The day's beginning, `days` later (or earlier). */
export const startOfDay = (clock: WallClock, days = 0): WallClock => ({
    year: clock.year,
    month: clock.month,
    day: clock.day + days,
    hour: 0,
    minute: 0,
    second: 0,
});
