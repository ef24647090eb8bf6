import { partFunction } from './part-function';

/** `Hour(date)`. */
export const hour = partFunction('Hour', 'hour', 0);
