import { ErrorValue, type RecordValue, type TableValue, type Value } from '../../values';
import { isSameValue } from '../same-value';

/** Rows that are alike in some columns. */
export interface RowGroup {
    readonly first: RecordValue;
    readonly rows: RecordValue[];
}

/** Puts rows that are alike in these columns together, in the order in which each first comes. Blank rows are left out. */
export function groupRows(table: TableValue, columns: readonly string[]): readonly RowGroup[] | ErrorValue {
    const groups: (RowGroup & { readonly keys: readonly Value[] })[] = [];
    for (const row of table.rows()) {
        if (row instanceof ErrorValue) {
            return row;
        }
        if (row === null) {
            continue;
        }
        const keys = columns.map((column) => row.get(column));
        const group = groups.find((other) => other.keys.every((key, index) => isSameValue(key, keys[index] ?? null)));
        if (group) {
            group.rows.push(row);
        } else {
            groups.push({ first: row, rows: [row], keys });
        }
    }
    return groups;
}
