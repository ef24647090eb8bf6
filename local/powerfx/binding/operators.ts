import { messages } from '../messages';
import type { BinaryNode, UnaryNode } from '../syntax/nodes';
import { onlyField } from '../types/fields';
import {
    Types,
    type ChoiceType,
    type PrimitiveType,
    type RecordType,
    type TableType,
    type Type,
    type TypeKind,
} from '../types/type';
import { typeName } from '../types/type-name';
import { accepts, isSameType } from './accepts';
import type { BoundNode } from './bound-node';
import { canCoerce, isBackingKind } from './coercions';
import { coerceTo } from './coerce-node';
import type { ArithmeticOperation, BinaryOperation, DateSum } from './operations';
import type { Problems } from './problems';
import { schemaDifference } from './schema-difference';

const dateKinds: readonly TypeKind[] = ['Date', 'DateTime', 'DateTimeNoTimeZone'];
const dateTimeKinds: readonly TypeKind[] = [...dateKinds, 'Time'];

function isDate(type: Type): boolean {
    return dateKinds.includes(type.kind);
}

function isDateOrTime(type: Type): boolean {
    return dateTimeKinds.includes(type.kind);
}

/** Gives operators their types: which operands they take, what they turn them into, and what comes out. */
export class OperatorBinder {
    constructor(private readonly problems: Problems) {}

    unary(node: UnaryNode, operand: BoundNode): BoundNode {
        const base = { kind: 'unary' as const, span: node.span };
        if (node.operator === 'not') {
            const value = this.logical(operand);
            return { ...base, operation: 'not', operand: value, type: Types.Boolean };
        }
        if (node.operator === '-' && isDateOrTime(operand.type)) {
            const operation = operand.type.kind === 'Time' ? 'negateTime' : 'negateDate';
            return { ...base, operation, operand, type: operand.type };
        }
        const type = operand.type.kind === 'Number' ? Types.Number : Types.Decimal;
        const value = this.numeric(operand, type, node.operator === '%');
        if (node.operator === '-') {
            return {
                ...base,
                operation: type === Types.Number ? 'negateNumber' : 'negateDecimal',
                operand: value,
                type,
            };
        }
        return { ...base, operation: type === Types.Number ? 'percentNumber' : 'percentDecimal', operand: value, type };
    }

    binary(node: BinaryNode, left: BoundNode, right: BoundNode): BoundNode {
        switch (node.operator) {
            case '+':
                return this.sum(node, left, right, 'add');
            case '-':
                return this.sum(node, left, right, 'subtract');
            case '*':
                return this.arithmetic(node, left, right, 'multiply', true);
            case '/':
                return this.arithmetic(node, left, right, 'divide', true);
            case '^':
                return this.power(node, left, right);
            case '&':
                return this.concatenation(node, left, right);
            case 'and':
            case 'or':
                return this.make(
                    node,
                    { kind: 'logical', operator: node.operator },
                    this.logical(left),
                    this.logical(right),
                    Types.Boolean,
                );
            case '=':
            case '<>':
                return this.equality(node, left, right);
            case '<':
            case '<=':
            case '>':
            case '>=':
                return this.order(node, left, right, node.operator);
            case 'in':
            case 'exactin':
                return this.membership(node, left, right);
            case 'missing':
                return { kind: 'fault', span: node.span, type: Types.Error };
        }
    }

    private make(
        node: BinaryNode,
        operation: BinaryOperation,
        left: BoundNode,
        right: BoundNode,
        type: Type,
    ): BoundNode {
        return { kind: 'binary', span: node.span, operation, left, right, type };
    }

    /** The operand as this type when its type is one of those; reports otherwise. */
    private oneOf(operand: BoundNode, wanted: Type, others: readonly PrimitiveType[]): BoundNode {
        if (
            accepts(wanted, operand.type) ||
            others.some((other) => other.kind === operand.type.kind) ||
            (operand.type.kind === 'Choice' && canCoerce(operand.type, wanted))
        ) {
            return coerceTo(operand, wanted);
        }
        this.problems.error(operand.span, messages.badTypeExpectedOneOf([wanted, ...others].map(typeName).join(', ')));
        return { kind: 'fault', span: operand.span, type: Types.Error };
    }

    private logical(operand: BoundNode): BoundNode {
        return this.oneOf(operand, Types.Boolean, [Types.Number, Types.Decimal, Types.Text, Types.Dynamic]);
    }

