import { partFunction } from './part-function';

/** `Minute(date)`. */
export const minute = partFunction('Minute', 'minute', 0);
