import { messages } from '../../messages';
import { Types, type PrimitiveType, type Type } from '../../types/type';
import { typeName } from '../../types/type-name';
import type { BoundNode } from '../bound-node';
import type { DateSum } from '../operations';
import { isDate, isDateOrTime } from '../type-kinds';
import { bindArithmetic } from './arithmetic';
import { bound, numericOperand, refused, type BinaryOperands } from './operand';

/** `+` and `-`: of numbers, or of dates, times and days. */
export function bindSum(operands: BinaryOperands, operator: 'add' | 'subtract'): BoundNode {
    const { node, left, right, problems } = operands;
    const isLeftDate = isDateOrTime(left.type);
    const isRightDate = isDateOrTime(right.type);
    if (!isLeftDate && !isRightDate) {
        return bindArithmetic(operands, operator);
    }
    if (isLeftDate && isRightDate) {
        // `date + -date` is a difference as well.
        return operator === 'add' && right.kind === 'unary' && right.operation.startsWith('negate')
            ? bindSumOfDates({ ...operands, right: right.operand }, 'subtract')
            : bindSumOfDates(operands, operator);
    }
    const days = (operand: BoundNode): BoundNode =>
        operand.type.kind === 'Number' ? operand : numericOperand(problems, operand, Types.Decimal);
    const [dated, count] = isLeftDate ? [left, days(right)] : [right, days(left)];
    const { type } = dated;
    const moved = type.kind === 'Time' ? 'time' : 'date';
    const sum: DateSum = operator === 'add' ? `${moved}PlusDays` : isLeftDate ? `${moved}MinusDays` : 'unsupported';
    return bound(node, { kind: 'dateAndTime', sum }, dated, count, type);
}

function bindSumOfDates(operands: BinaryOperands, operator: 'add' | 'subtract'): BoundNode {
    const { node, left, right } = operands;
    const found = dateSum(left.type, right.type, operator);
    if (!found) {
        const message = messages.invalidOperation(typeName(left.type), typeName(right.type));
        return refused(operands, node.span, message, Types.Error);
    }
    const [first, second] = found.isTurned ? [right, left] : [left, right];
    return bound(node, { kind: 'dateAndTime', sum: found.sum }, first, second, found.type);
}

interface FoundSum {
    readonly sum: DateSum;
    readonly type: PrimitiveType;
    /** Whether the operands change places. */
    readonly isTurned: boolean;
}

function dateSum(left: Type, right: Type, operator: 'add' | 'subtract'): FoundSum | undefined {
    const isLeftDate = isDate(left);
    const isRightDate = isDate(right);
    if (operator === 'subtract') {
        if (isLeftDate) {
            return isRightDate
                ? { sum: 'dateMinusDate', type: Types.Decimal, isTurned: false }
                : { sum: 'dateMinusTime', type: Types.DateTime, isTurned: false };
        }
        return isRightDate ? undefined : { sum: 'timeMinusTime', type: Types.Decimal, isTurned: false };
    }
    if (isLeftDate && isRightDate) {
        return undefined;
    }
    return isLeftDate || isRightDate
        ? { sum: 'datePlusTime', type: Types.DateTime, isTurned: isRightDate }
        : { sum: 'timePlusTime', type: Types.Time, isTurned: false };
}
