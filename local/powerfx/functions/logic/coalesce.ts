import type { BoundNode } from '../../binding/bound-node';
import type { Type } from '../../types';
import { Types } from '../../types';
import type { CallBinder, FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';

/** The type of the first argument that has one, with what the later ones add to it; reports those that do not fit. */
function commonType(call: CallBinder, nodes: readonly BoundNode[]): Type {
    let type: Type = Types.Blank;
    for (const node of nodes) {
        const next: Type | undefined = node.type.kind === 'Error' ? type : call.unify([type, node.type]);
        if (next) {
            type = next;
        } else {
            call.coerce(node, type);
        }
    }
    return type;
}

/** `Coalesce(a, b, …)`: the first that is neither blank nor an empty text; the rest is left alone. */
export const coalesce: FunctionDefinition = {
    name: 'Coalesce',
    minimumArguments: 1,
    maximumArguments: Infinity,
    bind(call) {
        const given = Array.from({ length: call.count }, (_, index) => call.argument(index));
        const type = commonType(call, given);
        const nodes = given.map((node) => (node.type.kind === 'Error' ? node : call.coerce(node, type)));
        if (isRefused(call, nodes)) {
            return undefined;
        }
        return {
            type,
            arguments: nodes,
            compile: (compiled) => (frame) => {
                for (const evaluate of compiled) {
                    const value = evaluate(frame);
                    if (value !== null && value !== '') {
                        return value;
                    }
                }
                return null;
            },
        };
    },
};
