import type { BoundNode } from '../../binding/bound-node';
import { similarField } from '../../binding/scopes';
import { messages } from '../../messages';
import { eachField, fieldsOf, recordType, tableType, typeName, type Field, type Fields, type Type } from '../../types';
import type { CallBinder } from '../function-definition';

/** Numbers of either kind may be written into one another, and dates; nothing else is turned into what a column has. */
function mayWrite(call: CallBinder, from: Type, to: Type): boolean {
    const isNumber = (type: Type) => type.kind === 'Decimal' || type.kind === 'Number';
    const isDate = (type: Type) => type.kind === 'Date' || type.kind === 'DateTime';
    if (from.kind === 'Blank' || from.kind === 'Unknown') {
        return true;
    }
    const isAlike = from.kind === to.kind || (isNumber(from) && isNumber(to)) || (isDate(from) && isDate(to));
    return (isAlike || from.kind === 'Choice' || to.kind === 'Choice') && call.canCoerce(from, to);
}

/**
 * Checks what is to be written into a table against its columns, and brings it to their types. The node must give a
 * record or a table; its own fields only are in the type that results.
 */
export function bindChanges(call: CallBinder, node: BoundNode, target: Fields, checksReadOnly: boolean): BoundNode {
    const { type } = node;
    if (type.kind !== 'Record' && type.kind !== 'Table') {
        return node;
    }
    const fields: Field[] = [];
    for (const field of eachField(type.fields)) {
        const column = target.find(field.name) ?? target.findByDisplayName(field.name);
        if (!column) {
            const similar = similarField({ fields: target }, field.name);
            call.error(
                node.span,
                similar === undefined
                    ? messages.unknownColumn(field.name)
                    : messages.unknownColumnSimilar(field.name, similar),
            );
        } else if (!mayWrite(call, field.type, column.type)) {
            call.error(node.span, messages.columnTypeMismatch(field.name, typeName(column.type), typeName(field.type)));
        } else {
            if (checksReadOnly && column.isReadOnly) {
                call.error(node.span, messages.readOnlyColumn(column.displayName ?? column.name));
            }
            fields.push(
                field.type.kind === 'Record' || field.type.kind === 'Table'
                    ? { ...field, name: column.name }
                    : { name: column.name, type: column.type },
            );
        }
    }
    const isRenamed = fields.some((field, index) => field.name !== type.fields.names()[index]);
    if (call.hasErrors || isRenamed) {
        return node;
    }
    return call.coerce(node, type.kind === 'Record' ? recordType(fieldsOf(fields)) : tableType(fieldsOf(fields)));
}
