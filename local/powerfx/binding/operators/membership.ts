import { messages } from '../../messages';
import { onlyField } from '../../types/fields';
import { Types, type RecordType, type TableType } from '../../types/type';
import { typeName } from '../../types/type-name';
import { accepts } from '../accepts';
import type { BoundNode } from '../bound-node';
import { coerceTo } from '../coerce-node';
import { canCoerce } from '../coercions';
import { schemaDifference } from '../schema-difference';
import { bound, refused, type BinaryOperands } from './operand';

/** `in` and `exactin`: text in text, a value among the rows of a single-column table, or a record among rows. */
export function bindMembership(operands: BinaryOperands): BoundNode {
    const { left, right } = operands;
    if (left.type.kind === 'Error' || right.type.kind === 'Error') {
        return refuse(operands, left.type.kind === 'Error' ? left : right, messages.typeUnknown);
    }
    if (left.type.kind === 'Record') {
        return right.type.kind === 'Table'
            ? bindRecordInTable(operands, left.type, right.type)
            : refuse(operands, right, messages.cannotUseHere(typeName(right.type)));
    }
    if (left.type.kind === 'Table') {
        return right.type.kind === 'Table' && !onlyField(right.type.fields)
            ? refuse(operands, right, messages.oneColumnTable)
            : refuse(operands, left, messages.cannotUseHere(typeName(left.type)));
    }
    if (right.type.kind === 'Record') {
        return refuse(operands, right, messages.cannotUseHere(typeName(right.type)));
    }
    return right.type.kind === 'Table' ? bindValueInTable(operands, right.type) : bindTextInText(operands);
}

function refuse(operands: BinaryOperands, { span }: BoundNode, message: string): BoundNode {
    return refused(operands, span, message, Types.Boolean);
}

function inTable({ node, right }: BinaryOperands, value: BoundNode): BoundNode {
    const isExact = node.operator === 'exactin';
    return bound(node, { kind: 'in', isExact, container: 'table' }, value, right, Types.Boolean);
}

function bindRecordInTable(operands: BinaryOperands, record: RecordType, table: TableType): BoundNode {
    const { node, left, right, problems } = operands;
    const rows: TableType = { kind: 'Table', fields: record.fields };
    if (accepts(rows, table) || accepts(table, rows)) {
        return inTable(operands, left);
    }
    const report = (operand: BoundNode, kind: 'Record' | 'Table', difference: string | undefined): void => {
        problems.error(operand.span, messages.differentSchema(kind));
        if (difference !== undefined) {
            problems.error(operand.span, difference);
        }
    };
    report(left, 'Record', schemaDifference(table, record));
    report(right, 'Table', schemaDifference(record, table));
    return { kind: 'fault', span: node.span, type: Types.Boolean };
}

function bindValueInTable(operands: BinaryOperands, table: TableType): BoundNode {
    const { left, right } = operands;
    const column = onlyField(table.fields);
    if (!column) {
        return refuse(operands, right, messages.oneColumnTable);
    }
    if (accepts(column.type, left.type) || accepts(left.type, column.type)) {
        return inTable(operands, left);
    }
    return canCoerce(left.type, column.type)
        ? inTable(operands, coerceTo(left, column.type))
        : refuse(operands, left, messages.cannotConvert(typeName(left.type), typeName(column.type)));
}

function bindTextInText(operands: BinaryOperands): BoundNode {
    const { node, left, right } = operands;
    const isText = ({ type }: BoundNode): boolean => accepts(Types.Text, type) || type.kind === 'Hyperlink';
    if (!canCoerce(right.type, Types.Text) || (!isText(right) && !isText(left))) {
        return refuse(operands, right, messages.textExpected);
    }
    if (!canCoerce(left.type, Types.Text)) {
        return refuse(operands, left, messages.cannotConvert(typeName(left.type), typeName(Types.Text)));
    }
    return bound(
        node,
        { kind: 'in', isExact: node.operator === 'exactin', container: 'text' },
        coerceTo(left, Types.Text),
        coerceTo(right, Types.Text),
        Types.Boolean,
    );
}
