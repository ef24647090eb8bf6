import { floatFunction } from './float-function';

/** `Exp(number)`: e to the power of a number. */
export const exp = floatFunction('Exp', Math.exp);
