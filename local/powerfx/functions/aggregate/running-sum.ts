import { Decimal } from '../../numbers/decimal';
import { floatFromDecimal } from '../../numbers/decimal-float';
import type { Type } from '../../types';
import { errorValue, type Value } from '../../values';
import { zeroOf } from './aggregate-function';

const tooLarge = () => errorValue('Numeric', 'The result is too large.');

/** Adds numbers of one kind. */
export class RunningSum {
    count = 0;
    private sum: Decimal | number | undefined;

    constructor(type: Type) {
        this.sum = zeroOf(type);
    }

    add(value: Value): void {
        this.count += 1;
        const { sum } = this;
        if (sum instanceof Decimal) {
            this.sum = value instanceof Decimal ? sum.plus(value) : sum;
        } else if (sum !== undefined) {
            this.sum = sum + (value instanceof Decimal ? floatFromDecimal(value) : Number(value));
        }
    }

    get total(): Value {
        return this.sum === undefined || (typeof this.sum === 'number' && !Number.isFinite(this.sum))
            ? tooLarge()
            : this.sum;
    }

    /** The total divided by the count, which must not be 0. */
    get mean(): Value {
        const { total } = this;
        if (total instanceof Decimal) {
            return total.dividedBy(Decimal.ofInteger(this.count)) ?? tooLarge();
        }
        return typeof total === 'number' ? total / this.count : total;
    }
}
