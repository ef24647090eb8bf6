import { Types } from '../../types';
import { ErrorValue } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { bindAlternatives } from '../result-types';

/** `If(condition, result, …, otherwise)`: the result of the first condition that is true; the rest is left alone. */
export const ifFunction: FunctionDefinition = {
    name: 'If',
    minimumArguments: 2,
    maximumArguments: Infinity,
    bind(call) {
        const conditions = [];
        const results = [];
        for (let index = 0; index < call.count; index++) {
            const isCondition = index % 2 === 0 && index < call.count - 1;
            const node = call.argument(index);
            if (isCondition) {
                conditions.push(call.coerce(node, Types.Boolean));
            } else {
                results.push(node);
            }
        }
        if (isRefused(call, [...conditions, ...results])) {
            return undefined;
        }
        const { type, nodes, nothing, finish } = bindAlternatives(call, results);
        const count = conditions.length;
        return {
            type,
            arguments: [...conditions, ...nodes],
            compile(compiled) {
                const tests = compiled.slice(0, count);
                const values = finish(compiled.slice(count));
                const otherwise = values[count];
                return (frame) => {
                    for (let index = 0; index < tests.length; index++) {
                        const verdict = tests[index]?.(frame) ?? null;
                        if (verdict instanceof ErrorValue) {
                            return verdict;
                        }
                        if (verdict === true) {
                            return values[index]?.(frame) ?? null;
                        }
                    }
                    return otherwise ? otherwise(frame) : nothing;
                };
            },
        };
    },
};
