import { Decimal } from '../../numbers/decimal';
import { numeric } from '../parameter';
import { scalarFunction } from '../scalar-function';

/** `Abs(number)`: the number without its sign. */
export const abs = scalarFunction({
    name: 'Abs',
    parameters: [numeric],
    result: 'numeric',
    evaluate: (_run, value) => (value instanceof Decimal ? value.abs() : Math.abs(value)),
});
