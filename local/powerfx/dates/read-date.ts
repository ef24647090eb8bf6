import type { Culture } from '../culture/culture';
import type { TimeZone } from '../evaluate/run-context';
import { dayOfWeek, dayZero, isInCalendar } from './calendar';
import { readDay } from './read-day';
import { readTimeOfDay, type TimeInText } from './read-time-of-day';

/** What a text says: a reading of the zone's clock. */
export interface DateInText {
    readonly reading: number;
    /** Ten-thousandths of a millisecond beyond the reading. */
    readonly ticks: number;
    /** Without a day, the reading is on 1899-12-30. */
    readonly hasDay: boolean;
}

/**
 * A date and time as people of a culture write it: `March 30, 2022 5:30 PM`, `30/03/2022`, `2022-03-30T17:30:00Z`,
 * `17:30`. A text with an offset from UTC is brought to the clock of the zone; without one it is read as shown there
 * (Microsoft Learn, "DateValue, TimeValue, and DateTimeValue functions").
 * @param today A reading whose year stands for one that is not written.
 * @returns undefined when the text is no date and no time.
 */
export function readDate(text: string, culture: Culture, zone: TimeZone, today: number): DateInText | undefined {
    const time = readTimeOfDay(text.trim(), culture.dates);
    if (!time) {
        return undefined;
    }
    const dayText = time.rest.trim().replace(/[,\s]+$/, '');
    if (dayText === '') {
        return time.isGiven
            ? { reading: inZone(dayZero + time.milliseconds, time, zone), ticks: time.ticks, hasDay: false }
            : undefined;
    }
    const day = readDay(dayText, culture.dates, today);
    if (!day || (day.weekday !== undefined && day.weekday !== dayOfWeek(day.reading))) {
        return undefined;
    }
    const reading = inZone(day.reading + time.milliseconds, time, zone);
    return isInCalendar(reading) ? { reading, ticks: time.ticks, hasDay: true } : undefined;
}

function inZone(reading: number, { offset }: TimeInText, zone: TimeZone): number {
    return offset === undefined ? reading : zone.fromUtc(reading - offset);
}
