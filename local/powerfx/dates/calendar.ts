/**
 * Calendar arithmetic on readings of a wall clock: milliseconds from 1970-01-01 00:00 on that clock, in the calendar
 * that counts from year 1 to year 9999, as .NET's `DateTime`.
 */
export const millisecondsPerDay = 86_400_000;

/** 1899-12-30, the day that is 0 as a number (as in Excel), and blank as a date. */
export const dayZero = Date.UTC(1899, 11, 30);

const firstReading = startOfYear(1);
const lastReading = startOfYear(10000) - 1;

/** The parts of a reading. Months count from 1. */
export interface DateParts {
    readonly year: number;
    readonly month: number;
    readonly day: number;
    readonly hour: number;
    readonly minute: number;
    readonly second: number;
    readonly millisecond: number;
}

function startOfYear(year: number): number {
    // Date.UTC takes years below 100 for those of the 20th century.
    return new Date(0).setUTCFullYear(year, 0, 1);
}

/** Whether a reading lies in the years 1 to 9999. */
export function isInCalendar(reading: number): boolean {
    return reading >= firstReading && reading < lastReading + 1;
}

export function partsOf(reading: number): DateParts {
    const date = new Date(Math.floor(reading));
    return {
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        hour: date.getUTCHours(),
        minute: date.getUTCMinutes(),
        second: date.getUTCSeconds(),
        millisecond: date.getUTCMilliseconds(),
    };
}

/** Midnight of a day. Months and days beyond the year or month count on into the next ones, or back. */
export function readingOfDay(year: number, month: number, day: number): number {
    return new Date(0).setUTCFullYear(year, month - 1, day);
}

export function startOfDay(reading: number): number {
    return Math.floor(reading / millisecondsPerDay) * millisecondsPerDay;
}

/** Milliseconds since midnight. */
export function timeOfDay(reading: number): number {
    return reading - startOfDay(reading);
}

/** 0 for Sunday to 6 for Saturday. */
export function dayOfWeek(reading: number): number {
    const days = Math.floor(reading / millisecondsPerDay);
    // 1970-01-01 was a Thursday.
    return (((days + 4) % 7) + 7) % 7;
}

export function daysInMonth(year: number, month: number): number {
    return partsOf(readingOfDay(year, month + 1, 0)).day;
}

/** The same time so many months later; the last day of the month where it has no such day. */
export function addMonths(reading: number, months: number): number {
    const { year, month, day } = partsOf(reading);
    const count = year * 12 + month - 1 + months;
    const newYear = Math.floor(count / 12);
    const newMonth = count - newYear * 12 + 1;
    if (newYear < 0 || newYear > 10000) {
        return Number.NaN;
    }
    const newDay = Math.min(day, daysInMonth(newYear, newMonth));
    return readingOfDay(newYear, newMonth, newDay) + timeOfDay(reading);
}

/** The week of the year by ISO 8601: weeks start on Monday, and the first one has the year's first Thursday. */
export function isoWeek(reading: number): number {
    const thursday = startOfDay(reading) + (4 - (dayOfWeek(reading) || 7)) * millisecondsPerDay;
    return Math.floor((thursday - startOfYear(partsOf(thursday).year)) / (7 * millisecondsPerDay)) + 1;
}

/** The week of the year when the week with January 1 is the first. @param firstDay 0 for Sunday to 6 for Saturday. */
export function weekOfYear(reading: number, firstDay: number): number {
    const newYear = startOfYear(partsOf(reading).year);
    const days = Math.floor((reading - newYear) / millisecondsPerDay);
    return Math.floor((days + ((dayOfWeek(newYear) - firstDay + 7) % 7)) / 7) + 1;
}

/** A reading as a number: days since 1899-12-30. */
export function daysFromReading(reading: number): number {
    return (reading - dayZero) / millisecondsPerDay;
}

/** The reading that is so many days after 1899-12-30, to the millisecond. */
export function readingFromDays(days: number): number {
    return dayZero + Math.round(days * millisecondsPerDay);
}
