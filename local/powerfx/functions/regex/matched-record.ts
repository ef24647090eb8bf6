import { fieldsOf, tableType, Types, type Field, type Fields } from '../../types';
import { MemoryRecord, MemoryTable, recordOf, type RecordValue, type Value } from '../../values';
import type { Pattern } from './pattern';

/** The fields of a match: what was found and where, and each sub-match, whose name may hide the others. */
export function matchFields(pattern: Pattern): Fields {
    const fields = new Map<string, Field>([
        ['FullMatch', { name: 'FullMatch', type: Types.Text }],
        ['StartMatch', { name: 'StartMatch', type: Types.Number }],
    ]);
    if (pattern.isNumbered) {
        fields.set('SubMatches', { name: 'SubMatches', type: tableType(fieldsOf({ Value: Types.Text })) });
    }
    for (const name of pattern.names) {
        fields.set(name, { name, type: Types.Text });
    }
    return fieldsOf(fields.values());
}

/** One match as a record of these fields. */
export function matchedRecord(found: RegExpExecArray, pattern: Pattern): RecordValue {
    const content = new Map<string, Value>([
        ['FullMatch', found[0]],
        ['StartMatch', found.index + 1],
    ]);
    if (pattern.isNumbered) {
        const parts = found.slice(1).map((part: string | undefined) => recordOf({ Value: part ?? null }));
        content.set('SubMatches', new MemoryTable(parts));
    }
    for (const name of pattern.names) {
        content.set(name, found.groups?.[name] ?? null);
    }
    return new MemoryRecord(content);
}
