import { Decimal } from '../../numbers/decimal';
import { roundDecimal } from '../../numbers/decimal-rounding';
import { errorValue, type Value } from '../../values';
import { numeric } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { tooLarge } from './numeric-errors';

/** `RandBetween(lower, upper)`: a random whole number from one to the other, both included. */
export const randBetween = scalarFunction({
    name: 'RandBetween',
    parameters: [numeric, numeric],
    result: 'numeric',
    isImpure: true,
    isTabular: false,
    evaluate: (run, lower, upper): Value => {
        if (lower instanceof Decimal && upper instanceof Decimal) {
            return lower.compare(upper) > 0 ? wrongOrder() : betweenDecimals(lower, upper, run.random());
        }
        if (lower instanceof Decimal || upper instanceof Decimal) {
            throw new TypeError('RandBetween: both arguments are of one numeric kind.');
        }
        const first = Math.ceil(lower);
        const count = Math.floor(upper) - first + 1;
        return lower > upper ? wrongOrder() : first + Math.floor(run.random() * count);
    },
});

function betweenDecimals(lower: Decimal, upper: Decimal, random: number): Value {
    const first = roundDecimal(lower.negate(), 0, 'floor')?.negate();
    const last = roundDecimal(upper, 0, 'floor');
    const count = first && last?.minus(first)?.plus(Decimal.one);
    // 2^53 steps are as fine as the random number is.
    const share = count?.times(Decimal.ofInteger(Math.floor(random * 2 ** 52)));
    const step = share?.dividedBy(Decimal.ofInteger(2 ** 52));
    const offset = step && roundDecimal(step, 0, 'floor');
    return (offset && first?.plus(offset)) ?? tooLarge('RandBetween');
}

function wrongOrder(): Value {
    return errorValue('Numeric', 'RandBetween: the lower value is greater than the upper one.');
}
