import type { Culture } from '../culture/culture';
import { dayOfWeek, partsOf } from './calendar';

const tokenPattern = /d+|M+|y+|h+|H+|m+|s+|f+|t+|'[^']*'|"[^"]*"|\\./g;

/**
 * A reading of the clock in a pattern of .NET (`dddd, MMMM d, yyyy`, `h:mm tt`; Microsoft Learn, "Custom date and time
 * format strings"), as far as cultures and formats use them.
 * @param ticks Ten-thousandths of a millisecond beyond the reading.
 */
export function printDate(reading: number, pattern: string, culture: Culture, ticks = 0): string {
    const isInDate = /(?<!d)dd?(?!d)/.test(pattern);
    return pattern.replace(tokenPattern, (token) =>
        token.startsWith('f')
            ? fractionOf(reading, ticks).slice(0, token.length)
            : printToken(reading, token, culture, isInDate),
    );
}

function printToken(reading: number, token: string, { dates }: Culture, isInDate: boolean): string {
    const parts = partsOf(reading);
    const length = token.length;
    switch (token.charAt(0)) {
        case 'd':
            return length < 3
                ? padded(parts.day, length)
                : nameOf(length === 3 ? dates.shortDayNames : dates.dayNames, dayOfWeek(reading));
        case 'M': {
            const names = isInDate ? dates.monthNamesInDates : dates.monthNames;
            return length < 3
                ? padded(parts.month, length)
                : nameOf(length === 3 ? dates.shortMonthNames : names, parts.month - 1);
        }
        case 'y':
            return length < 3 ? padded(parts.year % 100, length) : padded(parts.year, length);
        case 'h':
            return padded(parts.hour % 12 || 12, length);
        case 'H':
            return padded(parts.hour, length);
        case 'm':
            return padded(parts.minute, length);
        case 's':
            return padded(parts.second, length);
        case 't': {
            const meridiem = parts.hour < 12 ? dates.morning : dates.afternoon;
            return length === 1 ? meridiem.charAt(0) : meridiem;
        }
        case '\\':
            return token.slice(1);
        default:
            return token.slice(1, -1);
    }
}

function nameOf(names: readonly string[], index: number): string {
    return names[index] ?? '';
}

function padded(value: number, length: number): string {
    return String(value).padStart(Math.min(length, 4), '0');
}

/** The fraction of the second in seven digits. */
function fractionOf(reading: number, ticks: number): string {
    return String(partsOf(reading).millisecond).padStart(3, '0') + String(ticks).padStart(4, '0');
}
