import { floatFunction } from './float-function';

/** `Acos(number)`: the angle in radians whose cosine this is. */
export const acos = floatFunction('Acos', Math.acos);
