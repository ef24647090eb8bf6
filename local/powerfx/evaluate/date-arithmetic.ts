import type { DateSum } from '../binding/operations';
import { dayZero, millisecondsPerDay } from '../dates/calendar';
import { addUnits } from '../dates/date-arithmetic';
import { Decimal } from '../numbers/decimal';
import { decimalFromFloat, floatFromDecimal } from '../numbers/decimal-float';
import { DateTimeValue, DateValue, errorValue, TimeValue, type Value } from '../values';
import { checkedReading } from './conversions';
import type { RunContext } from './run-context';

type Sum = (left: Value, right: Value, run: RunContext) => Value;

/** The sums and differences of dates, times and numbers of days. No operand is an error; a blank one is 0. */
export const dateSums: Record<DateSum, Sum> = {
    dateMinusDate: (left, right) => inDays(readingOf(left) - readingOf(right)),
    timeMinusTime: (left, right) => inDays(spanOf(left) - spanOf(right)),
    timePlusTime: (left, right) => new TimeValue(spanOf(left) + spanOf(right)),
    // Times are added as they pass, over changes of the clock; a day with a time is a moment.
    datePlusTime: (left, right, run) =>
        momentOf(addUnits(readingOf(left), spanOf(right), 'milliseconds', run.timeZone)),
    dateMinusTime: (left, right, run) =>
        momentOf(addUnits(readingOf(left), -spanOf(right), 'milliseconds', run.timeZone)),
    datePlusDays: (left, right, run) => addDays(left, daysOf(right), run),
    dateMinusDays: (left, right, run) => addDays(left, -daysOf(right), run),
    timePlusDays: (left, right) => new TimeValue(spanOf(left) + spanOf(right)),
    timeMinusDays: (left, right) => new TimeValue(spanOf(left) - spanOf(right)),
    unsupported: () => errorValue('NotSupported', 'A date or time cannot be taken away from a number.'),
};

function readingOf(value: Value): number {
    return value instanceof DateValue || value instanceof DateTimeValue ? value.milliseconds : dayZero;
}

function daysOf(value: Value): number {
    return value instanceof Decimal ? floatFromDecimal(value) : typeof value === 'number' ? value : 0;
}

/** Milliseconds of a time, or of a number of days. */
function spanOf(value: Value): number {
    return value instanceof TimeValue ? value.milliseconds : Math.round(daysOf(value) * millisecondsPerDay);
}

function inDays(span: number): Decimal | null {
    return decimalFromFloat(span / millisecondsPerDay) ?? null;
}

function momentOf(reading: number | undefined): Value {
    return reading === undefined ? outsideOfCalendar() : new DateTimeValue(reading);
}

/** A day moved by a part of a day keeps it, unseen, for further sums. */
function addDays(date: Value, days: number, run: RunContext): Value {
    const reading = addUnits(readingOf(date), days, 'days', run.timeZone);
    return reading !== undefined && date instanceof DateValue ? new DateValue(reading) : momentOf(reading);
}

function outsideOfCalendar(): Value {
    return errorValue('InvalidArgument', 'The date is outside of the years 1 to 9999.');
}

/** A date as far before the day that is 0 as it was after it. */
export function negateDate(value: DateValue | DateTimeValue): Value {
    const reading = checkedReading(2 * dayZero - value.milliseconds);
    if (typeof reading !== 'number') {
        return reading;
    }
    return value instanceof DateValue ? new DateValue(reading) : new DateTimeValue(reading);
}
