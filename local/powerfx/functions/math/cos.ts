import { floatFunction } from './float-function';

/** `Cos(angle)`: the cosine of an angle in radians. */
export const cos = floatFunction('Cos', Math.cos);
