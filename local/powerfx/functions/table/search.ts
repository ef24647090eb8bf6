import { messages } from '../../messages';
import { Types, type Field } from '../../types';
import { ErrorValue, MemoryTable, type Row, type TableValue, type Value } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { tableArgument } from './table-argument';
import { withTable } from './with-rows';

function rowsWith(table: TableValue, text: string, columns: readonly string[], culture: string): Value {
    const wanted = text.toLocaleLowerCase(culture);
    const found: Row[] = [];
    for (const row of table.rows()) {
        if (row instanceof ErrorValue) {
            return row;
        }
        for (const column of columns) {
            const value = row?.get(column) ?? null;
            if (value instanceof ErrorValue) {
                return value;
            }
            if (typeof value === 'string' && value.toLocaleLowerCase(culture).includes(wanted)) {
                found.push(row);
                break;
            }
        }
    }
    return new MemoryTable(found);
}

/** `Search(table, text, column, …)`: the rows in which one of the columns has the text, in any letters' case. */
export const search: FunctionDefinition = {
    name: 'Search',
    minimumArguments: 3,
    maximumArguments: Infinity,
    columnArguments: (index) => index > 1,
    bind(call) {
        const source = tableArgument(call, 0);
        const text = call.coerce(call.argument(1), Types.Text);
        if (!source) {
            return undefined;
        }
        const columns: Field[] = [];
        for (let index = 2; index < call.count; index++) {
            const column = call.column(index, source.type.fields);
            if (column && column.type.kind !== 'Text') {
                call.error(call.argumentSpan(index), messages.searchNeedsText);
            }
            columns.push(...(column ? [column] : []));
        }
        if (isRefused(call, [source.node, text])) {
            return undefined;
        }
        const names = columns.map((column) => column.name);
        return {
            type: source.node.type,
            arguments: [source.node, text],
            compile([evaluate, textOf]) {
                return (frame) =>
                    withTable(evaluate, frame, (table) => {
                        const wanted = textOf?.(frame) ?? '';
                        if (typeof wanted !== 'string') {
                            return wanted;
                        }
                        return wanted === '' ? table : rowsWith(table, wanted, names, frame.run.culture);
                    });
            },
        };
    },
};
