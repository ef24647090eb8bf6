import { roundingFunction } from './rounding-function';

/** `RoundUp(number, places)`: away from zero. */
export const roundUp = roundingFunction('RoundUp', 'up');
