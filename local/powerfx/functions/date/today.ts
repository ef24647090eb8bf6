import { startOfDay } from '../../dates/calendar';
import { Types } from '../../types';
import { DateValue } from '../../values';
import { scalarFunction } from '../scalar-function';

/** `Today()`: the day that it is in the run's time zone. */
export const today = scalarFunction({
    name: 'Today',
    parameters: [],
    result: Types.Date,
    isTabular: false,
    isImpure: true,
    evaluate: (run) => new DateValue(startOfDay(run.timeZone.fromUtc(run.now()))),
});
