import {
    bigPowerOfTen,
    divideHalfEven,
    fitsInteger,
    greatestCoefficient,
    greatestScale,
    powerOfTen,
} from './coefficient';

/**
 * An exact decimal number: `coefficient / 10^scale`, with a coefficient of 96 bits and a scale of 0 to 28, as .NET's
 * `System.Decimal`, in which Power Fx computes (Microsoft Learn, "System.Decimal struct"; Microsoft Power Fx, "Data
 * types"). Always in its shortest form: 1.50 is 15 / 10^1.
 *
 * The coefficient is a plain number while it is a safe integer, and a bigint only beyond that, so that rules which
 * compare everyday numbers never touch big integers.
 */
export class Decimal {
    static readonly zero = new Decimal(0, 0);
    static readonly one = new Decimal(1, 0);

    private constructor(
        /** A safe integer as a number, any other as a bigint. */
        readonly coefficient: number | bigint,
        readonly scale: number,
    ) {}

    /** A whole number. The argument must be a safe integer. */
    static ofInteger(value: number): Decimal {
        return value === 0 ? Decimal.zero : new Decimal(value, 0);
    }

    /**
     * `coefficient / 10^scale`, rounded half to even where it has more digits than fit.
     * @param scale Any whole number; a negative one multiplies.
     * @returns undefined when the number is too large.
     */
    static ofParts(coefficient: number | bigint, scale: number): Decimal | undefined {
        if (typeof coefficient === 'number' && scale >= 0 && scale <= greatestScale) {
            return Decimal.ofSmall(coefficient, scale);
        }
        return Decimal.ofLarge(BigInt(coefficient), scale);
    }

    private static ofSmall(coefficient: number, scale: number): Decimal {
        if (coefficient === 0) {
            return Decimal.zero;
        }
        while (scale > 0 && coefficient % 10 === 0) {
            coefficient /= 10;
            scale -= 1;
        }
        return new Decimal(coefficient, scale);
    }

    private static ofLarge(coefficient: bigint, scale: number): Decimal | undefined {
        if (coefficient === 0n) {
            return Decimal.zero;
        }
        if (scale < 0) {
            if (scale < -greatestScale - 1) {
                return undefined;
            }
            coefficient *= bigPowerOfTen(-scale);
            scale = 0;
        }
        let surplus = Math.max(scale - greatestScale, digitsBeyond(coefficient));
        for (;;) {
            if (surplus > scale) {
                return undefined;
            }
            const rounded = surplus === 0 ? coefficient : divideHalfEven(coefficient, bigPowerOfTen(surplus));
            if (rounded <= greatestCoefficient && rounded >= -greatestCoefficient) {
                return Decimal.shortest(rounded, scale - surplus);
            }
            surplus += 1;
        }
    }

    private static shortest(coefficient: bigint, scale: number): Decimal {
        while (scale > 0 && !isSafe(coefficient) && coefficient % 10n === 0n) {
            coefficient /= 10n;
            scale -= 1;
        }
        return isSafe(coefficient) ? Decimal.ofSmall(Number(coefficient), scale) : new Decimal(coefficient, scale);
    }

    get isZero(): boolean {
        return this.coefficient === 0;
    }

    /** -1, 0 or 1. */
    get sign(): number {
        return this.coefficient === 0 ? 0 : this.coefficient > 0 ? 1 : -1;
    }

    get isInteger(): boolean {
        return this.scale === 0;
    }

    negate(): Decimal {
        return this.isZero ? this : new Decimal(-this.coefficient, this.scale);
    }

    abs(): Decimal {
        return this.sign < 0 ? this.negate() : this;
    }

    /** @returns undefined when the sum is too large. */
    plus(other: Decimal): Decimal | undefined {
        const aligned = alignSmall(this, other);
        if (aligned) {
            const sum = aligned.left + aligned.right;
            if (Number.isSafeInteger(sum)) {
                return Decimal.ofSmall(sum, aligned.scale);
            }
        }
        const scale = Math.max(this.scale, other.scale);
        return Decimal.ofLarge(scaled(this, scale) + scaled(other, scale), scale);
    }

    /** @returns undefined when the difference is too large. */
    minus(other: Decimal): Decimal | undefined {
        return this.plus(other.negate());
    }

    /** @returns undefined when the product is too large. */
    times(other: Decimal): Decimal | undefined {
        const scale = this.scale + other.scale;
        if (typeof this.coefficient === 'number' && typeof other.coefficient === 'number' && scale <= greatestScale) {
            const product = this.coefficient * other.coefficient;
            if (Number.isSafeInteger(product)) {
                return Decimal.ofSmall(product, scale);
            }
        }
        return Decimal.ofLarge(BigInt(this.coefficient) * BigInt(other.coefficient), scale);
    }

