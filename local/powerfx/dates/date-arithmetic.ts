import type { TimeZone } from '../evaluate/run-context';
import { addMonths, isInCalendar, millisecondsPerDay, partsOf, startOfDay } from './calendar';
import { existingReading } from './time-zone';

/** The members of the TimeUnit enumeration, in lower case. */
export type TimeUnit = 'milliseconds' | 'seconds' | 'minutes' | 'hours' | 'days' | 'months' | 'quarters' | 'years';

const unitLengths = { milliseconds: 1, seconds: 1000, minutes: 60_000, hours: 3_600_000 } as const;

function isPartOfDay(unit: TimeUnit): unit is keyof typeof unitLengths {
    return unit in unitLengths;
}

/**
 * A wall-clock reading so many units later. Hours and less are counted as they pass, over changes of the clock; days and
 * more keep the time of day (Microsoft Learn, "DateAdd, DateDiff, and TimeZoneOffset functions").
 * @returns undefined when it would be outside of the years 1 to 9999.
 */
export function addUnits(reading: number, count: number, unit: TimeUnit, zone: TimeZone): number | undefined {
    const added = isPartOfDay(unit)
        ? zone.fromUtc(zone.toUtc(reading) + wholeMilliseconds(count * unitLengths[unit]))
        : addDaysOrMore(reading, count, unit);
    return isInCalendar(added) ? existingReading(added, zone) : undefined;
}

/** To the nearest, from the middle away from zero. */
function wholeMilliseconds(span: number): number {
    return Math.sign(span) * Math.round(Math.abs(span));
}

function addDaysOrMore(reading: number, count: number, unit: 'days' | 'months' | 'quarters' | 'years'): number {
    switch (unit) {
        case 'days':
            return reading + wholeMilliseconds(count * millisecondsPerDay);
        case 'months':
            return addMonths(reading, Math.trunc(count));
        case 'quarters':
            return addMonths(reading, Math.trunc(count) * 3);
        case 'years':
            return addMonths(reading, Math.trunc(count) * 12);
    }
}

/** How many units lie between two readings, each cut off at the unit; negative when the second is the earlier. */
export function unitsBetween(start: number, end: number, unit: TimeUnit, zone: TimeZone): number {
    if (isPartOfDay(unit)) {
        // Units begin as the clock shows them, which in some places is not when those of UTC do.
        const length = unitLengths[unit];
        const begun = Math.floor(start / length) * length;
        return Math.floor((zone.toUtc(end) - zone.toUtc(begun)) / length);
    }
    if (unit === 'days') {
        return (startOfDay(end) - startOfDay(start)) / millisecondsPerDay;
    }
    const from = partsOf(start);
    const to = partsOf(end);
    const years = to.year - from.year;
    switch (unit) {
        case 'months':
            return years * 12 + to.month - from.month;
        case 'quarters':
            return years * 4 + Math.floor((to.month - 1) / 3) - Math.floor((from.month - 1) / 3);
        case 'years':
            return years;
    }
}
