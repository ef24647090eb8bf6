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
    const [, sign, days = '0', hours = '', minutes = '', seconds = '0', fraction = ''] = match;
    if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) {
        return undefined;
    }
    const whole = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
    const span = Number(days) * millisecondsPerDay + whole + Math.floor(Number(`0.${fraction || '0'}`) * 1000);
    return new TimeValue(sign === undefined ? span : -span);
}
