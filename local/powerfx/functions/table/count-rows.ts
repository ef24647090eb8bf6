import { Decimal } from '../../numbers/decimal';
import { Types } from '../../types';
import { DynamicValue, ErrorValue, TableValue, type Value } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { itemsOf } from '../json/dynamic-items';
import { isRefused } from '../refused';
import { tableArgument } from './table-argument';

function countRowsOf(table: TableValue): Value {
    const counted = table.query?.count();
    if (counted !== undefined) {
        return typeof counted === 'number' ? Decimal.ofInteger(counted) : counted;
    }
    let count = 0;
    for (const row of table.rows()) {
        if (row instanceof ErrorValue) {
            return row;
        }
        count += 1;
    }
    return Decimal.ofInteger(count);
}

function countOf(value: Value): Value {
    if (value instanceof TableValue) {
        return countRowsOf(value);
    }
    if (value instanceof DynamicValue) {
        const items = itemsOf(value);
        return items instanceof ErrorValue ? items : Decimal.ofInteger(items.length);
    }
    return value ?? Decimal.zero;
}

/** `CountRows(table)`: the number of its rows; blank has none. */
export const countRows: FunctionDefinition = {
    name: 'CountRows',
    minimumArguments: 1,
    maximumArguments: 1,
    bind(call) {
        const node = call.argument(0);
        if (node.type.kind !== 'Dynamic' && !tableArgument(call, 0)) {
            return undefined;
        }
        if (isRefused(call, [node])) {
            return undefined;
        }
        return {
            type: Types.Decimal,
            arguments: [node],
            compile: ([evaluate]) => {
                return (frame) => countOf(evaluate?.(frame) ?? null);
            },
        };
    },
};
