import { Types, type ChoiceType, type Type } from '../../types/type';
import { isSameType } from '../accepts';
import type { BoundNode } from '../bound-node';
import { coerceTo } from '../coerce-node';
import type { Problems } from '../problems';
import { bound, operandAs, type BinaryOperands } from './operand';

/** `&`: joins text; options of some enumerations join to more of the same. */
export function bindConcatenation({ node, left, right, problems }: BinaryOperands): BoundNode {
    const joined = joinedChoice(left.type, right.type);
    return joined
        ? bound(node, { kind: 'concatenate' }, left, right, joined)
        : bound(node, { kind: 'concatenate' }, textOperand(problems, left), textOperand(problems, right), Types.Text);
}

/** The choice or enumeration that two types stay when they are joined; undefined when that gives text. */
export function joinedChoice(left: Type, right: Type): ChoiceType | undefined {
    return left.kind === 'Choice' && left.set.joinsToItself && isSameType(left, right)
        ? left
        : (joinsWithText(left, right) ?? joinsWithText(right, left));
}

/** A text-backed choice whose options join with text to more of the same, as `Match.Digit & "x"` does. */
function joinsWithText(type: Type, other: Type): ChoiceType | undefined {
    return type.kind === 'Choice' && type.set.joinsToItself && type.set.acceptsBackingValue && other.kind === 'Text'
        ? type
        : undefined;
}

function textOperand(problems: Problems, operand: BoundNode): BoundNode {
    if (operand.type.kind === 'Choice') {
        return coerceTo(operand, Types.Text);
    }
    return operandAs(problems, operand, Types.Text, [
        Types.Number,
        Types.Decimal,
        Types.Date,
        Types.Time,
        Types.DateTimeNoTimeZone,
        Types.DateTime,
        Types.Boolean,
        Types.Guid,
        Types.Hyperlink,
        Types.Image,
        Types.Media,
        Types.Blob,
        Types.Dynamic,
    ]);
}
