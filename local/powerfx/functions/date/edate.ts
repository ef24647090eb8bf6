import { addMonths, isInCalendar, startOfDay } from '../../dates/calendar';
import { existingReading } from '../../dates/time-zone';
import { Types } from '../../types';
import { DateValue } from '../../values';
import { dateTime, number } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { noSuchDate } from './date-errors';
import { readingOf } from './date-parameters';

/** `EDate(date, months)`: the same day so many months later, or the last of the month. */
export const eDate = scalarFunction({
    name: 'EDate',
    parameters: [dateTime, number],
    result: Types.Date,
    isTabular: false,
    evaluate: (run, date, months) => {
        const day = addMonths(startOfDay(readingOf(date)), Math.trunc(months));
        return isInCalendar(day) ? new DateValue(existingReading(day, run.timeZone)) : noSuchDate('EDate');
    },
});
