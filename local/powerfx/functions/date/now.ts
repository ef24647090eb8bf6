import { Types } from '../../types';
import { DateTimeValue } from '../../values';
import { scalarFunction } from '../scalar-function';

/** `Now()`: what the clock of the run's time zone shows. */
export const now = scalarFunction({
    name: 'Now',
    parameters: [],
    result: Types.DateTime,
    isTabular: false,
    isImpure: true,
    evaluate: (run) => new DateTimeValue(run.timeZone.fromUtc(run.now())),
});
