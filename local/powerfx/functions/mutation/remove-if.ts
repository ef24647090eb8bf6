import { Types } from '../../types';
import { ErrorValue, joinErrors, RecordValue, TableValue, VoidValue } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { targetTable } from './target-table';

/** `RemoveIf(table, condition, …)`: takes out the rows for which every condition is true. */
export const removeIf: FunctionDefinition = {
    name: 'RemoveIf',
    minimumArguments: 2,
    maximumArguments: Infinity,
    isBehavior: true,
    isImpure: true,
    scopeArguments: [0],
    bind(call) {
        const target = targetTable(call, 'RemoveIf');
        const scope = target && call.openScope(0);
        if (!target || !scope) {
            return undefined;
        }
        const conditions = [];
        for (let index = 1; index < call.count; index++) {
            conditions.push(call.coerce(call.lambda(index, scope), Types.Boolean));
        }
        if (isRefused(call, [target.node, ...conditions])) {
            return undefined;
        }
        return {
            type: Types.Void,
            arguments: [target.node, ...conditions],
            compile([from, ...tests]) {
                return (frame) => {
                    const table = from?.(frame) ?? null;
                    if (!(table instanceof TableValue)) {
                        return table;
                    }
                    const errors: ErrorValue[] = [];
                    for (const row of [...table.rows()]) {
                        frame.run.checkDeadline();
                        const inner = frame.enter(row);
                        const verdicts = tests.map((test) => test(inner));
                        const failed = verdicts.find((verdict) => verdict instanceof ErrorValue);
                        const refusal =
                            failed ??
                            (row instanceof RecordValue && verdicts.every((verdict) => verdict === true)
                                ? table.remove(row)
                                : undefined);
                        errors.push(...(refusal instanceof ErrorValue ? [refusal] : []));
                    }
                    return errors.length > 0 ? joinErrors(errors) : VoidValue.only;
                };
            },
        };
    },
};
