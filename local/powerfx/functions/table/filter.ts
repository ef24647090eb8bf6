import { Types } from '../../types';
import { ErrorValue, MemoryTable, RecordValue, TableValue, type Row } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { rowTests } from './row-tests';

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
        const tests = rowTests(call, source, scope, conditions);
        return {
            type: source.type,
            arguments: [source, ...tests.arguments],
            compile([evaluate, ...compiled]) {
                const conditionsOf = tests.compile(compiled);
                return (frame) => {
                    const rows = evaluate?.(frame) ?? null;
                    if (!(rows instanceof TableValue)) {
                        return rows;
                    }
                    const { table, test } = conditionsOf.of(rows, frame);
                    if (!test) {
                        return table;
                    }
                    const kept: Row[] = [];
                    for (const row of table.rows()) {
                        frame.run.checkDeadline();
                        const verdict =
                            row instanceof ErrorValue ? true : test(row instanceof RecordValue ? row : null);
                        if (verdict instanceof ErrorValue) {
                            kept.push(verdict);
                        } else if (verdict) {
                            kept.push(row);
                        }
                    }
                    return new MemoryTable(kept);
                };
            },
        };
    },
};
