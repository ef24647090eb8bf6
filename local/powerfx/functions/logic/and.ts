import { logicalFunction } from './logical-function';

/** `And(a, b, …)`: whether all are true; those after the first that is not are left alone. */
export const and = logicalFunction('And', false);
