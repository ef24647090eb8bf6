import type { BinaryNode, UnaryNode } from '../../syntax/nodes';
import { Types } from '../../types/type';
import type { BoundNode } from '../bound-node';
import type { Problems } from '../problems';
import { isDateOrTime } from '../type-kinds';
import { bindArithmetic, bindPower } from './arithmetic';
import { bindConcatenation } from './concatenation';
import { bindEquality } from './equality';
import { bindMembership } from './membership';
import { bound, logicalOperand, numericOperand, type BinaryOperands } from './operand';
import { bindOrder } from './order';
import { bindSum } from './sum';

/** Gives a prefix or postfix operator its type, and turns its operand into what it takes. */
export function bindUnary({ operator, span }: UnaryNode, operand: BoundNode, problems: Problems): BoundNode {
    const base = { kind: 'unary' as const, span };
    if (operator === 'not') {
        return { ...base, operation: 'not', operand: logicalOperand(problems, operand), type: Types.Boolean };
    }
    if (operator === '-' && isDateOrTime(operand.type)) {
        const operation = operand.type.kind === 'Time' ? 'negateTime' : 'negateDate';
        return { ...base, operation, operand, type: operand.type };
    }
    const type = operand.type.kind === 'Number' ? Types.Number : Types.Decimal;
    const value = numericOperand(problems, operand, type);
    const name = operator === '-' ? 'negate' : 'percent';
    return { ...base, operation: `${name}${type.kind}`, operand: value, type };
}

/** Gives a binary operator its type, and turns its operands into what it takes. */
export function bindBinary(node: BinaryNode, left: BoundNode, right: BoundNode, problems: Problems): BoundNode {
    const operands: BinaryOperands = { node, left, right, problems };
    switch (node.operator) {
        case '+':
            return bindSum(operands, 'add');
        case '-':
            return bindSum(operands, 'subtract');
        case '*':
            return bindArithmetic(operands, 'multiply');
        case '/':
            return bindArithmetic(operands, 'divide');
        case '^':
            return bindPower(operands);
        case '&':
            return bindConcatenation(operands);
        case 'and':
        case 'or':
            return bound(
                node,
                { kind: 'logical', operator: node.operator },
                logicalOperand(problems, left),
                logicalOperand(problems, right),
                Types.Boolean,
            );
        case '=':
        case '<>':
            return bindEquality(operands);
        case '<':
        case '<=':
        case '>':
        case '>=':
            return bindOrder(operands, node.operator);
        case 'in':
        case 'exactin':
            return bindMembership(operands);
        case 'missing':
            return { kind: 'fault', span: node.span, type: Types.Error };
    }
}
