import { ErrorValue } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { bindAlternatives } from '../result-types';
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
        const checked = values.slice(0, -1);
        const last = values.slice(-1);
        // The last value is of the type wanted: it is what there is when nothing fails.
        const { type, nodes, finish } = bindAlternatives(call, [...last, ...fallbacks.toReversed()]);
        return {
            type,
            arguments: [...checked, ...nodes],
            compile(compiled) {
                const tests = compiled.slice(0, checked.length);
                const results = finish(compiled.slice(checked.length));
                const [finalResult, ...reversed] = results;
                const answers = reversed.reverse();
                const lastAnswer = hasOtherwise ? undefined : answers[tests.length];
                return (frame) => {
                    for (let index = 0; index < tests.length; index++) {
                        const value = tests[index]?.(frame) ?? null;
                        if (value instanceof ErrorValue) {
                            return answers[index]?.(frame.enter(errorScopeRow(value))) ?? null;
                        }
                    }
                    const value = finalResult?.(frame) ?? null;
                    return lastAnswer && value instanceof ErrorValue
                        ? lastAnswer(frame.enter(errorScopeRow(value)))
                        : value;
                };
            },
        };
    },
};
