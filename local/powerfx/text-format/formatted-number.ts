import type { Decimal } from '../numbers/decimal';
import { roundedDigits } from '../numbers/float-text';

/** The digits of a number that is to be formatted: 0.digits × 10^pointPosition; no digits for zero. */
export interface FormattedNumber {
    readonly isNegative: boolean;
    /** Without zeros at either end. */
    readonly digits: string;
    readonly pointPosition: number;
    readonly isFloat: boolean;
}

export function formattedDecimal(value: Decimal): FormattedNumber {
    const all = value.abs().coefficient.toString();
    return {
        isNegative: value.sign < 0,
        digits: value.isZero ? '' : all.replace(/0+$/, ''),
        pointPosition: value.isZero ? 0 : all.length - value.scale,
        isFloat: false,
    };
}

/** Floating-point numbers have 15 digits in a custom format. */
export function formattedFloat(value: number): FormattedNumber {
    if (value === 0) {
        return { isNegative: Object.is(value, -0), digits: '', pointPosition: 0, isFloat: true };
    }
    return { isNegative: value < 0, ...roundedDigits(Math.abs(value), 15), isFloat: true };
}
