import { addMonths, daysInMonth, isInCalendar, partsOf, readingOfDay, startOfDay } from '../../dates/calendar';
import { existingReading } from '../../dates/time-zone';
import { Types } from '../../types';
import { DateValue } from '../../values';
import { dateTime, number } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { noSuchDate } from './date-errors';
import { readingOf } from './date-parameters';

/** `EOMonth(date, months)`: the last day of the month so many months later. */
export const eoMonth = scalarFunction({
    name: 'EOMonth',
    parameters: [dateTime, number],
    result: Types.Date,
    isTabular: false,
    evaluate: (run, date, months) => {
        const day = addMonths(startOfDay(readingOf(date)), Math.trunc(months));
        if (!isInCalendar(day)) {
            return noSuchDate('EOMonth');
        }
        const { year, month } = partsOf(day);
        const last = readingOfDay(year, month, daysInMonth(year, month));
        return new DateValue(existingReading(last, run.timeZone));
    },
});
