import { Decimal } from '../../numbers/decimal';
import { numeric } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { roundTo } from './rounding-function';

/** `Trunc(number[, places])`: towards zero; to a whole number when no places are given. */
export const trunc = scalarFunction({
    name: 'Trunc',
    parameters: [numeric],
    optional: [numeric],
    result: 'numeric',
    numericBy: 'first',
    evaluate: (_run, value, places) => roundTo('Trunc', value, places ?? Decimal.zero, 'down'),
});
