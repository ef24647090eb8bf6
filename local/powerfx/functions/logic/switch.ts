import type { BoundNode } from '../../binding/bound-node';
import { ErrorValue } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { bindAlternatives } from '../result-types';
import { isSameValue } from '../same-value';
import { constantMatches, matchKey } from './constant-matches';

/** `Switch(value, match, result, …, otherwise)`: the result of the first match; the rest is left alone. */
export const switchFunction: FunctionDefinition = {
    name: 'Switch',
    minimumArguments: 3,
    maximumArguments: Infinity,
    bind(call) {
        const value = call.argument(0);
        // An untyped object is compared with whatever it holds.
        const isTyped = !['Blank', 'Unknown', 'Dynamic'].includes(value.type.kind);
        const matches: BoundNode[] = [];
        const results: BoundNode[] = [];
        for (let index = 1; index < call.count; index++) {
            const isMatch = index % 2 === 1 && index < call.count - 1;
            const node = call.argument(index);
            if (isMatch) {
                matches.push(isTyped && node.type.kind !== 'Error' ? call.coerce(node, value.type) : node);
            } else {
                results.push(node);
            }
        }
        if (isRefused(call, [value, ...matches, ...results])) {
            return undefined;
        }
        const { type, nodes, nothing, finish } = bindAlternatives(call, results);
        const count = matches.length;
        return {
            type,
            arguments: [value, ...matches, ...nodes],
            compile([subject, ...compiled]) {
                const tests = compiled.slice(0, count);
                const values = finish(compiled.slice(count));
                const otherwise = values[count];
                const positions = isTyped ? constantMatches(matches) : undefined;
                if (positions) {
                    return (frame) => {
                        const wanted = subject?.(frame) ?? null;
                        if (wanted instanceof ErrorValue) {
                            return wanted;
                        }
                        const key = matchKey(wanted);
                        const index = key === undefined ? undefined : positions.get(key);
                        const chosen = index === undefined ? otherwise : values[index];
                        return chosen ? chosen(frame) : nothing;
                    };
                }
                return (frame) => {
                    const wanted = subject?.(frame) ?? null;
                    if (wanted instanceof ErrorValue) {
                        return wanted;
                    }
                    for (let index = 0; index < tests.length; index++) {
                        const match = tests[index]?.(frame) ?? null;
                        if (match instanceof ErrorValue) {
                            return match;
                        }
                        if (isSameValue(wanted, match)) {
                            return values[index]?.(frame) ?? null;
                        }
                    }
                    return otherwise ? otherwise(frame) : nothing;
                };
            },
        };
    },
};
