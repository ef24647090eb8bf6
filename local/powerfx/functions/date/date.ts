import { addMonths, isInCalendar, millisecondsPerDay, readingOfDay } from '../../dates/calendar';
import { existingReading } from '../../dates/time-zone';
import { Types } from '../../types';
import { DateValue } from '../../values';
import { number } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { noSuchDate } from './date-errors';

/** A day by year, month and day; months and days beyond the year or month count on. Undefined when there is none. */
export function dayOf(year: number, month: number, day: number): number | undefined {
    const [years, months, days] = [Math.trunc(year), Math.trunc(month), Math.trunc(day)];
    if (years < 1 || years > 9999 || Math.abs(months) > 2 ** 31 || Math.abs(days) > 2 ** 31) {
        return undefined;
    }
    const inMonth = addMonths(readingOfDay(years, 1, 1), months - 1);
    if (!isInCalendar(inMonth)) {
        return undefined;
    }
    const reading = inMonth + (days - 1) * millisecondsPerDay;
    return isInCalendar(reading) ? reading : undefined;
}

/** `Date(year, month, day)`. */
export const date = scalarFunction({
    name: 'Date',
    parameters: [number, number, number],
    result: Types.Date,
    isTabular: false,
    evaluate: (run, year, month, day) => {
        const reading = dayOf(year, month, day);
        return reading === undefined ? noSuchDate('Date') : new DateValue(existingReading(reading, run.timeZone));
    },
});
