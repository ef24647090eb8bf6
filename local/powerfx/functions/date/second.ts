import { partFunction } from './part-function';

/** `Second(date)`. */
export const second = partFunction('Second', 'second', 0);
