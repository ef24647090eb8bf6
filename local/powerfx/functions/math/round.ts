import { roundingFunction } from './rounding-function';

/** `Round(number, places)`: to the nearest number, from the middle away from zero. */
export const round = roundingFunction('Round', 'nearest');
