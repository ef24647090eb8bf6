import { millisecondsPerDay, timeOfDay } from '../../dates/calendar';
import { Types } from '../../types';
import { TimeValue } from '../../values';
import { dateConversion } from './date-conversion';

const spanPattern = /^(-)?(?:(\d{1,8})\.)?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,7}))?)?$/;

/** `TimeValue(text[, language])`: the time of day in a text, or a span such as `-10:30` or `2.06:00`, two days and a quarter. */
export const timeValue = dateConversion(
    'TimeValue',
    Types.Time,
    ({ reading }) => new TimeValue(timeOfDay(reading)),
    readSpan,
);

function readSpan(text: string): TimeValue | undefined {
    const match = spanPattern.exec(text.trim());
    if (!match) {
        return undefined;
    }
    const [, sign, days, hours = '', minutes = '', seconds, fraction = ''] = match;
    // Hours, minutes and seconds may go past midnight, and begin anew.
    const isPastMidnight = Number(hours) > 23;
    if (
        (isPastMidnight && ((sign ?? days) !== undefined || seconds === undefined)) ||
        Number(minutes) > 59 ||
        Number(seconds ?? 0) > 59
    ) {
        return undefined;
    }
    const whole = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds ?? 0)) * 1000;
    const span = Number(days ?? 0) * millisecondsPerDay + whole + Math.floor(Number(`0.${fraction || '0'}`) * 1000);
    if (isPastMidnight) {
        return new TimeValue(span % millisecondsPerDay);
    }
    return new TimeValue(sign === undefined ? span : -span);
}
