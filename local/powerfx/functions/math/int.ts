import { Decimal } from '../../numbers/decimal';
import { roundDecimal } from '../../numbers/decimal-rounding';
import { numeric } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { tooLarge } from './numeric-errors';

/** `Int(number)`: the next whole number that is not greater. */
export const int = scalarFunction({
    name: 'Int',
    parameters: [numeric],
    result: 'numeric',
    evaluate: (_run, value) =>
        value instanceof Decimal ? (roundDecimal(value, 0, 'floor') ?? tooLarge('Int')) : Math.floor(value),
});
