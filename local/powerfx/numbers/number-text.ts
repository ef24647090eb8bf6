import type { NumberCulture } from '../culture/culture';
import type { Decimal } from './decimal';
import { decimalFromDigits } from './decimal-text';
import { scanNumber, type ScannedNumber } from './number-scanner';

/**
 * The decimal number in a text that a person wrote, as `Value` and `Decimal` read it: a sign, a currency symbol, group
 * separators, parentheses for a negative amount, an exponent, and a percent sign at either end (Microsoft Learn,
 * "Decimal, Float, and Value functions").
 * @returns undefined when the text is no number or the number is too large.
 */
export function readDecimal(text: string, culture: NumberCulture): Decimal | undefined {
    const amount = readAmount(text, culture);
    if (!amount) {
        return undefined;
    }
    const places = amount.digits.length - amount.pointPosition + (amount.isPercent ? 2 : 0);
    return decimalFromDigits(amount.isNegative, amount.digits, places);
}

/** The floating-point number in a text, read as {@link readDecimal} does. @returns undefined as there. */
export function readFloat(text: string, culture: NumberCulture): number | undefined {
    const amount = readAmount(text, culture);
    if (!amount) {
        return undefined;
    }
    const magnitude = Number(
        `${amount.digits === '' ? '0' : amount.digits}e${amount.pointPosition - amount.digits.length}`,
    );
    const value = (amount.isNegative ? -magnitude : magnitude) / (amount.isPercent ? 100 : 1);
    return Number.isFinite(value) ? value : undefined;
}

interface Amount extends ScannedNumber {
    readonly isPercent: boolean;
}

/**
 * A percent sign may stand at one end, and a sign before or after it, each with spaces between; only one sign in all.
 */
function readAmount(text: string, culture: NumberCulture): Amount | undefined {
    const first = withoutPercent(text.trim());
    const signed = first && withoutSign(first.rest);
    if (!first || !signed) {
        return undefined;
    }
    let rest = signed.rest;
    let isPercent = first.isPercent;
    if (signed.hasSign && !isPercent) {
        const second = withoutPercent(rest);
        if (!second) {
            return undefined;
        }
        ({ rest, isPercent } = second);
    }
    if (/^[-+%]|%$/.test(rest)) {
        return undefined;
    }
    const scanned = scanNumber(rest, culture);
    return scanned && { ...scanned, isNegative: scanned.isNegative !== signed.isNegative, isPercent };
}

function withoutPercent(text: string): { rest: string; isPercent: boolean } | undefined {
    const isFirst = text.startsWith('%');
    const isLast = text.endsWith('%');
    if (isFirst && isLast) {
        return undefined;
    }
    const rest = isFirst ? text.slice(1) : isLast ? text.slice(0, -1) : text;
    return { rest: rest.trim(), isPercent: isFirst || isLast };
}

function withoutSign(text: string): { rest: string; isNegative: boolean; hasSign: boolean } {
    const hasSign = /^[-+]/.test(text);
    return { rest: hasSign ? text.slice(1).trim() : text, isNegative: text.startsWith('-'), hasSign };
}
