import type { Type } from '../types/type';
import type { BoundNode } from './bound-node';
import { findCoercion } from './coercions';

/** The node as a value of the type, which `canCoerce` must allow. */
export function coerceTo(node: BoundNode, type: Type): BoundNode {
    const coercion = findCoercion(node.type, type);
    return coercion ? { kind: 'coercion', span: node.span, type, operand: node, coercion } : node;
}

/** A row of a table that is to have rows of this type: the fields that it lacks stay out of it. */
export function coerceRowTo(node: BoundNode, type: Type): BoundNode {
    const coercion = findCoercion(node.type, type);
    return coercion
        ? { kind: 'coercion', span: node.span, type, operand: node, coercion: { ...coercion, keepsGaps: true } }
        : node;
}
