import type { TimeZone } from '../evaluate/run-context';
import { daysInMonth, readingOfDay } from './calendar';
import { existingReading } from './time-zone';

const datePattern = /^(\d{4})-([01]\d)-([0-3]\d)(?:T([0-2]\d):([0-5]\d):([0-5]\d)(?:\.(\d{0,7}))?(Z)?)?$/;
const timePattern = /^([0-2]\d):([0-5]\d):([0-5]\d)(?:\.(\d{1,7}))?$/;

function clock(hour: string, minute: string, second: string, fraction: string): number | undefined {
    const milliseconds = Math.floor(Number(`0.${fraction.padEnd(1, '0')}`) * 1000);
    return Number(hour) > 23
        ? undefined
        : ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + milliseconds;
}

/**
 * A date, or a date and time, as JSON has them: `2026-07-04`, `2026-07-04T10:20:30.5Z`. A moment of UTC is brought to the
 * clock of the zone.
 * @returns undefined when the text is none of this form.
 */
export function readIsoDate(text: string, zone: TimeZone): number | undefined {
    const match = datePattern.exec(text);
    if (!match) {
        return undefined;
    }
    const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00', fraction = '', utc] = match;
    const span = clock(hour, minute, second, fraction);
    const [y, m, d] = [Number(year), Number(month), Number(day)];
    if (span === undefined || y < 1 || m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m)) {
        return undefined;
    }
    const reading = readingOfDay(y, m, d) + span;
    return utc === undefined ? existingReading(reading, zone) : zone.fromUtc(reading);
}

/** A time as JSON has it: `10:20:30.5`. @returns milliseconds since midnight, undefined when it is none of this form. */
export function readIsoTime(text: string): number | undefined {
    const match = timePattern.exec(text);
    if (!match) {
        return undefined;
    }
    const [, hour = '', minute = '', second = '', fraction = ''] = match;
    return clock(hour, minute, second, fraction);
}
