import { Types } from '../../types';
import { TimeValue } from '../../values';
import { number } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { clockTime } from './clock-time';
import { noSuchTime } from './date-errors';

/** `Time(hour, minute, second[, millisecond])`. */
export const time = scalarFunction({
    name: 'Time',
    parameters: [number, number, number],
    optional: [number],
    result: Types.Time,
    isTabular: false,
    evaluate: (_run, hour, minute, second, millisecond = 0) => {
        const span = clockTime(hour, minute, second, millisecond);
        return span === undefined ? noSuchTime('Time') : new TimeValue(span);
    },
});
