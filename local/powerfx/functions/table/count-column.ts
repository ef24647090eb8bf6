import { messages } from '../../messages';
import { Decimal } from '../../numbers/decimal';
import { onlyField, Types } from '../../types';
import { ErrorValue, RecordValue, TableValue, type Value } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { tableArgument } from './table-argument';

function countIn(table: TableValue, column: string, counts: (value: Value) => boolean): Value {
    let count = 0;
    for (const row of table.rows()) {
        if (row instanceof ErrorValue) {
            return row;
        }
        const value = row instanceof RecordValue ? row.get(column) : null;
        if (value instanceof ErrorValue) {
            return value;
        }
        count += counts(value) ? 1 : 0;
    }
    return Decimal.ofInteger(count);
}

function countColumn(name: string, counts: (value: Value) => boolean): FunctionDefinition {
    return {
        name,
        minimumArguments: 1,
        maximumArguments: 1,
        bind(call) {
            const source = tableArgument(call, 0);
            if (!source) {
                return undefined;
            }
            const column = onlyField(source.type.fields);
            if (!column && source.node.type.kind === 'Table') {
                call.error(source.node.span, messages.oneColumnTableArgument(name));
            }
            if (isRefused(call, [source.node])) {
                return undefined;
            }
            return {
                type: Types.Decimal,
                arguments: [source.node],
                compile: ([evaluate]) => {
                    return (frame) => {
                        const table = evaluate?.(frame) ?? null;
                        if (table instanceof TableValue) {
                            return countIn(table, column?.name ?? '', counts);
                        }
                        return table ?? Decimal.zero;
                    };
                },
            };
        },
    };
}

/** `Count(column)`: how many of a one-column table's values are numbers. */
export const count = countColumn('Count', (value) => typeof value === 'number' || value instanceof Decimal);

/** `CountA(column)`: how many of a one-column table's values are not blank. */
export const countA = countColumn('CountA', (value) => value !== null);
