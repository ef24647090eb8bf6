import { partFunction } from './part-function';

/** `Year(date)`. */
export const year = partFunction('Year', 'year', 1900);
