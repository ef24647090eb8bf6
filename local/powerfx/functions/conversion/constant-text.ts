import type { BoundNode } from '../../binding/bound-node';
import { Decimal } from '../../numbers/decimal';
import { floatFromDecimal } from '../../numbers/decimal-float';

/** The text that an argument is whatever the formula runs with: a literal, or one put together from such. */
export function constantText(node: BoundNode): string | undefined {
    switch (node.kind) {
        case 'constant':
            return typeof node.value === 'string' ? node.value : undefined;
        case 'coercion':
            return constantText(node.operand);
        case 'binary': {
            const left = node.operation.kind === 'concatenate' ? constantText(node.left) : undefined;
            const right = left === undefined ? undefined : constantText(node.right);
            return left === undefined || right === undefined ? undefined : left + right;
        }
        case 'interpolation':
            return joined(node.parts);
        case 'call':
            return node.definition.name === 'Char' ? constantCharacter(node.arguments[0]) : concatenated(node);
        default:
            return undefined;
    }
}

function concatenated(node: Extract<BoundNode, { kind: 'call' }>): string | undefined {
    return node.definition.name === 'Concatenate' ? joined(node.arguments) : undefined;
}

function joined(nodes: readonly BoundNode[]): string | undefined {
    const pieces = nodes.map(constantText);
    return pieces.every((piece) => piece !== undefined) ? pieces.join('') : undefined;
}

function constantCharacter(node: BoundNode | undefined): string | undefined {
    if (node?.kind === 'coercion') {
        return constantCharacter(node.operand);
    }
    if (node?.kind !== 'constant' || !(node.value instanceof Decimal)) {
        return undefined;
    }
    const code = floatFromDecimal(node.value);
    return code >= 1 && code < 256 ? String.fromCharCode(code) : undefined;
}
