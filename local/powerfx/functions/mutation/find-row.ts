import { RecordValue, type TableValue } from '../../values';
import { isSameRecord, isSameValue } from '../same-value';

/** The row of a table that a record stands for: that row itself, the one of the same identity, or one that is equal. */
export function findRow(table: TableValue, record: RecordValue): RecordValue | undefined {
    const known = table.rowOf(record);
    if (known) {
        return known;
    }
    let equal: RecordValue | undefined;
    for (const row of table.rows()) {
        if (!(row instanceof RecordValue)) {
            continue;
        }
        if (row === record) {
            return row;
        }
        if (!equal && (row.identity === undefined ? isSameRecord(row, record) : row.identity === record.identity)) {
            equal = row;
        }
    }
    return equal;
}

/** Every row of a table that is equal to a record. */
export function findRows(table: TableValue, record: RecordValue): readonly RecordValue[] {
    const known = table.rowOf(record);
    return known ? [known] : [...table.rows()].filter((row): row is RecordValue => isSameValue(row, record));
}
