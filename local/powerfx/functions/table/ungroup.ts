import { messages } from '../../messages';
import { eachField, fieldsOf, tableType, type Field } from '../../types';
import { ErrorValue, MemoryRecord, MemoryTable, RecordValue, TableValue, type Row, type Value } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { tableArgument } from './table-argument';
import { withTable } from './with-rows';

/** `Ungroup(table, group column)`: a row for each of the rows in that column's tables, with the other columns. */
export const ungroup: FunctionDefinition = {
    name: 'Ungroup',
    minimumArguments: 2,
    maximumArguments: 2,
    columnArguments: (index) => index === 1,
    bind(call) {
        const source = tableArgument(call, 0);
        const group = source && call.column(1, source.type.fields);
        if (!source || !group) {
            return undefined;
        }
        if (group.type.kind !== 'Table') {
            call.error(call.argumentSpan(1), messages.needTable('Ungroup'));
        }
        if (isRefused(call, [source.node]) || group.type.kind !== 'Table') {
            return undefined;
        }
        const kept = [...eachField(source.type.fields)].filter((field) => field !== group);
        const fields = new Map<string, Field>();
        for (const field of [...kept, ...eachField(group.type.fields)]) {
            fields.set(field.name, field);
        }
        return {
            type: tableType(fieldsOf(fields.values())),
            arguments: [source.node],
            compile: ([evaluate]) => {
                return (frame) =>
                    withTable(evaluate, frame, (table) => {
                        const rows: Row[] = [];
                        for (const row of table.rows()) {
                            const inner = row instanceof RecordValue ? row.get(group.name) : row;
                            if (inner instanceof ErrorValue) {
                                rows.push(inner);
                            } else if (row instanceof RecordValue && inner instanceof TableValue) {
                                const shared = kept.map((field): [string, Value] => [field.name, row.get(field.name)]);
                                for (const part of inner.rows()) {
                                    rows.push(part instanceof RecordValue ? merge(shared, part) : part);
                                }
                            }
                        }
                        return new MemoryTable(rows);
                    });
            },
        };
    },
};

function merge(shared: readonly (readonly [string, Value])[], part: RecordValue): RecordValue {
    return new MemoryRecord([...shared, ...part.names().map((name): [string, Value] => [name, part.get(name)])]);
}
