import { floatFunction } from './float-function';

/** `Sqrt(number)`: the square root. */
export const sqrt = floatFunction('Sqrt', Math.sqrt);
