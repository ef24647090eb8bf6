import { ErrorValue } from '../../values';
import { valueTest } from '../logic/value-test';

/** `IsError(value)`: whether working it out failed. */
export const isError = valueTest('IsError', (value) => value instanceof ErrorValue, true);
