import type { BoundNode, RowScope } from '../../binding/bound-node';
import { messages } from '../../messages';
import { Types, type Type } from '../../types';
import type { CallBinder } from '../function-definition';

/** Whether running the node changes something. */
function acts(node: BoundNode): boolean {
    switch (node.kind) {
        case 'call':
            return (node.definition.isBehavior ?? false) || node.arguments.some(acts);
        case 'lambda':
            return acts(node.body);
        case 'coercion':
        case 'unary':
            return acts(node.operand);
        case 'binary':
            return acts(node.left) || acts(node.right);
        case 'member':
            return acts(node.record);
        case 'record':
            return node.fields.some((field) => acts(field.value));
        case 'table':
            return node.items.some(acts);
        case 'chain':
            return node.steps.some(acts);
        case 'interpolation':
            return node.parts.some(acts);
        default:
            return false;
    }
}

/**
 * Binds a condition on rows: a boolean, worked out without changing anything.
 * @param refused Types that are not turned into a boolean here.
 */
export function bindCondition(
    call: CallBinder,
    index: number,
    scope: RowScope,
    refused?: ReadonlySet<Type['kind']>,
): BoundNode {
    const condition = call.lambda(index, scope);
    if (acts(condition)) {
        call.error(condition.span, messages.behaviorInCondition);
    }
    if (refused?.has(condition.type.kind)) {
        call.error(condition.span, messages.booleanExpected);
        call.invalidArguments();
    }
    return call.coerce(condition, Types.Boolean);
}
