import { startOfDay } from '../../dates/calendar';
import { Types } from '../../types';
import { dateTime } from '../parameter';
import { scalarFunction } from '../scalar-function';

/** `IsToday(date)`: whether it is today in the run's time zone. */
export const isToday = scalarFunction({
    name: 'IsToday',
    parameters: [dateTime],
    result: Types.Boolean,
    isTabular: false,
    isImpure: true,
    evaluate: (run, date) =>
        date !== null && startOfDay(date.milliseconds) === startOfDay(run.timeZone.fromUtc(run.now())),
});
