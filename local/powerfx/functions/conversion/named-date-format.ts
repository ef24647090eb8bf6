import type { Culture } from '../../culture';
import { printDate } from '../../dates/date-pattern';
import type { TimeZone } from '../../evaluate/run-context';
import { errorValue, type Value } from '../../values';

/** A reading in one of the formats of the enumeration DateTimeFormat, as the culture writes them. */
export function formatByName(reading: number, name: string, culture: Culture, zone: TimeZone): Value {
    if (name === 'UTC') {
        return printDate(zone.toUtc(reading), "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", culture);
    }
    const is24 = name.endsWith('24');
    const pattern = patternOf(is24 ? name.slice(0, -2) : name, culture);
    if (pattern === undefined) {
        return errorValue('InvalidArgument', `Text: ${name} is no format for dates.`);
    }
    return printDate(reading, is24 ? withHoursTo24(pattern) : pattern, culture);
}

function patternOf(name: string, { dates }: Culture): string | undefined {
    switch (name) {
        case 'ShortDate':
            return dates.shortDate;
        case 'LongDate':
            return dates.longDate;
        case 'ShortTime':
            return dates.shortTime;
        case 'LongTime':
            return dates.longTime;
        case 'ShortDateTime':
            return `${dates.shortDate} ${dates.shortTime}`;
        case 'LongDateTime':
            return `${dates.longDate} ${dates.longTime}`;
        default:
            return undefined;
    }
}

function withHoursTo24(pattern: string): string {
    return pattern.replace(/h/g, 'H').replace(/t+/g, '').trim();
}
