import { messages } from '../../messages';
import { Types } from '../../types/type';
import { typeName } from '../../types/type-name';
import type { BoundNode } from '../bound-node';
import { coerceTo } from '../coerce-node';
import { isDateOrTime, isNumber, isUntold } from '../type-kinds';
import { incomparable } from './equality';
import { bound, operandAs, refused, type BinaryOperands } from './operand';

type OrderOperator = '<' | '<=' | '>' | '>=';

const orderedTypes = [Types.Number, Types.Decimal, Types.Date, Types.Time, Types.DateTime, Types.Dynamic];

/** `<`, `<=`, `>` and `>=`: of numbers, dates and times, and of choices that are ordered. */
export function bindOrder(operands: BinaryOperands, operator: OrderOperator): BoundNode {
    const { node, left, right } = operands;
    if (left.type.kind === 'Choice' || right.type.kind === 'Choice') {
        return bindChoiceOrder(operands, operator);
    }
    if (left.type.kind === 'Dynamic' && right.type.kind === 'Dynamic') {
        const message = messages.invalidOperation(typeName(left.type), typeName(right.type));
        return refused(operands, node.span, message, Types.Boolean);
    }
    const areOrdered = [isOrdered(operands, left), isOrdered(operands, right)];
    return areOrdered.includes(false)
        ? { kind: 'fault', span: node.span, type: Types.Boolean }
        : bound(node, { kind: 'order', operator }, ...orderedPair(left, right), Types.Boolean);
}

function isOrdered({ problems }: BinaryOperands, { type, span }: BoundNode): boolean {
    if (isUntold(type) || isDateOrTime(type) || orderedTypes.some(({ kind }) => kind === type.kind)) {
        return true;
    }
    problems.error(span, messages.badTypeExpectedOneOf(orderedTypes.map(typeName).join(', ')));
    return false;
}

function bindChoiceOrder(operands: BinaryOperands, operator: OrderOperator): BoundNode {
    const { node, left, right, problems } = operands;
    const isUnordered = [left, right].some(
        ({ type }) => type.kind === 'Choice' && (type.set.backing !== 'number' || !type.set.isOrdered),
    );
    if (left.type.kind === 'Choice' && right.type.kind === 'Choice') {
        if (left.type.set !== right.type.set) {
            return incomparable(operands);
        }
        if (isUnordered) {
            return refused(operands, node.span, messages.unordered(typeName(left.type)), Types.Boolean);
        }
    } else if (isUnordered) {
        return incomparable(operands);
    } else {
        const { type: choice } = left.type.kind === 'Choice' ? left : right;
        const isClosed = choice.kind === 'Choice' && !choice.set.acceptsBackingValue && !choice.set.givesBackingValue;
        if (isClosed) {
            return incomparable(operands);
        }
    }
    const number = (operand: BoundNode): BoundNode =>
        operand.type.kind === 'Choice'
            ? coerceTo(operand, Types.Number)
            : operandAs(problems, operand, Types.Number, [Types.Decimal, Types.Date, Types.Time, Types.DateTime]);
    return bound(node, { kind: 'order', operator }, number(left), number(right), Types.Boolean);
}

function orderedPair(left: BoundNode, right: BoundNode): [BoundNode, BoundNode] {
    const leftType = left.type;
    const rightType = right.type;
    if (leftType.kind === 'Dynamic' && isUntold(rightType)) {
        return [coerceTo(left, Types.Decimal), right];
    }
    if (rightType.kind === 'Dynamic' && isUntold(leftType)) {
        return [left, coerceTo(right, Types.Decimal)];
    }
    if (isNumber(leftType) && isNumber(rightType) && leftType.kind !== rightType.kind) {
        return [coerceTo(left, Types.Number), coerceTo(right, Types.Number)];
    }
    if (leftType.kind === 'Dynamic' || (isDateOrTime(leftType) && isNumber(rightType))) {
        return [coerceTo(left, rightType), right];
    }
    if (rightType.kind === 'Dynamic' || (isNumber(leftType) && isDateOrTime(rightType))) {
        return [left, coerceTo(right, leftType)];
    }
    return [left, right];
}
