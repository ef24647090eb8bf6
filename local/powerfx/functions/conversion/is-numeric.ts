import { cultureOf } from '../../evaluate/conversions';
import { Decimal } from '../../numbers/decimal';
import { readFloat } from '../../numbers/number-text';
import { Types } from '../../types';
import { anyScalar } from '../parameter';
import { scalarFunction } from '../scalar-function';

/** `IsNumeric(value)`: whether it is a number, or a text that is one. */
export const isNumeric = scalarFunction({
    name: 'IsNumeric',
    parameters: [anyScalar],
    result: Types.Boolean,
    isTabular: false,
    evaluate: (run, value) =>
        typeof value === 'string'
            ? readFloat(value, cultureOf(run).numbers) !== undefined
            : typeof value === 'number' || value instanceof Decimal,
});
