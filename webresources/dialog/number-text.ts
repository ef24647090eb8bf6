/** The separators of a locale. */
interface Separators {
    readonly group: string;
    readonly decimal: string;
}

function separatorsOf(locale: string): Separators {
    const parts = new Intl.NumberFormat(locale).formatToParts(-1234567.8);
    const find = (type: string): string | undefined => parts.find((part) => part.type === type)?.value;
    return { group: find('group') ?? '', decimal: find('decimal') ?? '.' };
}

/**
 * A number as the user writes it. Spaces of every kind separate groups anywhere; a point counts as decimal separator
 * where the locale has no other use for it, because numeric keypads type it.
 * @returns null for an empty text, NaN for one that is no number
 */
export function readNumber(text: string, locale: string): number | null {
    const bare = text.trim().replace(/[\s\u00a0\u202f'’]/g, '');
    if (bare === '') return null;
    const { group, decimal } = separatorsOf(locale);
    const [whole = '', fraction, ...rest] = bare
        .split(decimal === ',' && group !== '.' ? /[,.]/ : decimal)
        .map((part) => part);
    if (rest.length > 0 || (fraction !== undefined && !/^\d*$/.test(fraction))) return NaN;
    const digits = /^[\s]*$/.test(group) ? whole : whole.split(group).join('');
    return /^[-−]?\d+$/.test(digits) || (digits === '' && fraction)
        ? Number(`${plain(digits)}.${fraction ?? ''}0`)
        : NaN;
}

function plain(digits: string): string {
    return digits.replace('−', '-') || '0';
}

/** @param decimals how many there are at most */
export function numberText(value: number, locale: string, decimals: number): string {
    return new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }).format(value);
}

/** The same with as many decimals as the currency has, if any: 12,000 or 12,000.50. */
export function moneyText(value: number, locale: string, decimals: number): string {
    const least = Number.isInteger(value) ? 0 : decimals;
    return new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: decimals }).format(
        value,
    );
}
