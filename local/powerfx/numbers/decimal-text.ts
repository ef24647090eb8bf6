import { Decimal } from './decimal';

const decimalPattern = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/**
 * A number written with a point and perhaps an exponent, as in a formula: `12`, `-1.5`, `2.1e3`. Digits beyond the 28
 * or 29 that fit are rounded half to even, as .NET reads them.
 * @returns undefined when the text is no such number; `'overflow'` when it is too large.
 */
export function parseDecimal(text: string): Decimal | 'overflow' | undefined {
    const match = decimalPattern.exec(text);
    if (!match) {
        return undefined;
    }
    const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
    if (whole === '' && fraction === '') {
        return undefined;
    }
    return decimalFromDigits(sign === '-', whole + fraction, fraction.length - Number(exponent)) ?? 'overflow';
}

/**
 * The number with these digits, of which so many stand after the point.
 * @returns undefined when it is too large.
 */
export function decimalFromDigits(isNegative: boolean, digits: string, places: number): Decimal | undefined {
    const significant = digits.replace(/^0+/, '');
    if (significant === '') {
        return Decimal.zero;
    }
    const magnitude = significant.length - places;
    if (magnitude > 29) {
        return undefined;
    }
    if (magnitude < -29) {
        return Decimal.zero;
    }
    const coefficient = significant.length <= 15 ? Number(significant) : BigInt(significant);
    const value = Decimal.ofParts(coefficient, places);
    return value && isNegative ? value.negate() : value;
}
