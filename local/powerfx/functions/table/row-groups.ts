import { ErrorValue, type RecordValue, type TableValue, type Value } from '../../values';
import { isSameValue } from '../same-value';
import { valueKey } from '../value-key';

/** Rows that are alike in some columns. */
export interface RowGroup {
    readonly first: RecordValue;
    readonly rows: RecordValue[];
}

interface KeyedGroup extends RowGroup {
    readonly values: readonly Value[];
}

/** One text for all of the values; undefined when one of them must be compared. */
function joinedKey(values: readonly Value[]): string | undefined {
    const keys = values.map(valueKey);
    return keys.includes(undefined) ? undefined : JSON.stringify(keys);
}

/** Puts rows that are alike in these columns together, in the order in which each first comes. Blank rows are left out. */
export function groupRows(table: TableValue, columns: readonly string[]): readonly RowGroup[] | ErrorValue {
    const groups: KeyedGroup[] = [];
    const byKey = new Map<string, KeyedGroup>();
    for (const row of table.rows()) {
        if (row instanceof ErrorValue) {
            return row;
        }
        if (row === null) {
            continue;
        }
        const values = columns.map((column) => row.get(column));
        const key = joinedKey(values);
        const known =
            key === undefined
                ? groups.find((other) =>
                      other.values.every((value, index) => isSameValue(value, values[index] ?? null)),
                  )
                : byKey.get(key);
        if (known) {
            known.rows.push(row);
            continue;
        }
        const group: KeyedGroup = { first: row, rows: [row], values };
        groups.push(group);
        if (key !== undefined) {
            byKey.set(key, group);
        }
    }
    return groups;
}
