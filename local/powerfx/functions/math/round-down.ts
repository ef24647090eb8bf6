import { roundingFunction } from './rounding-function';

/** `RoundDown(number, places)`: towards zero. */
export const roundDown = roundingFunction('RoundDown', 'down');
