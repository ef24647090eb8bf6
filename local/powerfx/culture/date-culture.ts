import type { DateCulture } from './culture';
import { intlLocale } from './locale';

/** What Windows, and with it .NET and Dataverse, writes otherwise than `Intl`. By language tag or language. */
const windowsForms: Readonly<Record<string, Partial<DateCulture>>> = {
    '': {
        shortDate: 'MM/dd/yyyy',
        longDate: 'dddd, dd MMMM yyyy',
        shortTime: 'HH:mm',
        longTime: 'HH:mm:ss',
    },
    'en-GB': { longDate: 'dd MMMM yyyy' },
    vi: {
        // With tones as marks of their own, as in the character set that Windows has for the language.
        monthNames: [
            'Giêng',
            'Hai',
            'Ba',
            'Tư',
            'Năm',
            'Sa\u0301u',
            'Ba\u0309y',
            'Ta\u0301m',
            'Chi\u0301n',
            'Mươ\u0300i',
            'Mươ\u0300i Mô\u0323t',
            'Mươ\u0300i Hai',
        ].map((name) => `Tha\u0301ng ${name}`),
        dayNames: ['Chu\u0309 Nhâ\u0323t'].concat(
            ['Hai', 'Ba', 'Tư', 'Năm', 'Sa\u0301u', 'Ba\u0309y'].map((name) => `Thư\u0301 ${name}`),
        ),
        shortDate: 'dd/MM/yyyy',
        longDate: 'dd MMMM yyyy',
        shortTime: 'h:mm tt',
        longTime: 'h:mm:ss tt',
        morning: 'SA',
        afternoon: 'CH',
    },
};

/** A Saturday, whose day and month are one digit long, in the afternoon. */
const sample = new Date(Date.UTC(2033, 1, 5, 17, 8, 9));

/** How dates are written in the culture of a language tag. */
export function dateCulture(tag: string): DateCulture {
    const locale = intlLocale(tag);
    const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2023, month, 15)));
    // 2023-01-01 was a Sunday.
    const days = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2023, 0, 1 + day)));
    const meridiem = (hour: number): string =>
        partOf(locale, { hour: 'numeric', hour12: true }, 'dayPeriod', new Date(Date.UTC(2023, 0, 1, hour)));
    const derived: DateCulture = {
        monthNames: months.map((date) => format(locale, { month: 'long' }).format(date)),
        monthNamesInDates: months.map((date) => partOf(locale, { day: 'numeric', month: 'long' }, 'month', date)),
        shortMonthNames: months.map((date) => format(locale, { month: 'short' }).format(date)),
        dayNames: days.map((date) => partOf(locale, { weekday: 'long' }, 'weekday', date)),
        shortDayNames: days.map((date) => partOf(locale, { weekday: 'short' }, 'weekday', date)),
        morning: meridiem(9),
        afternoon: meridiem(17),
        shortDate: pattern(locale, { dateStyle: 'short' }),
        longDate: pattern(locale, { dateStyle: 'full' }),
        shortTime: pattern(locale, { timeStyle: 'short' }),
        longTime: pattern(locale, { timeStyle: 'medium' }),
    };
    const language = tag.split('-')[0] ?? '';
    const own = windowsForms[tag] ?? windowsForms[language] ?? {};
    const monthNamesInDates = own.monthNames ? { monthNamesInDates: own.monthNames } : {};
    return { ...derived, ...monthNamesInDates, ...own };
}

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat(locale, {
        calendar: 'gregory',
        numberingSystem: 'latn',
        timeZone: 'UTC',
        ...options,
    });
}

function partOf(locale: string, options: Intl.DateTimeFormatOptions, type: string, date: Date): string {
    return (
        format(locale, options)
            .formatToParts(date)
            .find((part) => part.type === type)?.value ?? ''
    );
}

/** The pattern behind a printed sample. */
function pattern(locale: string, options: Intl.DateTimeFormatOptions): string {
    const { hour12 } = format(locale, options).resolvedOptions();
    const written = format(locale, options).formatToParts(sample);
    return written.map((part) => patternPart(part.type, part.value, hour12 ?? false)).join('');
}

function patternPart(type: Intl.DateTimeFormatPartTypes, value: string, isTwelveHours: boolean): string {
    const isPadded = value.startsWith('0');
    switch (type) {
        case 'day':
            return isPadded ? 'dd' : 'd';
        case 'month':
            return /\d/.test(value) ? (isPadded ? 'MM' : 'M') : 'MMMM';
        case 'year':
            return 'yyyy';
        case 'weekday':
            return 'dddd';
        case 'hour':
            return isTwelveHours ? (isPadded ? 'hh' : 'h') : 'HH';
        case 'minute':
            return 'mm';
        case 'second':
            return 'ss';
        case 'dayPeriod':
            return 'tt';
        default:
            return literal(value);
    }
}

function literal(value: string): string {
    // Newer ICU data put narrow no-break spaces before AM and PM, which .NET does not.
    const plain = value.replace(/[\u202f\u00a0]/g, ' ');
    return /[A-Za-z\u00c0-\uffff]/.test(plain) ? plain.replace(/\S+/g, (word) => `'${word}'`) : plain;
}
