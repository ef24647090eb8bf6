/** The greatest scale of a decimal number: 28 places after the point. */
export const greatestScale = 28;

/** The greatest coefficient of a decimal number: 96 bits. */
export const greatestCoefficient = 2n ** 96n - 1n;

const bigPowers: bigint[] = Array.from({ length: 64 }, (_, exponent) => 10n ** BigInt(exponent));
const powers: number[] = Array.from({ length: 23 }, (_, exponent) => Number(10n ** BigInt(exponent)));

/** 10^exponent, exactly. */
export function bigPowerOfTen(exponent: number): bigint {
    return bigPowers[exponent] ?? 10n ** BigInt(exponent);
}

/** 10^exponent as a floating-point number; exact up to 22. */
export function powerOfTen(exponent: number): number {
    return powers[exponent] ?? 10 ** exponent;
}

/** Whether a big integer can be a plain number without loss. */
export function fitsInteger(value: bigint): boolean {
    return value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= BigInt(Number.MIN_SAFE_INTEGER);
}

/** The quotient rounded to the nearest integer, from the middle to the even one. The divisor may be negative, not zero. */
export function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
    const isNegative = dividend < 0n !== divisor < 0n;
    const numerator = dividend < 0n ? -dividend : dividend;
    const denominator = divisor < 0n ? -divisor : divisor;
    const quotient = numerator / denominator;
    const twiceRest = (numerator % denominator) * 2n;
    const isUp = twiceRest > denominator || (twiceRest === denominator && quotient % 2n === 1n);
    const rounded = isUp ? quotient + 1n : quotient;
    return isNegative ? -rounded : rounded;
}
