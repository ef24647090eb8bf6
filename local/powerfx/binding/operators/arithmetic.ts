import { Types } from '../../types/type';
import type { BoundNode } from '../bound-node';
import type { ArithmeticOperation } from '../operations';
import { bound, numericOperand, type BinaryOperands } from './operand';

/** Numbers are decimal, unless an operand is a floating-point one. */
export function bindArithmetic(
    { node, left, right, problems }: BinaryOperands,
    operator: ArithmeticOperation,
    withDates: boolean,
): BoundNode {
    const isFloat = [left, right].some(({ type }) => type.kind === 'Number' || type.kind === 'Error');
    const type = isFloat ? Types.Number : Types.Decimal;
    return bound(
        node,
        { kind: isFloat ? 'number' : 'decimal', operator },
        numericOperand(problems, left, type, withDates),
        numericOperand(problems, right, type, withDates),
        type,
    );
}

/** A power is a floating-point number, whatever its operands are. */
export function bindPower({ node, left, right, problems }: BinaryOperands): BoundNode {
    return bound(
        node,
        { kind: 'number', operator: 'power' },
        numericOperand(problems, left, Types.Number, true),
        numericOperand(problems, right, Types.Number, true),
        Types.Number,
    );
}
