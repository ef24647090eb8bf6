import { startOfDay } from '../../dates/calendar';
import { Types } from '../../types';
import { DateValue } from '../../values';
import { scalarFunction } from '../scalar-function';

/** `UTCToday()`: the day that it is in UTC. */
export const utcToday = scalarFunction({
    name: 'UTCToday',
    parameters: [],
    result: Types.Date,
    isTabular: false,
    isImpure: true,
    evaluate: (run) => new DateValue(startOfDay(run.now())),
});
