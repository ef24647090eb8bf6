import { logicalFunction } from './logical-function';

/** `Or(a, b, …)`: whether any is true; those after the first that is are left alone. */
export const or = logicalFunction('Or', true);
