import type { BoundNode } from '../../binding/bound-node';
import { messages } from '../../messages';
import { Types, typeName } from '../../types';
import type { Value } from '../../values';
import type { CallBinder, FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';

/** A function that says something about one value of any type; an error too is a value to it. */
export function valueTest(name: string, test: (value: Value) => Value, takesVoid = false): FunctionDefinition {
    const refuseVoid = (call: CallBinder, node: BoundNode) => {
        if (node.type.kind === 'Void' && !takesVoid) {
            call.error(node.span, messages.cannotUseHere(typeName(node.type)));
        }
    };
    return {
        name,
        minimumArguments: 1,
        maximumArguments: 1,
        bind(call) {
            const node = call.argument(0);
            refuseVoid(call, node);
            if (isRefused(call, [node])) {
                return undefined;
            }
            return {
                type: Types.Boolean,
                arguments: [node],
                compile: ([evaluate]) => {
                    return (frame) => test(evaluate?.(frame) ?? null);
                },
            };
        },
    };
}
