import { floatFunction } from './float-function';

/** `Asin(number)`: the angle in radians whose sine this is. */
export const asin = floatFunction('Asin', Math.asin);
