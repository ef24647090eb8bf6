import { Decimal } from '../../numbers/decimal';
import { Types } from '../../types';
import { dateTime } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { readingOf } from './date-parameters';

const millisecondsPerMinute = 60_000;

/** `TimeZoneOffset([date])`: how many minutes the clock of the run's time zone is behind UTC; negative east of it. */
export const timeZoneOffset = scalarFunction({
    name: 'TimeZoneOffset',
    parameters: [],
    optional: [dateTime],
    result: Types.Decimal,
    isTabular: false,
    isImpure: true,
    evaluate: (run, date) => {
        const reading = date === undefined ? run.timeZone.fromUtc(run.now()) : readingOf(date);
        const minutes = (run.timeZone.toUtc(reading) - reading) / millisecondsPerMinute;
        return Decimal.ofInteger(Math.round(minutes));
    },
});
