/**
 * Values as a user reads them: `…@OData.Community.Display.V1.FormattedValue`.
 * Source: Microsoft Learn, "Formatted values"; digits, signs and names of units come from Intl.
 */
import { BASE_LANGUAGE, type Column, type Label, type Option } from '../metadata/types';
import type { Value } from '../pipeline/types';
import type { UserSettings } from './user-settings';

/** The currency that a row's money is in. */
export interface Currency {
    readonly symbol: string;
    /** ISO 4217. */
    readonly code: string;
    /** Decimal places. */
    readonly precision: number;
}

export const textIn = (label: Label, language: number): string => label[language] ?? label[BASE_LANGUAGE] ?? '';

/**
 * @param currency of the row, for money; without one the number alone is written
 * @returns undefined when the value has no form of its own: text, ids, empty values
 */
export function formatValue(
    column: Column,
    value: Value,
    settings: UserSettings,
    currency?: Currency,
): string | undefined {
    if (value === null) return undefined;
    switch (column.type) {
        case 'Boolean':
            return typeof value === 'boolean' ? optionText(column, Number(value), settings) : undefined;
        case 'Picklist':
        case 'State':
        case 'Status':
            return typeof value === 'number' ? optionText(column, value, settings) : undefined;
        case 'MultiSelectPicklist':
            return Array.isArray(value)
                ? value.map((each) => optionText(column, Number(each), settings) ?? String(each)).join('; ')
                : undefined;
        case 'DateTime':
            return typeof value === 'string' ? formatDate(column, value, settings) : undefined;
        case 'Money':
            return typeof value === 'number' ? formatMoney(column, value, settings, currency) : undefined;
        case 'Decimal':
        case 'Double':
            return typeof value === 'number' ? formatNumber(value, column.precision ?? 2, settings) : undefined;
        case 'Integer':
            return typeof value === 'number' ? formatInteger(column, value, settings) : undefined;
        case 'BigInt':
            return typeof value === 'number' ? formatNumber(value, 0, settings) : undefined;
        case 'Lookup':
        case 'Customer':
        case 'Owner':
            return typeof value === 'object' && 'id' in value && 'name' in value ? String(value.name) : undefined;
        case 'EntityName':
        case 'File':
        case 'Image':
        case 'ManagedProperty':
        case 'Memo':
        case 'PartyList':
        case 'String':
        case 'Uniqueidentifier':
        case 'Virtual':
            return undefined;
    }
}

const optionsByValue = new WeakMap<Column, ReadonlyMap<number, Option>>();

function optionText(column: Column, value: number, settings: UserSettings): string | undefined {
    let options = optionsByValue.get(column);
    if (!options) {
        options = new Map((column.optionSet?.options ?? []).map((option) => [option.value, option]));
        optionsByValue.set(column, options);
    }
    const option = options.get(value);
    return option && textIn(option.label, settings.language);
}

const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const key = `${locale} ${JSON.stringify(options)}`;
    let format = numberFormats.get(key);
    if (!format) {
        format = new Intl.NumberFormat(locale, options);
        numberFormats.set(key, format);
    }
    return format;
}

export const formatNumber = (value: number, places: number, settings: UserSettings): string =>
    numberFormat(settings.locale, { minimumFractionDigits: places, maximumFractionDigits: places }).format(value);

function formatMoney(column: Column, value: number, settings: UserSettings, currency: Currency | undefined): string {
    const places = column.precisionSource === 2 ? (currency?.precision ?? 2) : (column.precision ?? 2);
    if (!currency) return formatNumber(value, places, settings);
    const options = {
        style: 'currency',
        currency: currency.code,
        minimumFractionDigits: places,
        maximumFractionDigits: places,
    } as const;
    // The place of the symbol is the locale's; the symbol itself is what the currency's row says.
    return numberFormat(settings.locale, options)
        .formatToParts(value)
        .map((part) => (part.type === 'currency' ? currency.symbol : part.value))
        .join('')
        .replace(/\u202f/g, '\u00a0');
}

const HOUR = 60;
const DAY = 24 * HOUR;

function formatInteger(column: Column, value: number, settings: UserSettings): string {
    if (column.format !== 'Duration') return formatNumber(value, 0, settings);
    // Minutes, shown in the largest unit that the platform's duration picker offers.
    const [unit, size] =
        value >= DAY ? (['day', DAY] as const) : value >= HOUR ? (['hour', HOUR] as const) : (['minute', 1] as const);
    return numberFormat(settings.locale, {
        style: 'unit',
        unit,
        unitDisplay: 'long',
        maximumFractionDigits: 2,
    }).format(value / size);
}

const dateFormats = new Map<string, { readonly date: Intl.DateTimeFormat; readonly time: Intl.DateTimeFormat }>();

function formatDate(column: Column, value: string, settings: UserSettings): string {
    const isLocal = column.dateTimeBehavior !== 'DateOnly' && column.dateTimeBehavior !== 'TimeZoneIndependent';
    const timeZone = isLocal ? settings.timeZone : 'UTC';
    const key = `${settings.locale} ${timeZone}`;
    let formats = dateFormats.get(key);
    if (!formats) {
        // Clocks of 24 hours are written with two digits ("09:05"), those of 12 with as many as needed ("9:05 AM").
        const isTwelveHours = new Intl.DateTimeFormat(settings.locale, { hour: 'numeric' }).resolvedOptions().hour12;
        const hour = isTwelveHours ? 'numeric' : '2-digit';
        formats = {
            date: new Intl.DateTimeFormat(settings.locale, {
                timeZone,
                year: 'numeric',
                month: 'numeric',
                day: 'numeric',
            }),
            time: new Intl.DateTimeFormat(settings.locale, { timeZone, hour, minute: '2-digit' }),
        };
        dateFormats.set(key, formats);
    }
    const instant = new Date(value);
    if (Number.isNaN(instant.getTime())) return value;
    const date = formats.date.format(instant);
    const hasTime = column.dateTimeBehavior !== 'DateOnly' && column.format !== 'DateOnly';
    // Newer ICU puts a narrow no-break space before AM and PM; the platform has an ordinary one.
    return hasTime ? `${date} ${formats.time.format(instant).replace(/\u202f/g, ' ')}` : date;
}
