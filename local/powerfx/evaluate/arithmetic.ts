import type { ArithmeticOperation } from '../binding/operations';
import type { Decimal } from '../numbers/decimal';
import { decimalFromFloat, floatFromDecimal } from '../numbers/decimal-float';
import { errorValue, type ErrorValue } from '../values';

const divisionByZero = (): ErrorValue => errorValue('Div0', 'Invalid operation: division by zero.');
const outOfRange = (): ErrorValue => errorValue('Numeric', 'The result is outside of the range of numbers.');

/** Arithmetic on exact decimal numbers. */
export const decimalArithmetic: Record<ArithmeticOperation, (left: Decimal, right: Decimal) => Decimal | ErrorValue> = {
    add: (left, right) => left.plus(right) ?? outOfRange(),
    subtract: (left, right) => left.minus(right) ?? outOfRange(),
    multiply: (left, right) => left.times(right) ?? outOfRange(),
    divide: (left, right) => (right.isZero ? divisionByZero() : (left.dividedBy(right) ?? outOfRange())),
    power(left, right) {
        const result = numberArithmetic.power(floatFromDecimal(left), floatFromDecimal(right));
        return typeof result === 'number' ? (decimalFromFloat(result) ?? outOfRange()) : result;
    },
};

/** Arithmetic on floating-point numbers: what has no finite result is an error. */
export const numberArithmetic: Record<ArithmeticOperation, (left: number, right: number) => number | ErrorValue> = {
    add: (left, right) => finite(left + right),
    subtract: (left, right) => finite(left - right),
    multiply: (left, right) => finite(left * right),
    divide: (left, right) => (right === 0 ? divisionByZero() : finite(left / right)),
    power(left, right) {
        if (left === 0 && right < 0) {
            return divisionByZero();
        }
        return finite(left ** right);
    },
};

function finite(value: number): number | ErrorValue {
    return Number.isFinite(value) ? value : outOfRange();
}
