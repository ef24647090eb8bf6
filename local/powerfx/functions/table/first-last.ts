import { noFields, recordType, Types } from '../../types';
import { DynamicValue, ErrorValue, type Row, type TableValue, type Value } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { itemOf, itemsOf } from '../json/dynamic-items';
import { isRefused } from '../refused';
import { tableArgument } from './table-argument';
import { withTable } from './with-rows';

function firstRow(table: TableValue): Row {
    for (const row of (table.query?.first(1) ?? table).rows()) {
        return row;
    }
    return null;
}

function lastRow(table: TableValue): Row {
    let last: Row = null;
    for (const row of table.rows()) {
        last = row;
    }
    return last;
}

function endOf(name: string, pick: (table: TableValue) => Row, item: (count: number) => number): FunctionDefinition {
    const pickItem = (value: Value): Value => {
        if (!(value instanceof DynamicValue)) {
            return value;
        }
        const items = itemsOf(value);
        return items instanceof ErrorValue ? items : itemOf(items, item(items.length));
    };
    return {
        name,
        minimumArguments: 1,
        maximumArguments: 1,
        bind(call) {
            if (call.argument(0).type.kind === 'Dynamic') {
                return {
                    type: Types.Dynamic,
                    arguments: [call.argument(0)],
                    compile: ([evaluate]) => {
                        return (frame) => pickItem(evaluate?.(frame) ?? null);
                    },
                };
            }
            const source = tableArgument(call, 0);
            if (!source || isRefused(call, [source.node])) {
                return undefined;
            }
            const { fields } = source.type;
            const isBlank = fields === noFields;
            return {
                type: isBlank ? Types.Blank : recordType(fields, source.type.source),
                arguments: [source.node],
                compile: ([evaluate]) => {
                    return (frame) => withTable(evaluate, frame, pick);
                },
            };
        },
    };
}

/** `First(table)`: its first row; blank when it has none. */
export const first = endOf('First', firstRow, () => 0);

/** `Last(table)`: its last row; blank when it has none. */
export const last = endOf('Last', lastRow, (count) => count - 1);
