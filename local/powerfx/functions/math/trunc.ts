import { number, numeric } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { roundTo } from './rounding-function';

/** `Trunc(number[, places])`: towards zero; to a whole number when no places are given. */
export const trunc = scalarFunction({
    name: 'Trunc',
    parameters: [numeric],
    optional: [number],
    result: 'numeric',
    evaluate: (_run, value, places = 0) => roundTo('Trunc', value, places, 'down'),
});
