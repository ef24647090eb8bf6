import { floatFunction } from './float-function';

/** `Sin(angle)`: the sine of an angle in radians. */
export const sin = floatFunction('Sin', Math.sin);
