import { Decimal } from '../numbers/decimal';
import { floatFromDecimal } from '../numbers/decimal-float';
import {
    BlobValue,
    ChoiceValue,
    ColorValue,
    DateTimeValue,
    DateValue,
    DynamicValue,
    GuidValue,
    RecordValue,
    TimeValue,
    type Value,
} from '../values';
import { dayZero } from '../dates/calendar';
import { scalarOf } from './dynamic-conversions';

/** Whether two values are equal as `=` has it. Neither is an error. Records are equal field by field. */
export function areEqual(left: Value, right: Value): boolean {
    if (left === right) {
        return true;
    }
    if (left === null || right === null) {
        return false;
    }
    if (left instanceof DynamicValue || right instanceof DynamicValue) {
        const first = left instanceof DynamicValue ? scalarOf(left) : left;
        const second = right instanceof DynamicValue ? scalarOf(right) : right;
        return first !== undefined && second !== undefined && areEqual(first, second);
    }
    if (left instanceof Decimal) {
        return right instanceof Decimal
            ? left.equals(right)
            : typeof right === 'number' && floatFromDecimal(left) === right;
    }
    if (right instanceof Decimal) {
        return typeof left === 'number' && floatFromDecimal(right) === left;
    }
    if (left instanceof GuidValue) {
        return right instanceof GuidValue && left.text === right.text;
    }
    if (left instanceof ChoiceValue) {
        return right instanceof ChoiceValue && left.set === right.set && left.option.value === right.option.value;
    }
    const leftReading = readingForComparison(left);
    if (leftReading !== undefined) {
        return leftReading === readingForComparison(right);
    }
    if (left instanceof ColorValue) {
        return (
            right instanceof ColorValue &&
            left.red === right.red &&
            left.green === right.green &&
            left.blue === right.blue &&
            left.alpha === right.alpha
        );
    }
    if (left instanceof RecordValue && right instanceof RecordValue) {
        const names = new Set([...left.names(), ...right.names()]);
        return [...names].every((name) => areEqual(left.get(name), right.get(name)));
    }
    if (left instanceof BlobValue && right instanceof BlobValue) {
        // Content is not looked into: it may be large, or stand elsewhere.
        return left === right;
    }
    return false;
}

/** A date or time as a reading of the clock; a time is one on the day that is 0 as a number. */
export function readingForComparison(value: Value): number | undefined {
    if (value instanceof DateValue || value instanceof DateTimeValue) {
        return value.milliseconds;
    }
    return value instanceof TimeValue ? dayZero + value.milliseconds : undefined;
}

/** Below 0, 0 or above 0, as the first value stands to the second; both of one ordered kind, neither blank. */
export function compareValues(left: Value, right: Value): number {
    if (left instanceof Decimal && right instanceof Decimal) {
        return left.compare(right);
    }
    const first = orderOf(left);
    const second = orderOf(right);
    return first < second ? -1 : first > second ? 1 : 0;
}

function orderOf(value: Value): number {
    if (typeof value === 'number') {
        return value;
    }
    if (value instanceof Decimal) {
        return floatFromDecimal(value);
    }
    return readingForComparison(value) ?? 0;
}
