import { Decimal } from '../../numbers/decimal';
import { Types } from '../../types';
import { ErrorValue, TableValue } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';

/** `CountIf(table, condition, …)`: the number of rows for which every condition is true. */
export const countIf: FunctionDefinition = {
    name: 'CountIf',
    minimumArguments: 2,
    maximumArguments: Infinity,
    scopeArguments: [0],
    bind(call) {
        const source = call.argument(0);
        const scope = call.openScope(0);
        if (!scope) {
            call.invalidArguments();
            return undefined;
        }
        const conditions = [];
        for (let index = 1; index < call.count; index++) {
            conditions.push(call.coerce(call.lambda(index, scope), Types.Boolean));
        }
        if (isRefused(call, [source, ...conditions])) {
            return undefined;
        }
        return {
            type: Types.Decimal,
            arguments: [source, ...conditions],
            compile([evaluate, ...tests]) {
                return (frame) => {
                    const table = evaluate?.(frame) ?? null;
                    if (!(table instanceof TableValue)) {
                        return table ?? Decimal.zero;
                    }
                    let count = 0;
                    for (const row of table.rows()) {
                        frame.run.checkDeadline();
                        const inner = frame.enter(row);
                        let verdict = true;
                        for (const test of tests) {
                            const result = test(inner);
                            if (result instanceof ErrorValue) {
                                return result;
                            }
                            if (result !== true) {
                                verdict = false;
                                break;
                            }
                        }
                        count += verdict ? 1 : 0;
                    }
                    return Decimal.ofInteger(count);
                };
            },
        };
    },
};
