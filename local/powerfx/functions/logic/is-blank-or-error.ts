import { ErrorValue } from '../../values';
import { valueTest } from './value-test';

/** `IsBlankOrError(value)`: whether it is blank, an empty text or an error. */
export const isBlankOrError = valueTest(
    'IsBlankOrError',
    (value) => value === null || value === '' || value instanceof ErrorValue,
);
