import { isoWeek } from '../../dates/calendar';
import { Decimal } from '../../numbers/decimal';
import { Types } from '../../types';
import { dateTime } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { readingOf } from './date-parameters';

/** `ISOWeekNum(date)`: the week of the year by ISO 8601. */
export const isoWeekNum = scalarFunction({
    name: 'ISOWeekNum',
    parameters: [dateTime],
    result: Types.Decimal,
    isTabular: false,
    evaluate: (_run, date) => Decimal.ofInteger(isoWeek(readingOf(date))),
});
