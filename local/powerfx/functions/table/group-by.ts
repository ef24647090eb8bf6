import { messages } from '../../messages';
import { eachField, fieldsOf, tableType, type Field } from '../../types';
import type { RecordValue } from '../../values';
import { ErrorValue, MemoryRecord, MemoryTable, type Value } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { groupRows } from './row-groups';
import { tableArgument } from './table-argument';
import { withTable } from './with-rows';

/** `GroupBy(table, column, …, group column)`: a row per combination of the columns, the rest as a table in the last. */
export const groupBy: FunctionDefinition = {
    name: 'GroupBy',
    minimumArguments: 3,
    maximumArguments: Infinity,
    columnArguments: (index) => index > 0,
    bind(call) {
        const source = tableArgument(call, 0);
        if (!source) {
            return undefined;
        }
        const columns: Field[] = [];
        for (let index = 1; index < call.count - 1; index++) {
            const column = call.column(index, source.type.fields);
            columns.push(...(column ? [column] : []));
        }
        const group = call.newColumnName(call.count - 1);
        const named = new Set(columns.map((column) => column.name));
        if (group !== undefined && named.has(group)) {
            call.error(call.argumentSpan(call.count - 1), messages.columnExists(group));
        }
        if (group === undefined || isRefused(call, [source.node])) {
            return undefined;
        }
        const rest = [...eachField(source.type.fields)].filter((field) => !named.has(field.name));
        const [keys, others] = [columns.map((column) => column.name), rest.map((field) => field.name)];
        const pick = (record: RecordValue, names: readonly string[]) =>
            names.map((name): [string, Value] => [name, record.get(name)]);
        return {
            type: tableType(fieldsOf([...columns, { name: group, type: tableType(fieldsOf(rest)) }])),
            arguments: [source.node],
            compile: ([evaluate]) => {
                return (frame) =>
                    withTable(evaluate, frame, (table) => {
                        const groups = groupRows(table, keys);
                        if (groups instanceof ErrorValue) {
                            return groups;
                        }
                        return new MemoryTable(
                            groups.map(({ first, rows }) => {
                                const content = rows.map((row) => new MemoryRecord(pick(row, others)));
                                return new MemoryRecord([...pick(first, keys), [group, new MemoryTable(content)]]);
                            }),
                        );
                    });
            },
        };
    },
};