    /**
     * The quotient to 28 or 29 digits, rounded half to even.
     * @returns undefined when it is too large. The divisor must not be zero.
     */
    dividedBy(divisor: Decimal): Decimal | undefined {
        if (typeof this.coefficient === 'number' && typeof divisor.coefficient === 'number') {
            // Most everyday quotients end after a few places.
            let scale = this.scale - divisor.scale;
            for (let dividend = this.coefficient; Number.isSafeInteger(dividend) && scale <= 8; dividend *= 10) {
                if (scale >= 0 && dividend % divisor.coefficient === 0) {
                    return Decimal.ofSmall(dividend / divisor.coefficient, scale);
                }
                scale += 1;
            }
        }
        const numerator = BigInt(this.coefficient) * bigPowerOfTen(divisor.scale);
        const denominator = BigInt(divisor.coefficient) * bigPowerOfTen(this.scale);
        // The last digit that still counts: as many places as fit beside the digits before the point, at most 28.
        const digitsBefore = digitCount(numerator) - digitCount(denominator);
        for (let scale = Math.min(greatestScale, 30 - digitsBefore); scale >= 0; scale -= 1) {
            const quotient = divideHalfEven(numerator * bigPowerOfTen(scale), denominator);
            if (quotient <= greatestCoefficient && quotient >= -greatestCoefficient) {
                return Decimal.shortest(quotient, scale);
            }
        }
        return undefined;
    }

    /** What is left after a division rounded towards zero; it has the sign of this number. The divisor must not be zero. */
    remainder(divisor: Decimal): Decimal {
        const aligned = alignSmall(this, divisor);
        if (aligned) {
            return Decimal.ofSmall(aligned.left % aligned.right, aligned.scale);
        }
        const scale = Math.max(this.scale, divisor.scale);
        return Decimal.shortest(scaled(this, scale) % scaled(divisor, scale), scale);
    }

    /** Negative, zero or positive as this number is less than, equal to or greater than the other. */
    compare(other: Decimal): number {
        if (this.scale === other.scale) {
            return this.coefficient < other.coefficient ? -1 : this.coefficient > other.coefficient ? 1 : 0;
        }
        const aligned = alignSmall(this, other);
        if (aligned) {
            return aligned.left - aligned.right;
        }
        const scale = Math.max(this.scale, other.scale);
        const left = scaled(this, scale);
        const right = scaled(other, scale);
        return left < right ? -1 : left > right ? 1 : 0;
    }

    equals(other: Decimal): boolean {
        // Both are in their shortest form, so the same number has the same parts.
        return this.scale === other.scale && this.coefficient === other.coefficient;
    }

    /** All digits, with a point, never an exponent and no zeros at the end. */
    toString(): string {
        if (this.scale === 0) {
            return this.coefficient.toString();
        }
        const digits = this.abs()
            .coefficient.toString()
            .padStart(this.scale + 1, '0');
        const point = digits.length - this.scale;
        return `${this.sign < 0 ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
    }
}

function isSafe(value: bigint): boolean {
    return fitsInteger(value);
}

function scaled(value: Decimal, scale: number): bigint {
    const coefficient = BigInt(value.coefficient);
    return scale === value.scale ? coefficient : coefficient * bigPowerOfTen(scale - value.scale);
}

interface AlignedCoefficients {
    readonly left: number;
    readonly right: number;
    readonly scale: number;
}

/** Both coefficients at the greater scale, when they are then still safe integers. */
function alignSmall(left: Decimal, right: Decimal): AlignedCoefficients | undefined {
    if (typeof left.coefficient !== 'number' || typeof right.coefficient !== 'number') {
        return undefined;
    }
    const difference = left.scale - right.scale;
    if (difference === 0) {
        return { left: left.coefficient, right: right.coefficient, scale: left.scale };
    }
    if (difference > 15 || difference < -15) {
        return undefined;
    }
    const scale = Math.max(left.scale, right.scale);
    const leftCoefficient = difference < 0 ? left.coefficient * powerOfTen(-difference) : left.coefficient;
    const rightCoefficient = difference > 0 ? right.coefficient * powerOfTen(difference) : right.coefficient;
    return Number.isSafeInteger(leftCoefficient) && Number.isSafeInteger(rightCoefficient)
        ? { left: leftCoefficient, right: rightCoefficient, scale }
        : undefined;
}

function digitCount(value: bigint): number {
    return (value < 0n ? -value : value).toString().length;
}

/** At least how many of the digits do not fit into 96 bits. */
function digitsBeyond(coefficient: bigint): number {
    if (coefficient <= greatestCoefficient && coefficient >= -greatestCoefficient) {
        return 0;
    }
    const digits = (coefficient < 0n ? -coefficient : coefficient).toString().length;
    return Math.max(1, digits - 29);
}
