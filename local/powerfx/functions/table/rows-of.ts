import type { BoundNode } from '../../binding/bound-node';
import type { Evaluate, Frame } from '../../evaluate/frame';
import { messages } from '../../messages';
import { recordType, tableType, typeName, type Fields, type Type } from '../../types';
import { MemoryTable, RecordValue, TableValue, type Value } from '../../values';
import type { CallBinder } from '../function-definition';

/** A record, or a table whose rows are treated alike. */
export interface RowsArgument {
    readonly node: BoundNode;
    readonly fields: Fields;
    /** The type with other fields. */
    withFields(fields: Fields): Type;
}

/** Binds an argument that must be a record or a table. Reports and gives undefined otherwise. */
export function rowsArgument(call: CallBinder, index: number): RowsArgument | undefined {
    const node = call.argument(index);
    const { type } = node;
    if (type.kind === 'Record' || type.kind === 'Table') {
        const { kind } = type;
        return {
            node,
            fields: type.fields,
            withFields: (fields) => (kind === 'Record' ? recordType(fields) : tableType(fields)),
        };
    }
    if (type.kind === 'Blank' || type.kind === 'Unknown') {
        call.error(node.span, messages.badType);
    } else if (type.kind !== 'Error') {
        call.error(node.span, messages.cannotUseHere(typeName(type)));
    }
    call.invalidArguments();
    return undefined;
}

/** Makes another record of each; blank rows and errors stay as they are. */
export function mapRows(
    evaluate: Evaluate | undefined,
    frame: Frame,
    change: (record: RecordValue) => RecordValue,
): Value {
    const value = evaluate?.(frame) ?? null;
    if (value instanceof RecordValue) {
        return change(value);
    }
    if (!(value instanceof TableValue)) {
        return value;
    }
    const rows = [];
    for (const row of value.rows()) {
        frame.run.checkDeadline();
        rows.push(row instanceof RecordValue ? change(row) : row);
    }
    return new MemoryTable(rows);
}
