import { noFields, type Fields, type Type } from '../../types';
import { MemoryRecord, type RecordValue } from '../../values';

/** Turns a record whose fields may have display names into one that has the stored names. */
export type NameFields = (record: RecordValue) => RecordValue;

/** For records of a type that are to be written into a table. */
export function storedNames(given: Type, target: Fields): NameFields {
    const fields = given.kind === 'Record' || given.kind === 'Table' ? given.fields : noFields;
    const renamed = new Map<string, string>();
    for (const name of fields.names()) {
        const column = target.find(name) ? undefined : target.findByDisplayName(name);
        if (column) {
            renamed.set(name, column.name);
        }
    }
    if (renamed.size === 0) {
        return (record) => record;
    }
    return (record) =>
        new MemoryRecord(record.names().map((name) => [renamed.get(name) ?? name, record.get(name)] as const));
}
