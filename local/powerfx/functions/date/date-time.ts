import { isInCalendar } from '../../dates/calendar';
import { existingReading } from '../../dates/time-zone';
import { Types } from '../../types';
import { DateTimeValue } from '../../values';
import { number } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { clockTime } from './clock-time';
import { dayOf } from './date';
import { noSuchDate, noSuchTime } from './date-errors';

/** `DateTime(year, month, day, hour, minute, second[, millisecond])`. */
export const dateTime = scalarFunction({
    name: 'DateTime',
    parameters: [number, number, number, number, number, number],
    optional: [number],
    result: Types.DateTime,
    isTabular: false,
    evaluate: (run, year, month, day, hour, minute, second, millisecond = 0) => {
        const midnight = dayOf(year, month, day);
        const span = clockTime(hour, minute, second, millisecond);
        if (midnight === undefined) {
            return noSuchDate('DateTime');
        }
        if (span === undefined) {
            return noSuchTime('DateTime');
        }
        return isInCalendar(midnight + span)
            ? new DateTimeValue(existingReading(midnight + span, run.timeZone))
            : noSuchDate('DateTime');
    },
});
