import { partFunction } from './part-function';

/** `Day(date)`. */
export const day = partFunction('Day', 'day', 0);
