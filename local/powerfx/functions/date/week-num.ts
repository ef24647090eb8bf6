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
        const first = firstDayOf(start);
        return first
            ? Decimal.ofInteger(weekOfYear(readingOf(date), first.day))
            : errorValue('InvalidArgument', 'WeekNum: the start of the week is not a member of StartOfWeek.');
    },
});
