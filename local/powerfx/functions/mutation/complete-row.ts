import type { TableType } from '../../types';
import { MemoryRecord, type RecordValue, type Value } from '../../values';

/** Makes the record that is added to a table of one that may lack some of its columns. */
export type CompleteRow = (record: RecordValue) => RecordValue;

/** In memory a row has every column of its table; a data source decides itself what the others are. */
export function completeRow(type: TableType): CompleteRow {
    if (type.source) {
        return (record) => record.copy();
    }
    const names = type.fields.names();
    return (record) => {
        const copy = record.copy();
        return new MemoryRecord(names.map((name): [string, Value] => [name, copy.get(name)]));
    };
}
