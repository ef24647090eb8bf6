import { partFunction } from './part-function';

/** `Month(date)`. */
export const month = partFunction('Month', 'month', 1);
