import { unitsBetween } from '../../dates/date-arithmetic';
import { Decimal } from '../../numbers/decimal';
import { Types } from '../../types';
import { dateTime } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { readingOf, unit, unitOf } from './date-parameters';

/** `DateDiff(start, end[, unit])`: how many units lie between two dates; days when no unit is given. */
export const dateDiff = scalarFunction({
    name: 'DateDiff',
    parameters: [dateTime, dateTime],
    optional: [unit],
    result: Types.Decimal,
    evaluate: (run, start, end, givenUnit) =>
        Decimal.ofInteger(unitsBetween(readingOf(start), readingOf(end), unitOf(givenUnit), run.timeZone)),
});
