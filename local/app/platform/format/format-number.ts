import type { ClientUser } from '../../../dataverse/client/types';

type NumberUser = Pick<ClientUser, 'locale'>;

/** A number with the user's separators. @param precision decimal places */
export function formatNumber(value: number, user: NumberUser, precision = 0): string {
    return new Intl.NumberFormat(user.locale, {
        minimumFractionDigits: precision,
        maximumFractionDigits: precision,
    }).format(value);
}

/** An amount with its currency's symbol where the user's locale has it. @param symbol such as `€` */
export function formatMoney(value: number, symbol: string, user: NumberUser, precision = 2): string {
    const parts = new Intl.NumberFormat(user.locale, {
        style: 'currency',
        currency: 'EUR',
        minimumFractionDigits: precision,
        maximumFractionDigits: precision,
    }).formatToParts(value);
    return parts.map((part) => (part.type === 'currency' ? symbol : part.value)).join('');
}

/**
 * Reads a number as the user writes it; currency symbols and spaces do not matter.
 * @returns undefined when the text is no number
 */
export function parseNumber(text: string, user: NumberUser): number | undefined {
    const parts = new Intl.NumberFormat(user.locale).formatToParts(-12345.6);
    const decimal = parts.find((part) => part.type === 'decimal')?.value ?? '.';
    const group = parts.find((part) => part.type === 'group')?.value ?? ',';
    const plain = text
        .replace(/[\s\u00a0\u202f]/g, '')
        .split(group)
        .join('')
        .replace(decimal, '.')
        .replace(/[^\d.\-+]/g, '');
    return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}