    private numeric(operand: BoundNode, type: PrimitiveType, withDates: boolean): BoundNode {
        const other = type.kind === 'Number' ? Types.Decimal : Types.Number;
        if (operand.type.kind === other.kind) {
            return coerceTo(operand, type);
        }
        const dates = withDates ? [Types.Date, Types.Time, Types.DateTimeNoTimeZone, Types.DateTime] : [];
        return this.oneOf(operand, type, [Types.Text, Types.Boolean, ...dates, Types.Dynamic]);
    }

    private arithmetic(
        node: BinaryNode,
        left: BoundNode,
        right: BoundNode,
        operator: ArithmeticOperation,
        withDates: boolean,
    ): BoundNode {
        const isFloat = [left, right].some(
            (operand) => operand.type.kind === 'Number' || operand.type.kind === 'Error',
        );
        const type = isFloat ? Types.Number : Types.Decimal;
        return this.make(
            node,
            { kind: isFloat ? 'number' : 'decimal', operator },
            this.numeric(left, type, withDates),
            this.numeric(right, type, withDates),
            type,
        );
    }

    /** A power is a floating-point number, whatever its operands are. */
    private power(node: BinaryNode, left: BoundNode, right: BoundNode): BoundNode {
        return this.make(
            node,
            { kind: 'number', operator: 'power' },
            this.numeric(left, Types.Number, true),
            this.numeric(right, Types.Number, true),
            Types.Number,
        );
    }

    private sum(node: BinaryNode, left: BoundNode, right: BoundNode, operator: 'add' | 'subtract'): BoundNode {
        const isLeftDate = isDateOrTime(left.type);
        const isRightDate = isDateOrTime(right.type);
        if (!isLeftDate && !isRightDate) {
            return this.arithmetic(node, left, right, operator, false);
        }
        if (isLeftDate && isRightDate) {
            // `date + -date` is a difference as well.
            if (operator === 'add' && right.kind === 'unary' && right.operation.startsWith('negate')) {
                return this.sumOfDates(node, left, right.operand, 'subtract');
            }
            return this.sumOfDates(node, left, right, operator);
        }
        const number = (operand: BoundNode): BoundNode =>
            operand.type.kind === 'Number' ? operand : this.numeric(operand, Types.Decimal, false);
        const [dated, days] = isLeftDate ? [left, number(right)] : [right, number(left)];
        const { type } = dated;
        const moved = type.kind === 'Time' ? 'time' : 'date';
        const sum: DateSum = operator === 'add' ? `${moved}PlusDays` : isLeftDate ? `${moved}MinusDays` : 'unsupported';
        return this.make(node, { kind: 'dateAndTime', sum }, dated, days, type);
    }

    private sumOfDates(node: BinaryNode, left: BoundNode, right: BoundNode, operator: 'add' | 'subtract'): BoundNode {
        const found = dateSum(left.type, right.type, operator);
        if (!found) {
            this.problems.error(node.span, messages.invalidOperation(typeName(left.type), typeName(right.type)));
            return { kind: 'fault', span: node.span, type: Types.Error };
        }
        const [first, second] = found.isTurned ? [right, left] : [left, right];
        return this.make(node, { kind: 'dateAndTime', sum: found.sum }, first, second, found.type);
    }

    private concatenation(node: BinaryNode, left: BoundNode, right: BoundNode): BoundNode {
        const { type } = left;
        if (type.kind === 'Choice' && type.set.joinsToItself && isSameType(type, right.type)) {
            return this.make(node, { kind: 'concatenate' }, left, right, type);
        }
        const joined = joinsWithText(left.type, right.type) ?? joinsWithText(right.type, left.type);
        if (joined) {
            return this.make(node, { kind: 'concatenate' }, left, right, joined);
        }
        return this.make(node, { kind: 'concatenate' }, this.text(left), this.text(right), Types.Text);
    }

