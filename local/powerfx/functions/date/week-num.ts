import { weekOfYear } from '../../dates/calendar';
import { Decimal } from '../../numbers/decimal';
import { Types } from '../../types';
import { errorValue } from '../../values';
import { dateTime } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { readingOf, weekStart } from './date-parameters';
import { firstDayOf } from './first-day';

/** `WeekNum(date[, start])`: the week of the year, the first being that of January 1. */
export const weekNum = scalarFunction({
    name: 'WeekNum',
    parameters: [dateTime],
    optional: [weekStart],
    result: Types.Decimal,
    isTabular: false,
    evaluate: (_run, date, start) => {
        // Blank counts from Sunday here, where Weekday refuses it; a week that counts from 0 has no number in the year.
        const first = firstDayOf(start ?? undefined);
        return first?.number === 1
            ? Decimal.ofInteger(weekOfYear(readingOf(date), first.day))
            : errorValue('InvalidArgument', 'WeekNum: the start of the week is not a day of StartOfWeek.');
    },
});
