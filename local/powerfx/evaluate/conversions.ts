import { findCulture, type Culture } from '../culture';
import { dayZero, daysFromReading, readingFromDays, startOfDay, timeOfDay } from '../dates/calendar';
import { printDate } from '../dates/date-pattern';
import { decimalFromFloat, floatFromDecimal } from '../numbers/decimal-float';
import { Decimal } from '../numbers/decimal';
import { printFloat } from '../numbers/float-text';
import { readDecimal, readFloat } from '../numbers/number-text';
import type { ErrorValue } from '../values';
import { ChoiceValue, DateTimeValue, DateValue, errorValue, GuidValue, TimeValue, type Value } from '../values';
import { readDateText } from './date-text';
import type { RunContext } from './run-context';

/**
 * The conversions that a formula leaves unsaid (Microsoft Power Fx, "Data types"). Each takes a value that is neither
 * blank nor an error; text that does not fit gives an error, and empty text is blank.
 */

const english = findCulture('en-US');

/** The culture of a run; American English when there is none of its name. */
export function cultureOf(run: RunContext): Culture {
    const culture = findCulture(run.culture) ?? english;
    if (!culture) {
        throw new Error(`There is neither a culture '${run.culture}' nor 'en-US'.`);
    }
    return culture;
}

export function conversionError(value: Value, wanted: string): ErrorValue {
    const written = typeof value === 'string' ? `"${value}"` : 'The value';
    return errorValue('InvalidArgument', `${written} cannot be converted to ${wanted}.`);
}

function readingOf(value: Value): number | undefined {
    if (value instanceof DateValue || value instanceof DateTimeValue) {
        return value.milliseconds;
    }
    return value instanceof TimeValue ? dayZero + value.milliseconds : undefined;
}

export function toNumber(value: Value, run: RunContext): number | null | ErrorValue {
    if (typeof value === 'number') {
        return value;
    }
    if (value instanceof Decimal) {
        return floatFromDecimal(value);
    }
    if (typeof value === 'boolean') {
        return value ? 1 : 0;
    }
    if (typeof value === 'string') {
        return value === '' ? null : (readFloat(value, cultureOf(run).numbers) ?? conversionError(value, 'a number'));
    }
    if (value instanceof ChoiceValue) {
        const backing = value.option.value;
        return typeof backing === 'boolean' ? (backing ? 1 : 0) : Number(backing);
    }
    const reading = readingOf(value);
    return reading === undefined ? conversionError(value, 'a number') : daysFromReading(reading);
}

export function toDecimal(value: Value, run: RunContext): Decimal | null | ErrorValue {
    if (value instanceof Decimal) {
        return value;
    }
    if (typeof value === 'string') {
        return value === ''
            ? null
            : (readDecimal(value, cultureOf(run).numbers) ?? conversionError(value, 'a decimal number'));
    }
    const number = toNumber(value, run);
    if (typeof number !== 'number') {
        return number;
    }
    return decimalFromFloat(number) ?? errorValue('InvalidArgument', 'The number is too large for a decimal number.');
}

export function toBoolean(value: Value): boolean | null | ErrorValue {
    if (typeof value === 'boolean') {
        return value;
    }
    if (typeof value === 'number') {
        return value !== 0;
    }
    if (value instanceof Decimal) {
        return !value.isZero;
    }
    if (value instanceof ChoiceValue && typeof value.option.value === 'boolean') {
        return value.option.value;
    }
    if (typeof value === 'string') {
        const written = value.toLowerCase();
        if (written === 'true' || written === 'false') {
            return written === 'true';
        }
        return value === '' ? null : conversionError(value, 'true or false');
    }
    return conversionError(value, 'true or false');
}

export function toText(value: Value, run: RunContext): string | ErrorValue {
    if (typeof value === 'string') {
        return value;
    }
    if (typeof value === 'boolean') {
        return String(value);
    }
    if (typeof value === 'number') {
        return localNumber(printFloat(value), run);
    }
    if (value instanceof Decimal) {
        return localNumber(value.toString(), run);
    }
    if (value instanceof GuidValue) {
        return value.text;
    }
    if (value instanceof ChoiceValue) {
        const { set, option } = value;
        return set.backing === 'text' && typeof option.value === 'string' ? option.value : option.displayName;
    }
    const { dates } = cultureOf(run);
    if (value instanceof DateValue) {
        return printDate(value.milliseconds, dates.shortDate, cultureOf(run));
    }
    if (value instanceof DateTimeValue) {
        return printDate(value.milliseconds, `${dates.shortDate} ${dates.shortTime}`, cultureOf(run));
    }
    if (value instanceof TimeValue) {
        return printDate(dayZero + timeOfDay(value.milliseconds), dates.shortTime, cultureOf(run));
    }
    return conversionError(value, 'text');
}

function localNumber(written: string, run: RunContext): string {
    if (run.culture === 'en-US') {
        return written;
    }
    const { decimalSeparator, negativeSign } = cultureOf(run).numbers;
    return written.replace('.', decimalSeparator).replace('-', negativeSign);
}

/** The clock reading that a value stands for as a date with a time. */
function toReading(value: Value, run: RunContext): number | null | ErrorValue {
    const reading = readingOf(value);
    if (reading !== undefined) {
        return reading;
    }
    if (typeof value === 'string') {
        return value === '' ? null : readDateText(value, run);
    }
    const number = toNumber(value, run);
    return typeof number === 'number' ? checkedReading(readingFromDays(number)) : number;
}

/** The reading, or an error when the calendar has no such day. */
export function checkedReading(reading: number): number | ErrorValue {
    return reading >= firstReading && reading <= lastReading
        ? reading
        : errorValue('InvalidArgument', 'The date is outside of the years 1 to 9999.');
}

const firstReading = new Date(0).setUTCFullYear(1, 0, 1);
const lastReading = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

export function toDateTime(value: Value, run: RunContext): DateTimeValue | null | ErrorValue {
    if (value instanceof DateTimeValue) {
        return value;
    }
    const reading = toReading(value, run);
    return typeof reading === 'number' ? new DateTimeValue(reading) : reading;
}

export function toDate(value: Value, run: RunContext): DateValue | null | ErrorValue {
    if (value instanceof DateValue) {
        return value;
    }
    const reading = toReading(value, run);
    return typeof reading === 'number' ? new DateValue(startOfDay(reading)) : reading;
}

/** A moment as a time is the span since the day that is 0, so that no part of it is lost. */
export function toTime(value: Value, run: RunContext): TimeValue | null | ErrorValue {
    if (value instanceof TimeValue) {
        return value;
    }
    const reading = toReading(value, run);
    if (typeof reading !== 'number') {
        return reading;
    }
    // A moment keeps its day: the time since day zero. Of a text only the time is meant.
    return new TimeValue(typeof value === 'string' ? timeOfDay(reading) : reading - dayZero);
}
