import { Types } from '../../types/type';
import type { BoundNode } from '../bound-node';
import type { ArithmeticOperation } from '../operations';
import { bound, numericOperand, operandAs, type BinaryOperands } from './operand';

const powerOperands = [Types.Decimal, Types.Text, Types.Boolean, Types.Dynamic];

/** Numbers are decimal, unless an operand is a floating-point one. */
export function bindArithmetic(
    { node, left, right, problems }: BinaryOperands,
    operator: ArithmeticOperation,
): BoundNode {
    const isFloat = [left, right].some(({ type }) => type.kind === 'Number' || type.kind === 'Error');
    const type = isFloat ? Types.Number : Types.Decimal;
    return bound(
        node,
        { kind: isFloat ? 'number' : 'decimal', operator },
        numericOperand(problems, left, type),
        numericOperand(problems, right, type),
        type,
    );
}

/** A power is a floating-point number, whatever its operands are; dates and times have none. */
export function bindPower({ node, left, right, problems }: BinaryOperands): BoundNode {
    return bound(
        node,
        { kind: 'number', operator: 'power' },
        operandAs(problems, left, Types.Number, powerOperands),
        operandAs(problems, right, Types.Number, powerOperands),
        Types.Number,
    );
}
