import { Types } from '../../types';
import { ErrorValue, MemoryTable, RecordValue, TableValue, type Row } from '../../values';
import type { FunctionDefinition } from '../function-definition';

/** `Filter(table, condition, …)`: the rows for which every condition is true. */
export const filter: FunctionDefinition = {
    name: 'Filter',
    minimumArguments: 2,
    maximumArguments: Infinity,
    scopeArguments: [0],
    bind(call) {
        const source = call.argument(0);
        const scope = call.openScope(0);
        if (!scope) {
            return undefined;
        }
        const conditions = [];
        for (let index = 1; index < call.count; index++) {
            conditions.push(call.coerce(call.lambda(index, scope), Types.Boolean));
        }
        return {
            type: source.type,
            arguments: [source, ...conditions],
            compile([table, ...tests]) {
                return (frame) => {
                    const rows = table?.(frame) ?? null;
                    if (!(rows instanceof TableValue)) {
                        return rows;
                    }
                    const kept: Row[] = [];
                    for (const row of rows.rows()) {
                        frame.run.checkDeadline();
                        if (row instanceof ErrorValue) {
                            kept.push(row);
                            continue;
                        }
                        const inner = frame.enter(row instanceof RecordValue ? row : null);
                        let verdict: Row | true | false = true;
                        for (const test of tests) {
                            const result = test(inner);
                            if (result instanceof ErrorValue) {
                                verdict = result;
                                break;
                            }
                            if (result !== true) {
                                verdict = false;
                                break;
                            }
                        }
                        if (verdict === true) {
                            kept.push(row);
                        } else if (verdict !== false) {
                            kept.push(verdict);
                        }
                    }
                    return new MemoryTable(kept);
                };
            },
        };
    },
};
