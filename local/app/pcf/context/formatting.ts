/** `context.formatting` (Microsoft Learn, "Formatting"): in the user's language, formats and time zone. */
import type { ClientUser } from '../../../dataverse/client/types';
import { formatDate, formatDateTime, formatTime } from '../../platform/format/format-date';
import { formatMoney, formatNumber } from '../../platform/format/format-number';

const DEFAULT_PRECISION = 2;

export function createFormatting(user: ClientUser): ComponentFramework.Formatting {
    const inUserZone = (value: Date, options: Intl.DateTimeFormatOptions): string =>
        new Intl.DateTimeFormat(user.locale, { ...options, timeZone: user.timeZone }).format(value);
    return {
        formatCurrency: (value, precision = DEFAULT_PRECISION, symbol = user.currency.symbol) =>
            formatMoney(value, symbol, user, precision),
        formatDecimal: (value, precision = DEFAULT_PRECISION) => formatNumber(value, user, precision),
        formatDateAsFilterStringInUTC: (value, includeTime = false) =>
            includeTime ? `${value.toISOString().slice(0, 19)}Z` : value.toISOString().slice(0, 10),
        formatDateLong: (value) => inUserZone(value, { dateStyle: 'full' }),
        formatDateLongAbbreviated: (value) => inUserZone(value, { dateStyle: 'long' }),
        formatDateShort: (value, includeTime = false) =>
            includeTime ? formatDateTime(value, user) : formatDate(value, user),
        formatDateYearMonth: (value) => inUserZone(value, { year: 'numeric', month: 'long' }),
        formatInteger: (value) => formatNumber(value, user),
        formatLanguage: (value) => languageName(value, user.locale),
        formatTime: (value) => formatTime(value, user),
        getWeekOfYear: weekOfYear,
    };
}

/** Locale ids of the languages that the player speaks; others are named by their number. */
const LOCALES: Readonly<Record<number, string>> = { 1033: 'en-US', 1036: 'fr-FR' };

function languageName(lcid: number, locale: string): string {
    const tag = LOCALES[lcid];
    return (tag && new Intl.DisplayNames([locale], { type: 'language' }).of(tag)) ?? String(lcid);
}

/** The week that holds the date, counted as ISO 8601 does. */
function weekOfYear(date: Date): number {
    const day = 86_400_000;
    const thursday = new Date(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()));
    thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
    const start = Date.UTC(thursday.getUTCFullYear(), 0, 1);
    return Math.ceil(((thursday.getTime() - start) / day + 1) / 7);
}
