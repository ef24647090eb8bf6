import { plainText } from '../row';

/** Decimal places that a column of Dataverse can have at most. */
const DECIMAL_PLACES = 10;

/** Digits of the largest number that both Power Fx's decimal and this room compare. */
const MOST_DIGITS = 28;

/**
 * The text by which rules compare a value: yes and no as 1 and 0, a date as its day `YYYY-MM-DD` (of UTC), a lookup as
 * its id, text without case and without white space around it. The plug-ins read columns into the very same texts.
 */
export function comparableText(value: unknown): string {
    if (typeof value === 'boolean') return value ? '1' : '0';
    if (typeof value === 'number') return numberText(value);
    if (value instanceof Date) return value.toISOString().slice(0, 10);
    if (Array.isArray(value)) return value.map(comparableText).join(',');
    return plainText(String(value)).toLowerCase();
}

/**
 * The number that a comparable text stands for: digits with at most one decimal point and a minus sign in front, or a
 * day, which counts as the number of its digits (2026-01-31 as 20260131) whatever time follows it.
 * @returns null for every other text, thousands separators, currency and percent signs and exponents included
 */
export function comparableNumber(text: string): number | null {
    const day = /^(\d{4})-(\d{2})-(\d{2})(?:t.*)?$/.exec(text);
    if (day) return Number(`${day[1]}${day[2]}${day[3]}`);
    const isNumber = /^-?(?:\d+\.?\d*|\.\d+)$/.test(text) && text.replace(/\D/g, '').length <= MOST_DIGITS;
    return isNumber ? Number(text) : null;
}

function numberText(value: number): string {
    const text = value.toFixed(DECIMAL_PLACES).replace(/\.?0+$/, '');
    return text === '-0' ? '0' : text;
}
