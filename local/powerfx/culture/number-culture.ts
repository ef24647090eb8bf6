import type { NumberCulture } from './culture';
import { intlLocale } from './locale';

/** The currency of a country, for reading amounts; the euro where nothing else is said of a member of its area. */
const currencies: Readonly<Record<string, string>> = {
    AE: 'AED',
    AR: 'ARS',
    AU: 'AUD',
    BR: 'BRL',
    CA: 'CAD',
    CH: 'CHF',
    CL: 'CLP',
    CN: 'CNY',
    CO: 'COP',
    CZ: 'CZK',
    DK: 'DKK',
    EG: 'EGP',
    GB: 'GBP',
    HK: 'HKD',
    HU: 'HUF',
    ID: 'IDR',
    IL: 'ILS',
    IN: 'INR',
    JP: 'JPY',
    KR: 'KRW',
    LI: 'CHF',
    MA: 'MAD',
    MX: 'MXN',
    MY: 'MYR',
    NO: 'NOK',
    NZ: 'NZD',
    PE: 'PEN',
    PH: 'PHP',
    PL: 'PLN',
    RO: 'RON',
    RU: 'RUB',
    SA: 'SAR',
    SE: 'SEK',
    SG: 'SGD',
    TH: 'THB',
    TR: 'TRY',
    TW: 'TWD',
    UA: 'UAH',
    US: 'USD',
    VN: 'VND',
    ZA: 'ZAR',
};

const euroCountries = new Set(
    ['AT', 'BE', 'BG', 'CY', 'DE', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR'].concat([
        'IE',
        'IT',
        'LT',
        'LU',
        'LV',
        'MT',
        'NL',
        'PT',
        'SI',
        'SK',
    ]),
);

/** How numbers are written in the culture of a language tag. */
export function numberCulture(tag: string): NumberCulture {
    const locale = intlLocale(tag);
    const parts = new Intl.NumberFormat(locale, {
        numberingSystem: 'latn',
        useGrouping: 'always',
        minimumFractionDigits: 1,
    } as Intl.NumberFormatOptions).formatToParts(-1234567890.5);
    const partOf = (type: string): string | undefined => parts.find((part) => part.type === type)?.value;
    const groups = parts.filter((part) => part.type === 'integer').map((part) => part.value.length);
    return {
        decimalSeparator: partOf('decimal') ?? '.',
        groupSeparator: partOf('group') ?? ',',
        groupSizes: groupSizes(groups),
        negativeSign: '-',
        positiveSign: '+',
        percentSymbol: '%',
        currencySymbol: tag === '' ? '¤' : currencySymbol(locale),
    };
}

/** The sizes from the right; the first group may be cut short, the one before it is whole. */
function groupSizes(lengths: readonly number[]): readonly number[] {
    const [last, next] = [...lengths].reverse();
    if (last === undefined || lengths.length < 2) {
        return [3];
    }
    return next !== undefined && lengths.length > 2 && next !== last ? [last, next] : [last];
}

function currencySymbol(locale: string): string {
    const region = new Intl.Locale(locale).maximize().region ?? '';
    const currency = euroCountries.has(region) ? 'EUR' : currencies[region];
    if (!currency) {
        return '¤';
    }
    const parts = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
    return parts.formatToParts(1).find((part) => part.type === 'currency')?.value ?? currency;
}
