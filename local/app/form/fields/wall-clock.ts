import type { ClientColumn } from '../../../dataverse/client/types';
import { momentOf, zonedTime, type ZonedTime } from '../../platform/format/user-time';

/** What a clock shows for a date column's value: in the user's zone, or as it is for columns without a zone. */
export function wallClock(column: ClientColumn, value: Date, timeZone: string): ZonedTime {
    return isUserLocal(column)
        ? zonedTime(value, timeZone)
        : {
              year: value.getFullYear(),
              month: value.getMonth() + 1,
              day: value.getDate(),
              hour: value.getHours(),
              minute: value.getMinutes(),
              second: 0,
          };
}

/** The value of a date column for what the clock shows. */
export function fromWallClock(column: ClientColumn, clock: ZonedTime, timeZone: string): Date {
    return isUserLocal(column)
        ? momentOf(clock, timeZone)
        : new Date(clock.year, clock.month - 1, clock.day, clock.hour, clock.minute);
}

function isUserLocal(column: ClientColumn): boolean {
    return column.dateTimeBehavior === 'UserLocal' || column.dateTimeBehavior === undefined;
}

/**
 * Reads a day as the user writes it: in the order of the locale, with any separators, two- or four-digit years.
 * @returns undefined when the text is no day
 */
export function parseDay(text: string, locale: string): { year: number; month: number; day: number } | undefined {
    const numbers = text.match(/\d+/g)?.map(Number) ?? [];
    const order = new Intl.DateTimeFormat(locale)
        .formatToParts(new Date(2026, 10, 21))
        .flatMap(({ type }) => (type === 'year' || type === 'month' || type === 'day' ? [type] : []));
    const at = (part: 'year' | 'month' | 'day'): number => numbers[order.indexOf(part)] ?? Number.NaN;
    const iso = /^\s*\d{4}-/.test(text);
    const [year, month, day] = iso ? [numbers[0], numbers[1], numbers[2]] : [at('year'), at('month'), at('day')];
    if (numbers.length !== 3 || year === undefined || month === undefined || day === undefined) {
        return undefined;
    }
    const fullYear = year < 100 ? 2000 + year : year;
    const date = new Date(fullYear, month - 1, day);
    return date.getMonth() === month - 1 && date.getDate() === day ? { year: fullYear, month, day } : undefined;
}

/** Reads a time such as `9:30`, `9.30 PM`, `0930`; undefined when it is none. */
export function parseTime(text: string): { hour: number; minute: number } | undefined {
    const match = /^\s*(\d{1,2})(?:[:.h\s]?(\d{2}))?\s*(?:([ap])\.?m?\.?)?\s*$/i.exec(text);
    if (match === null) {
        return undefined;
    }
    const half = match[3]?.toLowerCase();
    const written = Number(match[1]);
    const hour = half === undefined ? written : (written % 12) + (half === 'p' ? 12 : 0);
    const minute = Number(match[2] ?? '0');
    return hour < 24 && minute < 60 ? { hour, minute } : undefined;
}
