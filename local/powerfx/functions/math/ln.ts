import { floatFunction } from './float-function';

/** `Ln(number)`: the natural logarithm. */
export const ln = floatFunction('Ln', Math.log);
