import { Types } from '../../types';
import { errorValue, type ErrorValue } from '../../values';
import { number } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { divisionByZero, notANumber } from './numeric-errors';

/** A floating-point number to the power of another, as of `Power` and `^`. */
export function powerOf(base: number, exponent: number): number | ErrorValue {
    if (base === 0 && exponent < 0) {
        return divisionByZero();
    }
    const result = base ** exponent;
    if (Number.isNaN(result)) {
        return errorValue('Numeric', 'A negative number has no power with an exponent that is not a whole number.');
    }
    return Number.isFinite(result) ? result : notANumber('Power');
}

/** `Power(base, exponent)`: as the operator `^`. */
export const power = scalarFunction({
    name: 'Power',
    parameters: [number, number],
    result: Types.Number,
    evaluate: (_run, base, exponent) => powerOf(base, exponent),
});
