import { dayZero, millisecondsPerDay, startOfDay } from '../dates/calendar';
import { existingReading } from '../dates/time-zone';
import { Decimal } from '../numbers/decimal';
import { decimalFromFloat, floatFromDecimal } from '../numbers/decimal-float';
import { DateTimeValue, DateValue, TimeValue, type ErrorValue, type Value } from '../values';
import { checkedReading } from './conversions';
import type { RunContext } from './run-context';

/** Milliseconds that an operand of a sum stands for: a number is one of days. */
function milliseconds(value: Value): number {
    if (value instanceof DateValue || value instanceof DateTimeValue || value instanceof TimeValue) {
        return value.milliseconds;
    }
    const days = value instanceof Decimal ? floatFromDecimal(value) : typeof value === 'number' ? value : 0;
    return Math.round(days * millisecondsPerDay);
}

function isDate(value: Value): value is DateValue | DateTimeValue {
    return value instanceof DateValue || value instanceof DateTimeValue;
}

/** The sum or difference of dates, times and numbers of days; neither operand is an error, and blank is 0. */
export function addDates(left: Value, right: Value, operator: 'add' | 'subtract', run: RunContext): Value {
    const sign = operator === 'add' ? 1 : -1;
    if (operator === 'subtract' && isDate(left) && isDate(right)) {
        const moment = (value: DateValue | DateTimeValue): number => run.timeZone.toUtc(value.milliseconds);
        const difference = (moment(left) - moment(right)) / millisecondsPerDay;
        return decimalFromFloat(difference) ?? null;
    }
    if (left instanceof TimeValue && right instanceof TimeValue) {
        const total = left.milliseconds + sign * right.milliseconds;
        return operator === 'add' ? new TimeValue(total) : (decimalFromFloat(total / millisecondsPerDay) ?? null);
    }
    if (isDate(left)) {
        return moved(left, sign * milliseconds(right), right instanceof TimeValue, run);
    }
    if (isDate(right)) {
        return operator === 'add'
            ? moved(right, milliseconds(left), left instanceof TimeValue, run)
            : moved(new DateTimeValue(2 * dayZero - right.milliseconds), milliseconds(left), false, run);
    }
    return new TimeValue(milliseconds(left) + sign * milliseconds(right));
}

function moved(
    date: DateValue | DateTimeValue,
    by: number,
    gainsTime: boolean,
    run: RunContext,
): DateValue | DateTimeValue | ErrorValue {
    const reading = checkedReading(date.milliseconds + by);
    if (typeof reading !== 'number') {
        return reading;
    }
    return date instanceof DateValue && !gainsTime
        ? new DateValue(startOfDay(reading))
        : new DateTimeValue(existingReading(reading, run.timeZone));
}

/** A date as far before the day that is 0 as it was after it. */
export function negateDate(value: DateValue | DateTimeValue): Value {
    const reading = checkedReading(2 * dayZero - value.milliseconds);
    if (typeof reading !== 'number') {
        return reading;
    }
    return value instanceof DateValue ? new DateValue(reading) : new DateTimeValue(reading);
}
