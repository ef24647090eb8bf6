import { areEqual } from '../evaluate/equality';
import { ErrorValue, RecordValue, TableValue, type Value } from '../values';

/**
 * Whether two values of the same type are equal, as with `=`: text by its letters' case too, blank only to blank.
 * Records and tables are equal when all that they hold is; errors are equal to nothing.
 */
export function isSameValue(left: Value, right: Value): boolean {
    if (left instanceof ErrorValue || right instanceof ErrorValue) {
        return false;
    }
    if (left instanceof RecordValue && right instanceof RecordValue) {
        return isSameRecord(left, right);
    }
    if (left instanceof TableValue && right instanceof TableValue) {
        return isSameTable(left, right);
    }
    return areEqual(left, right);
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
