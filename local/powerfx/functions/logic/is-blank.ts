import { ErrorValue } from '../../values';
import { valueTest } from './value-test';

/** `IsBlank(value)`: whether it is blank or an empty text. An error stays an error. */
export const isBlank = valueTest('IsBlank', (value) =>
    value instanceof ErrorValue ? value : value === null || value === '',
);
