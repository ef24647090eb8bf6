import { messages } from '../../messages';
import { ErrorValue, MemoryTable, TableValue, type Row } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { bindCondition } from './condition';
import { rowTests } from './row-tests';
import { tableScope } from './table-scope';

/** `Filter(table, condition)`: the rows for which the condition is true. Conditions are joined with And. */
export const filter: FunctionDefinition = {
    name: 'Filter',
    minimumArguments: 2,
    maximumArguments: Infinity,
    scopeArguments: [0],
    bind(call) {
        const opened = tableScope(call, 'Filter');
        if (!opened) {
            return undefined;
        }
        const { source, scope } = opened;
        const condition = bindCondition(call, 1, scope);
        if (call.count > 2) {
            call.error(call.lambda(2, scope).span, messages.onlyOneCondition);
        }
        if (isRefused(call, [source, condition])) {
            return undefined;
        }
        const tests = rowTests(call, source, scope, [condition]);
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
                        const verdict = test(row);
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
