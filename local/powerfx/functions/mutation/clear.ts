import { Types } from '../../types';
import { TableValue, VoidValue } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { targetTable } from './target-table';

/** `Clear(table)`: takes out every row. */
export const clear: FunctionDefinition = {
    name: 'Clear',
    minimumArguments: 1,
    maximumArguments: 1,
    isBehavior: true,
    isImpure: true,
    bind(call) {
        const target = targetTable(call, 'Clear');
        if (!target || isRefused(call, [target.node])) {
            return undefined;
        }
        return {
            type: Types.Void,
            arguments: [target.node],
            compile: ([into]) => {
                return (frame) => {
                    const table = into?.(frame) ?? null;
                    return table instanceof TableValue ? (table.clear() ?? VoidValue.only) : table;
                };
            },
        };
    },
};
