import type { BoundNode } from '../binding/bound-node';
import type { CallBinder } from './function-definition';

/**
 * Whether the call cannot be bound: something was reported about it, or about one of these arguments. Says so at the
 * function's name.
 */
export function isRefused(call: CallBinder, nodes: readonly (BoundNode | undefined)[]): boolean {
    if (call.hasErrors || nodes.some((node) => !node || node.kind === 'fault' || node.type.kind === 'Error')) {
        call.invalidArguments();
        return true;
    }
    return false;
}
