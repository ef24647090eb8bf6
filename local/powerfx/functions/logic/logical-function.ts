import { Types } from '../../types';
import { ErrorValue } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';

/** A function over booleans that is decided by the first one that is `decisive`. */
export function logicalFunction(name: string, decisive: boolean): FunctionDefinition {
    return {
        name,
        minimumArguments: 1,
        maximumArguments: Infinity,
        bind(call) {
            const nodes = [];
            for (let index = 0; index < call.count; index++) {
                nodes.push(call.coerce(call.argument(index), Types.Boolean));
            }
            if (isRefused(call, nodes)) {
                return undefined;
            }
            return {
                type: Types.Boolean,
                arguments: nodes,
                compile: (compiled) => (frame) => {
                    for (const evaluate of compiled) {
                        const value = evaluate(frame);
                        if (value instanceof ErrorValue) {
                            return value;
                        }
                        // Blank is false.
                        if ((value === true) === decisive) {
                            return decisive;
                        }
                    }
                    return !decisive;
                },
            };
        },
    };
}
