import { cultureOf } from '../../evaluate/conversions';
import { Decimal } from '../../numbers/decimal';
import { readFloat } from '../../numbers/number-text';
import { Types } from '../../types';
import { DateTimeValue, DateValue, TimeValue, type Value } from '../../values';
import { anyScalar } from '../parameter';
import { scalarFunction } from '../scalar-function';

/** `IsNumeric(value)`: whether it is a number, a date or a time, or a text that is a number. */
export const isNumeric = scalarFunction({
    name: 'IsNumeric',
    parameters: [anyScalar],
    result: Types.Boolean,
    isTabular: false,
    evaluate: (run, value) =>
        typeof value === 'string' ? readFloat(value, cultureOf(run).numbers) !== undefined : isNumber(value),
});

function isNumber(value: Value): boolean {
    return (
        typeof value === 'number' ||
        value instanceof Decimal ||
        value instanceof DateValue ||
        value instanceof DateTimeValue ||
        value instanceof TimeValue
    );
}
