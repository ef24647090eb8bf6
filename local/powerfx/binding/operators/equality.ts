import { messages } from '../../messages';
import { Types, type ChoiceType, type Type, type TypeKind } from '../../types/type';
import { typeName } from '../../types/type-name';
import { accepts, isSameType } from '../accepts';
import type { BoundNode } from '../bound-node';
import { coerceTo } from '../coerce-node';
import { canCoerce, isBackingKind } from '../coercions';
import { isDateOrTime, isNumber, isUntold } from '../type-kinds';
import { bound, refused, type BinaryOperands } from './operand';

/** `=` and `<>`. */
export function bindEquality(operands: BinaryOperands): BoundNode {
    const { node, left, right } = operands;
    const isGuid = (operand: BoundNode): boolean => operand.type.kind === 'Guid';
    if (isGuid(left) !== isGuid(right) && !isUntold(left.type) && !isUntold(right.type)) {
        return refused(operands, node.span, messages.guidComparison, Types.Boolean);
    }
    const pair = comparablePair(left, right);
    return pair
        ? bound(node, { kind: 'equality', isNegated: node.operator === '<>' }, ...pair, Types.Boolean)
        : incomparable(operands);
}

export function incomparable(operands: BinaryOperands): BoundNode {
    const { node, left, right } = operands;
    return refused(
        operands,
        node.span,
        messages.incomparable(typeName(left.type), typeName(right.type)),
        Types.Boolean,
    );
}

/** Both operands as they are compared; undefined when they cannot be. */
function comparablePair(left: BoundNode, right: BoundNode): [BoundNode, BoundNode] | undefined {
    const leftType = left.type;
    const rightType = right.type;
    const areUntyped = leftType.kind === 'Dynamic' && rightType.kind === 'Dynamic';
    if (areUntyped || isNeverEqual(leftType) || isNeverEqual(rightType)) {
        return undefined;
    }
    if (isUntold(leftType) || isUntold(rightType) || isSameType(leftType, rightType)) {
        return [left, right];
    }
    if (leftType.kind === 'Choice' || rightType.kind === 'Choice') {
        return choicePair(left, right);
    }
    if (isNumber(leftType) && isNumber(rightType)) {
        return [coerceTo(left, Types.Number), coerceTo(right, Types.Number)];
    }
    if (isDateOrTime(leftType) && isDateOrTime(rightType)) {
        return [left, right];
    }
    const isLeftTurned =
        (isDateOrTime(leftType) && isNumber(rightType)) ||
        (leftType.kind === 'Dynamic' && canCoerce(leftType, rightType));
    if (isLeftTurned) {
        return [coerceTo(left, rightType), right];
    }
    const isRightTurned =
        (isNumber(leftType) && isDateOrTime(rightType)) ||
        (rightType.kind === 'Dynamic' && canCoerce(rightType, leftType));
    if (isRightTurned) {
        return [left, coerceTo(right, leftType)];
    }
    return accepts(leftType, rightType) ||
        accepts(rightType, leftType) ||
        (isTextLike(leftType) && isTextLike(rightType))
        ? [left, right]
        : undefined;
}

function isNeverEqual({ kind }: Type): boolean {
    return kind === 'Record' || kind === 'Table' || kind === 'Error' || kind === 'Void' || kind === 'ChoiceSet';
}

function isTextLike({ kind }: Type): boolean {
    const kinds: readonly TypeKind[] = ['Text', 'Hyperlink', 'Image', 'Media', 'Blob'];
    return kinds.includes(kind);
}

function choicePair(left: BoundNode, right: BoundNode): [BoundNode, BoundNode] | undefined {
    if (left.type.kind === 'Choice' && right.type.kind === 'Choice') {
        return undefined;
    }
    if (left.type.kind === 'Choice') {
        return isComparedWithBacking(left.type, right.type) ? [coerceTo(left, right.type), right] : undefined;
    }
    return right.type.kind === 'Choice' && isComparedWithBacking(right.type, left.type)
        ? [left, coerceTo(right, left.type)]
        : undefined;
}

function isComparedWithBacking({ set }: ChoiceType, other: Type): boolean {
    return (set.givesBackingValue || set.acceptsBackingValue) && isBackingKind(set.backing, other.kind);
}
