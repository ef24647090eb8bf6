import type { BoundNode } from '../binding/bound-node';
import { Decimal } from '../numbers/decimal';
import { ChoiceValue, type Value } from '../values';

function textOf(value: Value): string | undefined {
    const plain = value instanceof ChoiceValue ? value.option.value : value;
    return typeof plain === 'string' ? plain : undefined;
}

function joined(nodes: readonly BoundNode[]): string | undefined {
    const parts = nodes.map(constantText);
    return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
}

/** A text that is known without running the formula: written out, a member of an enumeration, or these joined. */
export function constantText(node: BoundNode): string | undefined {
    switch (node.kind) {
        case 'constant':
            return textOf(node.value);
        case 'coercion':
            return constantText(node.operand);
        case 'interpolation':
            return joined(node.parts);
        case 'binary':
            return node.operation.kind === 'concatenate' ? joined([node.left, node.right]) : undefined;
        case 'call':
            return constantCall(node.definition.name, node.arguments);
        default:
            return undefined;
    }
}

function constantCall(name: string, nodes: readonly BoundNode[]): string | undefined {
    if (name === 'Concatenate') {
        return joined(nodes);
    }
    const [only] = nodes;
    const code = only && (name === 'Char' || name === 'UniChar') ? constantNumber(only) : undefined;
    return code === undefined ? undefined : String.fromCodePoint(code);
}

function constantNumber(node: BoundNode): number | undefined {
    if (node.kind === 'coercion') {
        return constantNumber(node.operand);
    }
    if (node.kind !== 'constant') {
        return undefined;
    }
    const code = node.value instanceof Decimal ? Number(node.value.toString()) : node.value;
    return typeof code === 'number' && code > 0 && code <= 0x10ffff ? Math.trunc(code) : undefined;
}
