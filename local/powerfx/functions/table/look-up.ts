import { recordType, type Type } from '../../types';
import { ErrorValue } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { bindCondition } from './condition';
import { rowTests } from './row-tests';
import { withTable } from './with-rows';
import { tableScope } from './table-scope';

/** What Filter would turn into a boolean, and LookUp does not. */
const notConditions: ReadonlySet<Type['kind']> = new Set(['Text', 'Number', 'Decimal']);

/** `LookUp(table, condition, result)`: the first row for which the condition is true, or the result in that row. */
export const lookUp: FunctionDefinition = {
    name: 'LookUp',
    minimumArguments: 2,
    maximumArguments: 3,
    scopeArguments: [0],
    bind(call) {
        const opened = tableScope(call, 'LookUp');
        if (!opened) {
            return undefined;
        }
        const { source, scope } = opened;
        const condition = bindCondition(call, 1, scope, notConditions);
        const result = call.count > 2 ? call.lambda(2, scope) : undefined;
        if (isRefused(call, [source, condition, result ?? condition])) {
            return undefined;
        }
        const row = source.type.kind === 'Table' ? recordType(source.type.fields, source.type.source) : source.type;
        const tests = rowTests(call, source, scope, [condition]);
        return {
            type: result?.type ?? row,
            arguments: result ? [source, result, ...tests.arguments] : [source, ...tests.arguments],
            compile([evaluate, ...compiled]) {
                const reduce = result ? compiled[0] : undefined;
                const conditionsOf = tests.compile(result ? compiled.slice(1) : compiled);
                return (frame) =>
                    withTable(evaluate, frame, (rows) => {
                        const { table, test } = conditionsOf.of(rows, frame);
                        for (const found of (test ? table : (table.query?.first(1) ?? table)).rows()) {
                            frame.run.checkDeadline();
                            const verdict = test ? test(found) : true;
                            if (verdict instanceof ErrorValue) {
                                return verdict;
                            }
                            if (verdict) {
                                return reduce ? reduce(frame.enter(found)) : found;
                            }
                        }
                        return null;
                    });
            },
        };
    },
};
