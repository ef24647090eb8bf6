import { startOfDay } from '../../dates/calendar';
import { Types } from '../../types';
import { DateTimeValue } from '../../values';
import { dateTime } from '../parameter';
import { scalarFunction } from '../scalar-function';

/** `IsUTCToday(date)`: whether it is today in UTC. */
export const isUtcToday = scalarFunction({
    name: 'IsUTCToday',
    parameters: [dateTime],
    result: Types.Boolean,
    isTabular: false,
    isImpure: true,
    evaluate: (run, date) => {
        if (date === null) {
            return false;
        }
        const isLocal = date instanceof DateTimeValue && date.hasTimeZone;
        const moment = isLocal ? run.timeZone.toUtc(date.milliseconds) : date.milliseconds;
        return startOfDay(moment) === startOfDay(run.now());
    },
});
