import { Decimal } from '../../numbers/decimal';
import { Types } from '../../types';
import { ErrorValue, TableValue } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { bindCondition } from './condition';
import { rowTests } from './row-tests';
import { tableScope } from './table-scope';

/** `CountIf(table, condition, …)`: the number of rows for which every condition is true. */
export const countIf: FunctionDefinition = {
    name: 'CountIf',
    minimumArguments: 2,
    maximumArguments: Infinity,
    scopeArguments: [0],
    bind(call) {
        const opened = tableScope(call, 'CountIf');
        if (!opened) {
            return undefined;
        }
        const { source, scope } = opened;
        const conditions = [];
        for (let index = 1; index < call.count; index++) {
            conditions.push(bindCondition(call, index, scope));
        }
        if (isRefused(call, [source, ...conditions])) {
            return undefined;
        }
        const tests = rowTests(call, source, scope, conditions);
        return {
            type: Types.Decimal,
            arguments: [source, ...tests.arguments],
            compile([evaluate, ...compiled]) {
                const conditionsOf = tests.compile(compiled);
                return (frame) => {
                    const rows = evaluate?.(frame) ?? null;
                    if (!(rows instanceof TableValue)) {
                        return rows ?? Decimal.zero;
                    }
                    const { table, test } = conditionsOf.of(rows, frame);
                    const counted = test ? undefined : table.query?.count();
                    if (counted !== undefined) {
                        return typeof counted === 'number' ? Decimal.ofInteger(counted) : counted;
                    }
                    let count = 0;
                    for (const row of table.rows()) {
                        frame.run.checkDeadline();
                        const verdict = test ? test(row) : true;
                        if (verdict instanceof ErrorValue) {
                            return verdict;
                        }
                        count += verdict ? 1 : 0;
                    }
                    return Decimal.ofInteger(count);
                };
            },
        };
    },
};
