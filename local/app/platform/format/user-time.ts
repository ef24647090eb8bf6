/**
 * Moments in the user's own time zone (an IANA name such as `Europe/Paris`), without a library.
 */

export interface ZonedTime {
    readonly year: number;
    /** 1 to 12. */
    readonly month: number;
    readonly day: number;
    readonly hour: number;
    readonly minute: number;
    readonly second: number;
}

/** What the clock on the wall shows in a time zone at a moment. */
export function zonedTime(moment: Date, timeZone: string): ZonedTime {
    const parts = new Map(
        new Intl.DateTimeFormat('en-US', {
            timeZone,
            hourCycle: 'h23',
            year: 'numeric',
            month: 'numeric',
            day: 'numeric',
            hour: 'numeric',
            minute: 'numeric',
            second: 'numeric',
        })
            .formatToParts(moment)
            .map((part) => [part.type, Number(part.value)]),
    );
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    return {
        year: part('year'),
        month: part('month'),
        day: part('day'),
        hour: part('hour'),
        minute: part('minute'),
        second: part('second'),
    };
}

/**
 * The moment at which the clock on the wall shows `time`. In the hour that summer time skips, the moment an hour
 * later; in the hour that it repeats, the first of the two.
 */
export function momentOf(time: ZonedTime, timeZone: string): Date {
    const wanted = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
    const before = wanted - zoneOffset(new Date(wanted - 86_400_000), timeZone) * 60_000;
    const after = wanted - zoneOffset(new Date(wanted + 86_400_000), timeZone) * 60_000;
    const shows = (moment: number): boolean => moment + zoneOffset(new Date(moment), timeZone) * 60_000 === wanted;
    return new Date(shows(before) ? before : shows(after) ? after : before);
}

/** Minutes that the zone is ahead of UTC at a moment. */
export function zoneOffset(moment: Date, timeZone: string): number {
    const time = zonedTime(moment, timeZone);
    const asUtc = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
    return Math.round((asUtc - Math.floor(moment.getTime() / 1000) * 1000) / 60_000);
}
