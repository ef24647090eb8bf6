import type { DateCulture } from '../culture/culture';
import { daysInMonth, partsOf, readingOfDay } from './calendar';

/** A day in a text: midnight of it, and the day of the week that the text says it is. */
export interface DayInText {
    readonly reading: number;
    readonly weekday: number | undefined;
}

/** Years of two digits up to this one are in this century. */
const lastShortYear = 49;

/**
 * Reads a day: `3/30/2022` in the culture's order, `2022-03-30`, `30 March 2022`, `March 30`, `Wednesday, March 30, 2022`.
 * @returns undefined when the text is no day.
 */
export function readDay(text: string, culture: DateCulture, today: number): DayInText | undefined {
    let weekday: number | undefined;
    let month: number | undefined;
    const numbers: string[] = [];
    for (const piece of joinNames(text, culture).match(
        /\d+|\p{L}(?:[\p{L}\p{M}.]|-(?=\p{L})|_[\p{L}\p{N}]*)*|[^\s]/gu,
    ) ?? []) {
        if (/^\d/.test(piece)) {
            numbers.push(piece);
        } else if (/^\p{L}/u.test(piece)) {
            const ownWeekday = indexOfName(piece, culture.dayNames, culture.shortDayNames);
            const ownMonth = indexOfName(piece, culture.monthNames, culture.shortMonthNames, culture.monthNamesInDates);
            if (isFiller(piece, culture)) {
                continue;
            }
            if (ownMonth !== undefined && month === undefined) {
                month = ownMonth + 1;
            } else if (ownWeekday !== undefined && weekday === undefined && month === undefined) {
                weekday = ownWeekday;
            } else {
                return undefined;
            }
        } else if (!/^[/.,-]$/.test(piece)) {
            return undefined;
        }
    }
    const reading = month === undefined ? numericDay(numbers, culture, today) : namedDay(numbers, month, today);
    return reading === undefined ? undefined : { reading, weekday };
}

/** The text with an underscore for each space within a name of a day or month, longer names first. */
function joinNames(text: string, culture: DateCulture): string {
    const names = [culture.monthNames, culture.shortMonthNames, culture.dayNames, culture.shortDayNames].flat();
    const spaced = names.filter((name) => name.includes(' ')).sort((one, other) => other.length - one.length);
    return spaced.reduce(
        (joined, name) =>
            joined.replace(new RegExp(plain(name).replace(/\./g, '\\.'), 'iu'), (found) => found.replace(/ /g, '_')),
        text.normalize('NFC'),
    );
}

/** A name without what people leave out, or write in another form of the same letters. */
function plain(name: string): string {
    return name.normalize('NFC').toLowerCase().replace(/\.$/, '');
}

function indexOfName(name: string, ...lists: (readonly string[])[]): number | undefined {
    const wanted = plain(name).replace(/_/g, ' ');
    for (const names of lists) {
        const index = names.findIndex((known) => plain(known) === wanted);
        if (index >= 0) {
            return index;
        }
    }
    return undefined;
}

/** Words that the culture's long date has between its parts, as `de` in Spanish. */
function isFiller(word: string, culture: DateCulture): boolean {
    return [...culture.longDate.matchAll(/'([^']+)'/g)].some(([, filler]) => filler === word.toLowerCase());
}

function namedDay(numbers: readonly string[], month: number, today: number): number | undefined {
    const [first, second, third] = numbers;
    if (first === undefined || third !== undefined) {
        return undefined;
    }
    if (second === undefined) {
        return isYear(first) ? dayOf(yearOf(first), month, 1) : dayOf(partsOf(today).year, month, Number(first));
    }
    return first.length > 2 ? dayOf(yearOf(first), month, Number(second)) : dayOf(yearOf(second), month, Number(first));
}

function isYear(text: string): boolean {
    return text.length > 2 || Number(text) > 31;
}

function numericDay(numbers: readonly string[], culture: DateCulture, today: number): number | undefined {
    const [first = '', second = '', third, fourth] = numbers;
    if (fourth !== undefined || second === '') {
        return undefined;
    }
    const order = culture.shortDate.replace(/[^dMy]/g, '').replace(/(.)\1+/g, '$1');
    if (third === undefined) {
        if (first.length > 2) {
            return dayOf(yearOf(first), Number(second), 1);
        }
        if (second.length > 2) {
            return dayOf(yearOf(second), Number(first), 1);
        }
        const { year } = partsOf(today);
        return order.indexOf('d') < order.indexOf('M')
            ? dayOf(year, Number(second), Number(first))
            : dayOf(year, Number(first), Number(second));
    }
    if (first.length > 2 || order.startsWith('y')) {
        return dayOf(yearOf(first), Number(second), Number(third));
    }
    return order.startsWith('d')
        ? dayOf(yearOf(third), Number(second), Number(first))
        : dayOf(yearOf(third), Number(first), Number(second));
}

function yearOf(text: string): number {
    const year = Number(text);
    return text.length > 2 ? year : year <= lastShortYear ? 2000 + year : 1900 + year;
}

function dayOf(year: number, month: number, day: number): number | undefined {
    const isDay = year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
    return isDay ? readingOfDay(year, month, day) : undefined;
}
