import { messages } from '../../messages';
import { Types, typeName, type Type } from '../../types';
import { DynamicValue, ErrorValue, TableValue } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { itemsOf } from '../json/dynamic-items';
import { isRefused } from '../refused';

const accepted: ReadonlySet<Type['kind']> = new Set(['Table', 'Blank', 'Unknown', 'Error', 'Dynamic']);

/** `IsEmpty(table)`: whether it has no rows, or an untyped array no items; blank has none. */
export const isEmpty: FunctionDefinition = {
    name: 'IsEmpty',
    minimumArguments: 1,
    maximumArguments: 1,
    bind(call) {
        const node = call.argument(0);
        if (!accepted.has(node.type.kind)) {
            call.error(node.span, messages.badTypeExpected(typeName(node.type), 'Table'));
        }
        if (isRefused(call, [node])) {
            return undefined;
        }
        return {
            type: Types.Boolean,
            arguments: [node],
            compile: ([evaluate]) => {
                return (frame) => {
                    const table = evaluate?.(frame) ?? null;
                    if (table instanceof DynamicValue) {
                        const items = itemsOf(table);
                        return items instanceof ErrorValue ? items : items.length === 0;
                    }
                    if (!(table instanceof TableValue)) {
                        return table ?? true;
                    }
                    for (const _row of (table.query?.first(1) ?? table).rows()) {
                        return false;
                    }
                    return true;
                };
            },
        };
    },
};
