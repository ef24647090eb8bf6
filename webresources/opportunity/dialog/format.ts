import type { Currency } from '../../../lifecycle/close-opportunity/opportunity';

/** Money as the user's region writes it, with the currency's sign. */
export function formatMoney(amount: number, { code, symbol, decimals }: Currency, locale: string): string {
    const digits = {
        minimumFractionDigits: Number.isInteger(amount) ? 0 : decimals,
        maximumFractionDigits: decimals,
    };
    if (/^[A-Z]{3}$/.test(code)) {
        return new Intl.NumberFormat(locale, { style: 'currency', currency: code, ...digits }).format(amount);
    }
    return `${new Intl.NumberFormat(locale, digits).format(amount)} ${symbol}`.trim();
}

/** @param day as `YYYY-MM-DD` */
export function formatDay(day: string, locale: string): string {
    return new Date(`${day}T00:00:00Z`).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' });
}

/** @param moment ISO 8601 */
export function formatMoment(moment: string, locale: string): string {
    return new Date(moment).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
}
