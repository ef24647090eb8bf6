import { dayOfWeek } from '../../dates/calendar';
import { Decimal } from '../../numbers/decimal';
import { Types } from '../../types';
import { errorValue } from '../../values';
import { dateTime } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { readingOf, weekStart } from './date-parameters';
import { firstDayOf } from './first-day';

/** `Weekday(date[, start])`: the day of the week, 1 for the day that it starts with; 0 for Monday with MondayZero. */
export const weekday = scalarFunction({
    name: 'Weekday',
    parameters: [dateTime],
    optional: [weekStart],
    result: Types.Decimal,
    isTabular: false,
    evaluate: (_run, date, start) => {
        const first = firstDayOf(start);
        if (!first) {
            return errorValue('InvalidArgument', 'Weekday: the start of the week is not a member of StartOfWeek.');
        }
        return Decimal.ofInteger(((dayOfWeek(readingOf(date)) - first.day + 7) % 7) + first.number);
    },
});