    private text(operand: BoundNode): BoundNode {
        if (operand.type.kind === 'Choice') {
            return coerceTo(operand, Types.Text);
        }
        return this.oneOf(operand, Types.Text, [
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

    private incomparable(node: BinaryNode, left: Type, right: Type): BoundNode {
        this.problems.error(node.span, messages.incomparable(typeName(left), typeName(right)));
        return { kind: 'fault', span: node.span, type: Types.Boolean };
    }

    private equality(node: BinaryNode, left: BoundNode, right: BoundNode): BoundNode {
        const isGuid = (operand: BoundNode): boolean => operand.type.kind === 'Guid';
        if (isGuid(left) !== isGuid(right) && !isUntold(left.type) && !isUntold(right.type)) {
            this.problems.error(node.span, messages.guidComparison);
            return { kind: 'fault', span: node.span, type: Types.Boolean };
        }
        const pair = comparablePair(left, right);
        return pair
            ? this.make(node, { kind: 'equality', isNegated: node.operator === '<>' }, ...pair, Types.Boolean)
            : this.incomparable(node, left.type, right.type);
    }

    private order(node: BinaryNode, left: BoundNode, right: BoundNode, operator: '<' | '<=' | '>' | '>='): BoundNode {
        const operation: BinaryOperation = { kind: 'order', operator };
        if (left.type.kind === 'Choice' || right.type.kind === 'Choice') {
            return this.choiceOrder(node, left, right, operation);
        }
        const kinds = [Types.Number, Types.Decimal, Types.Date, Types.Time, Types.DateTime, Types.Dynamic];
        const isOrdered = (operand: BoundNode): boolean => {
            const { kind } = operand.type;
            if (isUntold(operand.type) || kind === 'DateTimeNoTimeZone' || kinds.some((type) => type.kind === kind)) {
                return true;
            }
            this.problems.error(operand.span, messages.badTypeExpectedOneOf(kinds.map(typeName).join(', ')));
            return false;
        };
        const areOrdered = [isOrdered(left), isOrdered(right)];
        if (areOrdered.includes(false)) {
            return { kind: 'fault', span: node.span, type: Types.Boolean };
        }
        return this.make(node, operation, ...orderedPair(left, right), Types.Boolean);
    }

    private choiceOrder(node: BinaryNode, left: BoundNode, right: BoundNode, operation: BinaryOperation): BoundNode {
        for (const { type } of [left, right]) {
            if (type.kind === 'Choice' && (type.set.backing !== 'number' || !type.set.isOrdered)) {
                this.problems.error(node.span, messages.unordered(typeName(type)));
                return { kind: 'fault', span: node.span, type: Types.Boolean };
            }
        }
        if (left.type.kind === 'Choice' && right.type.kind === 'Choice' && left.type.set !== right.type.set) {
            return this.incomparable(node, left.type, right.type);
        }
        for (const [choice, other] of [
            [left.type, right.type],
            [right.type, left.type],
        ] as const) {
            const isAlone = choice.kind === 'Choice' && other.kind !== 'Choice' && !isUntold(other);
            if (isAlone && !choice.set.acceptsBackingValue && !choice.set.givesBackingValue) {
                return this.incomparable(node, left.type, right.type);
            }
        }
        const number = (operand: BoundNode): BoundNode =>
            operand.type.kind === 'Choice'
                ? coerceTo(operand, Types.Number)
                : this.oneOf(operand, Types.Number, [Types.Decimal, Types.Date, Types.Time, Types.DateTime]);
        return this.make(node, operation, number(left), number(right), Types.Boolean);
    }

    private membership(node: BinaryNode, left: BoundNode, right: BoundNode): BoundNode {
        const isExact = node.operator === 'exactin';
        const refuse = (span: BoundNode['span'], message: string): BoundNode => {
            this.problems.error(span, message);
            return { kind: 'fault', span: node.span, type: Types.Boolean };
        };
        if (left.type.kind === 'Error' || right.type.kind === 'Error') {
            return refuse((left.type.kind === 'Error' ? left : right).span, messages.typeUnknown);
        }
        const inTable = (value: BoundNode): BoundNode =>
            this.make(node, { kind: 'in', isExact, container: 'table' }, value, right, Types.Boolean);
        if (left.type.kind === 'Record') {
            if (right.type.kind !== 'Table') {
                return refuse(right.span, messages.cannotUseHere(typeName(right.type)));
            }
            const table: Type = { kind: 'Table', fields: left.type.fields };
            if (accepts(table, right.type) || accepts(right.type, table)) {
                return inTable(left);
            }
            this.reportDifference(left.span, 'Record', right.type, left.type);
            this.reportDifference(right.span, 'Table', left.type, right.type);
            return { kind: 'fault', span: node.span, type: Types.Boolean };
        }
        if (left.type.kind === 'Table') {
            if (right.type.kind === 'Table' && !onlyField(right.type.fields)) {
                return refuse(right.span, messages.oneColumnTable);
            }
            return refuse(left.span, messages.cannotUseHere(typeName(left.type)));
        }
        if (right.type.kind === 'Record') {
            return refuse(right.span, messages.cannotUseHere(typeName(right.type)));
        }
        if (right.type.kind === 'Table') {
            const column = onlyField(right.type.fields);
            if (!column) {
                return refuse(right.span, messages.oneColumnTable);
            }
            if (accepts(column.type, left.type) || accepts(left.type, column.type)) {
                return inTable(left);
            }
            return canCoerce(left.type, column.type)
                ? inTable(coerceTo(left, column.type))
                : refuse(left.span, messages.cannotConvert(typeName(left.type), typeName(column.type)));
        }
        const isText = ({ type }: BoundNode): boolean => accepts(Types.Text, type) || type.kind === 'Hyperlink';
        if (!canCoerce(right.type, Types.Text) || (!isText(right) && !isText(left))) {
            return refuse(right.span, messages.textExpected);
        }
        if (!canCoerce(left.type, Types.Text)) {
            return refuse(left.span, messages.cannotConvert(typeName(left.type), typeName(Types.Text)));
        }
        const operation: BinaryOperation = { kind: 'in', isExact, container: 'text' };
        return this.make(node, operation, coerceTo(left, Types.Text), coerceTo(right, Types.Text), Types.Boolean);
    }

    private reportDifference(
        span: BoundNode['span'],
        kind: 'Record' | 'Table',
        expected: RecordType | TableType,
        actual: RecordType | TableType,
    ): void {
        this.problems.error(span, messages.differentSchema(kind));
        const difference = schemaDifference(expected, actual);
        if (difference !== undefined) {
            this.problems.error(span, difference);
        }
    }
}

/** A text-backed choice whose options join with text to more of the same, as `Match.Digit & "x"` does. */
function joinsWithText(type: Type, other: Type): ChoiceType | undefined {
    return type.kind === 'Choice' && type.set.joinsToItself && type.set.acceptsBackingValue && other.kind === 'Text'
        ? type
        : undefined;
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

/** A blank or an error, which goes with every type. */
function isUntold(type: Type): boolean {
    return type.kind === 'Blank' || type.kind === 'Unknown';
}

function isNumber(type: Type): boolean {
    return type.kind === 'Decimal' || type.kind === 'Number';
}

/** Both operands as they are compared for equality; undefined when they cannot be. */
export function comparablePair(left: BoundNode, right: BoundNode): [BoundNode, BoundNode] | undefined {
    const leftType = left.type;
    const rightType = right.type;
    for (const type of [leftType, rightType]) {
        switch (type.kind) {
            case 'Record':
            case 'Table':
            case 'Error':
            case 'Void':
            case 'ChoiceSet':
                return undefined;
            default:
        }
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
    if (isDateOrTime(leftType) && isNumber(rightType)) {
        return [coerceTo(left, rightType), right];
    }
    if (isNumber(leftType) && isDateOrTime(rightType)) {
        return [left, coerceTo(right, leftType)];
    }
    if (leftType.kind === 'Dynamic' && canCoerce(leftType, rightType)) {
        return [coerceTo(left, rightType), right];
    }
    if (rightType.kind === 'Dynamic' && canCoerce(rightType, leftType)) {
        return [left, coerceTo(right, leftType)];
    }
    return accepts(leftType, rightType) || accepts(rightType, leftType) || areTextLike(leftType, rightType)
        ? [left, right]
        : undefined;
}

function areTextLike(left: Type, right: Type): boolean {
    const kinds: readonly TypeKind[] = ['Text', 'Hyperlink', 'Image', 'Media', 'Blob'];
    return kinds.includes(left.kind) && kinds.includes(right.kind);
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

function isComparedWithBacking(choice: ChoiceType, other: Type): boolean {
    const { set } = choice;
    const isOpen = set.givesBackingValue || set.acceptsBackingValue;
    return isOpen && isBackingKind(set.backing, other.kind);
}

function orderedPair(left: BoundNode, right: BoundNode): [BoundNode, BoundNode] {
    const leftType = left.type;
    const rightType = right.type;
    if (leftType.kind === 'Dynamic' && rightType.kind === 'Dynamic') {
        return [coerceTo(left, Types.Number), coerceTo(right, Types.Number)];
    }
    if (leftType.kind === 'Dynamic' && rightType.kind !== 'Blank') {
        return [coerceTo(left, rightType), right];
    }
    if (rightType.kind === 'Dynamic' && leftType.kind !== 'Blank') {
        return [left, coerceTo(right, leftType)];
    }
    if (isNumber(leftType) && isNumber(rightType) && leftType.kind !== rightType.kind) {
        return [coerceTo(left, Types.Number), coerceTo(right, Types.Number)];
    }
    if (isNumber(leftType) && isDateOrTime(rightType)) {
        return [left, coerceTo(right, leftType)];
    }
    if (isDateOrTime(leftType) && isNumber(rightType)) {
        return [coerceTo(left, rightType), right];
    }
    return [left, right];
}
