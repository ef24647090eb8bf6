import { floatFunction } from './float-function';

/** `Atan(number)`: the angle in radians whose tangent this is. */
export const atan = floatFunction('Atan', Math.atan);
