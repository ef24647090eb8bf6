import { Decimal } from '../../numbers/decimal';
import type { Value } from '../../values';
import { numeric } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { divisionByZero } from './numeric-errors';

/** `Mod(number, divisor)`: what is left after a division rounded down; it has the sign of the divisor. */
export const mod = scalarFunction({
    name: 'Mod',
    parameters: [numeric, numeric],
    result: 'numeric',
    evaluate: (_run, dividend, divisor): Value => {
        if (dividend instanceof Decimal && divisor instanceof Decimal) {
            return divisor.isZero ? divisionByZero() : decimalModulo(dividend, divisor);
        }
        if (dividend instanceof Decimal || divisor instanceof Decimal) {
            throw new TypeError('Mod: both arguments are of one numeric kind.');
        }
        return divisor === 0 ? divisionByZero() : floatModulo(dividend, divisor);
    },
});

function decimalModulo(dividend: Decimal, divisor: Decimal): Decimal | null {
    const rest = dividend.remainder(divisor);
    return rest.sign * divisor.sign < 0 ? (rest.plus(divisor) ?? null) : rest;
}

function floatModulo(dividend: number, divisor: number): number {
    const rest = dividend % divisor;
    return Math.sign(rest) * Math.sign(divisor) < 0 ? rest + divisor : rest;
}
