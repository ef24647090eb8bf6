import { messages } from '../../messages';
import type { BinaryNode } from '../../syntax/nodes';
import type { Span } from '../../syntax/span';
import { Types, type PrimitiveType, type Type } from '../../types/type';
import { typeName } from '../../types/type-name';
import { accepts } from '../accepts';
import type { BoundNode } from '../bound-node';
import { canCoerce } from '../coercions';
import { coerceTo } from '../coerce-node';
import type { BinaryOperation } from '../operations';
import type { Problems } from '../problems';

/** One operator in a formula with its operands bound. */
export interface BinaryOperands {
    readonly node: BinaryNode;
    readonly left: BoundNode;
    readonly right: BoundNode;
    readonly problems: Problems;
}

export function bound(
    node: BinaryNode,
    operation: BinaryOperation,
    left: BoundNode,
    right: BoundNode,
    type: Type,
): BoundNode {
    return { kind: 'binary', span: node.span, operation, left, right, type };
}

/** Reports a fault; the operator gives this type all the same, so that no more is said of what stands around it. */
export function refused({ node, problems }: BinaryOperands, span: Span, message: string, type: Type): BoundNode {
    problems.error(span, message);
    return { kind: 'fault', span: node.span, type };
}

/** The operand as a value of the type wanted, when its type is that one or one of the others; reports otherwise. */
export function operandAs(
    problems: Problems,
    operand: BoundNode,
    wanted: Type,
    others: readonly PrimitiveType[],
): BoundNode {
    if (
        accepts(wanted, operand.type) ||
        others.some((other) => other.kind === operand.type.kind) ||
        (operand.type.kind === 'Choice' && canCoerce(operand.type, wanted))
    ) {
        return coerceTo(operand, wanted);
    }
    problems.error(operand.span, messages.badTypeExpectedOneOf([wanted, ...others].map(typeName).join(', ')));
    return { kind: 'fault', span: operand.span, type: Types.Error };
}

export function logicalOperand(problems: Problems, operand: BoundNode): BoundNode {
    return operandAs(problems, operand, Types.Boolean, [Types.Number, Types.Decimal, Types.Text, Types.Dynamic]);
}

/** An operand as a number; dates and times stand for numbers of days. */
export function numericOperand(problems: Problems, operand: BoundNode, type: PrimitiveType): BoundNode {
    if (type.kind === 'Number' && operand.type.kind === 'Decimal') {
        return coerceTo(operand, type);
    }
    return operandAs(problems, operand, type, [
        ...(type.kind === 'Decimal' ? [Types.Number] : []),
        Types.Text,
        Types.Boolean,
        Types.Date,
        Types.Time,
        Types.DateTimeNoTimeZone,
        Types.DateTime,
        Types.Dynamic,
    ]);
}
