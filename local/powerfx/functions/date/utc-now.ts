import { Types } from '../../types';
import { DateTimeValue } from '../../values';
import { scalarFunction } from '../scalar-function';

/** `UTCNow()`: what a clock of UTC shows. */
export const utcNow = scalarFunction({
    name: 'UTCNow',
    parameters: [],
    result: Types.DateTime,
    isTabular: false,
    isImpure: true,
    evaluate: (run) => new DateTimeValue(run.now(), false),
});
