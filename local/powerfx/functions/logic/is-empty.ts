import { messages } from '../../messages';
import { Types, typeName } from '../../types';
import { TableValue } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';

/** `IsEmpty(table)`: whether it has no rows; blank has none. */
export const isEmpty: FunctionDefinition = {
    name: 'IsEmpty',
    minimumArguments: 1,
    maximumArguments: 1,
    bind(call) {
        const node = call.argument(0);
        const { kind } = node.type;
        if (kind !== 'Table' && kind !== 'Blank' && kind !== 'Unknown' && kind !== 'Error') {
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
