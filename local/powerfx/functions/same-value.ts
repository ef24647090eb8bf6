import { Decimal } from '../numbers/decimal';
import { floatFromDecimal } from '../numbers/decimal-float';
import {
    ChoiceValue,
    ColorValue,
    DateTimeValue,
    DateValue,
    GuidValue,
    RecordValue,
    TableValue,
    TimeValue,
    type Value,
} from '../values';

/**
 * Whether two values of the same type are equal, as with `=`: text by its letters' case too, blank only to blank.
 * Records and tables are equal when all that they hold is; errors are equal to nothing.
 */
export function isSameValue(left: Value, right: Value): boolean {
    if (left === null || right === null || typeof left === 'string' || typeof left === 'boolean') {
        return left === right;
    }
    if (left instanceof Decimal || typeof left === 'number') {
        return isSameNumber(left, right);
    }
    if (left instanceof DateValue || left instanceof DateTimeValue) {
        return (
            (right instanceof DateValue || right instanceof DateTimeValue) && left.milliseconds === right.milliseconds
        );
    }
    if (left instanceof TimeValue) {
        return right instanceof TimeValue && left.milliseconds === right.milliseconds;
    }
    if (left instanceof GuidValue) {
        return right instanceof GuidValue && left.text === right.text;
    }
    if (left instanceof ChoiceValue) {
        return right instanceof ChoiceValue && left.set === right.set && left.option.name === right.option.name;
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
    if (left instanceof RecordValue) {
        return right instanceof RecordValue && isSameRecord(left, right);
    }
    if (left instanceof TableValue) {
        return right instanceof TableValue && isSameTable(left, right);
    }
    return false;
}

function isSameNumber(left: Decimal | number, right: Value): boolean {
    if (left instanceof Decimal && right instanceof Decimal) {
        return left.equals(right);
    }
    if (!(right instanceof Decimal) && typeof right !== 'number') {
        return false;
    }
    const [one, other] = [left, right].map((value) => (value instanceof Decimal ? floatFromDecimal(value) : value));
    return one === other;
}

/** Whether two records hold the same: the same row of a data source, or equal fields; absent ones are blank. */
export function isSameRecord(left: RecordValue, right: RecordValue): boolean {
    if (left === right) {
        return true;
    }
    if (left.identity !== undefined && right.identity !== undefined) {
        return left.identity === right.identity;
    }
    const names = new Set([...left.names(), ...right.names()]);
    return [...names].every((name) => isSameValue(left.get(name), right.get(name)));
}

function isSameTable(left: TableValue, right: TableValue): boolean {
    const [one, other] = [[...left.rows()], [...right.rows()]];
    return one.length === other.length && one.every((row, index) => isSameValue(row, other[index] ?? null));
}
