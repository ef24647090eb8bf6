import { floatFunction } from './float-function';

/** `Acot(number)`: the angle in radians, from 0 to π, whose cotangent this is. */
export const acot = floatFunction('Acot', (value) => Math.PI / 2 - Math.atan(value));
