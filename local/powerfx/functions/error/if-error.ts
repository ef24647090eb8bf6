import { ErrorValue } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { bindAlternatives, withoutResult } from '../result-types';
import { errorScopeFields, errorScopeRow } from './error-scope';

/**
 * `IfError(value, fallback, …, otherwise)`: the fallback of the first value that fails, in which `FirstError` and
 * `AllErrors` can be named; without a failure `otherwise`, or else the last value.
 */
export const ifError: FunctionDefinition = {
    name: 'IfError',
    minimumArguments: 2,
    maximumArguments: Infinity,
    bind(call) {
        const scope = call.scopeOf(errorScopeFields);
        const hasOtherwise = call.count % 2 === 1;
        const values = [];
        const fallbacks = [];
        for (let index = 0; index < call.count; index++) {
            if (index % 2 === 1) {
                fallbacks.push(call.lambda(index, scope));
            } else {
                values.push(call.argument(index));
            }
        }
        if (isRefused(call, [...values, ...fallbacks])) {
            return undefined;
        }
        const last = values.at(-1);
        const first = values.length > 1 || !last ? [] : [last];
        const later = first.length > 0 || !last ? [] : [last];
        // The only value is of the type wanted; of several, the first fallback is.
        const { type, nodes, isVoid } = bindAlternatives(call, [...first, ...fallbacks, ...later]);
        const results = nodes.slice(first.length, first.length + fallbacks.length);
        const final = first.length > 0 ? nodes[0] : nodes.at(-1);
        const checked = values.slice(0, -1);
        return {
            type,
            arguments: [...checked, ...results, ...(final ? [final] : [])],
            compile(compiled) {
                const tests = compiled.slice(0, checked.length);
                const answers = compiled
                    .slice(checked.length, checked.length + results.length)
                    .map((answer) => (isVoid ? withoutResult(answer) : answer));
                const finish = compiled.at(-1);
                const lastAnswer = answers[tests.length];
                return (frame) => {
                    for (let index = 0; index < tests.length; index++) {
                        const value = tests[index]?.(frame) ?? null;
                        if (value instanceof ErrorValue) {
                            return answers[index]?.(frame.enter(errorScopeRow(value))) ?? null;
                        }
                    }
                    const value = (isVoid && finish ? withoutResult(finish) : finish)?.(frame) ?? null;
                    return !hasOtherwise && value instanceof ErrorValue && lastAnswer
                        ? lastAnswer(frame.enter(errorScopeRow(value)))
                        : value;
                };
            },
        };
    },
};
