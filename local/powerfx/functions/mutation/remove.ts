import type { BoundNode } from '../../binding/bound-node';
import { removeFlags } from '../../enumerations/tables';
import { messages } from '../../messages';
import { eachField, Types, typeName, type Fields, type Type } from '../../types';
import { errorValue, ErrorValue, joinErrors, RecordValue, TableValue, VoidValue, type Value } from '../../values';
import type { CallBinder, FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { bindChanges } from './changed-fields';
import { findRow, findRows } from './find-row';
import { storedNames } from './stored-names';
import { targetTable } from './target-table';

/** The path, in display names, of the first field that an inner record lacks. */
function missingField(given: Type, wanted: Type, path = ''): { path: string; type: Type } | undefined {
    // Rows of one table lack nothing, and tables that refer to one another have no end.
    if (given.kind !== 'Record' || wanted.kind !== 'Record' || given.fields === wanted.fields) {
        return undefined;
    }
    for (const field of eachField(wanted.fields)) {
        const own = given.fields.find(field.name) ?? given.fields.find(field.displayName ?? field.name);
        const here = `${path}${field.displayName ?? field.name}`;
        if (!own) {
            return { path: here, type: field.type };
        }
        const inner = missingField(own.type, field.type, `${here}.`);
        if (inner) {
            return inner;
        }
    }
    return undefined;
}

function checkInnerRecords(call: CallBinder, node: BoundNode, fields: Fields): void {
    if (node.type.kind !== 'Record' || node.type.fields === fields) {
        return;
    }
    for (const field of eachField(node.type.fields)) {
        const column = fields.find(field.name) ?? fields.findByDisplayName(field.name);
        const missing = column && missingField(field.type, column.type);
        if (missing) {
            call.error(node.span, messages.differentSchema('Record'));
            call.error(node.span, messages.missingColumn(missing.path, typeName(missing.type)));
        }
    }
}

/** Whether the last argument is one of RemoveFlags, or text in its place; reports a text that is none of them. */
function takesAll(call: CallBinder): 'all' | 'first' | undefined {
    const last = call.argument(call.count - 1);
    if (call.count > 2 && last.type.kind === 'Choice' && last.type.set === removeFlags) {
        const { value } = last.kind === 'constant' ? last : { value: null };
        return typeof value === 'object' && value !== null && 'option' in value && value.option.name === 'First'
            ? 'first'
            : 'all';
    }
    if (call.count > 2 && last.type.kind === 'Text') {
        if (last.kind !== 'constant' || typeof last.value !== 'string' || last.value.toLowerCase() !== 'all') {
            call.error(last.span, messages.lastArgumentMustBe('RemoveFlags.All'));
        }
        return 'all';
    }
    return undefined;
}

function removeRecord(table: TableValue, record: RecordValue, all: boolean): ErrorValue | undefined {
    const row = all ? undefined : findRow(table, record);
    const rows = all ? findRows(table, record) : row ? [row] : [];
    if (rows.length === 0) {
        return errorValue('NotFound', 'The specified record was not found.');
    }
    for (const found of rows) {
        const refusal = table.remove(found);
        if (refusal) {
            return refusal;
        }
    }
    return undefined;
}

/** What is to be taken out: records, or the rows of a table. */
function recordsIn(value: Value): readonly (RecordValue | ErrorValue)[] {
    if (value instanceof TableValue) {
        return [...value.rows()].filter((row) => row !== null);
    }
    return value instanceof RecordValue || value instanceof ErrorValue ? [value] : [];
}

/** `Remove(table, record, …, RemoveFlags.All)`: takes out rows; with All every one that is equal, else the first. */
export const remove: FunctionDefinition = {
    name: 'Remove',
    minimumArguments: 2,
    maximumArguments: Infinity,
    isBehavior: true,
    isImpure: true,
    bind(call) {
        const target = targetTable(call, 'Remove');
        const flag = takesAll(call);
        const count = flag ? call.count - 1 : call.count;
        const records: BoundNode[] = [];
        for (let index = 1; index < count; index++) {
            const node = call.argument(index);
            const { kind } = node.type;
            if (kind !== 'Record' && kind !== 'Table' && kind !== 'Blank' && kind !== 'Unknown' && kind !== 'Error') {
                call.error(node.span, messages.badTypeExpected(typeName(node.type), 'Record'));
                call.error(node.span, messages.nonRecord);
            } else if (kind === 'Record' && !target) {
                const [name] = node.type.kind === 'Record' ? node.type.fields.names() : [];
                call.error(node.span, messages.unknownColumn(name ?? ''));
            } else if (target?.node.type.kind === 'Table') {
                checkInnerRecords(call, node, target.type.fields);
                records.push(call.hasErrors ? node : bindChanges(call, node, target.type.fields, false));
                continue;
            }
            records.push(node);
        }
        if (!target || isRefused(call, [target.node, ...records])) {
            call.invalidArguments();
            return undefined;
        }
        const named = records.map((node) => storedNames(node.type, target.type.fields));
        return {
            type: Types.Void,
            arguments: [target.node, ...records],
            compile([from, ...compiled]) {
                return (frame) => {
                    const values = compiled.map((evaluate) => evaluate(frame));
                    const table = from?.(frame) ?? null;
                    if (!(table instanceof TableValue)) {
                        return table;
                    }
                    const errors: ErrorValue[] = [];
                    for (const [index, value] of values.entries()) {
                        for (const record of recordsIn(value)) {
                            frame.run.checkDeadline();
                            const refusal =
                                record instanceof ErrorValue
                                    ? record
                                    : removeRecord(table, named[index]?.(record) ?? record, flag === 'all');
                            errors.push(...(refusal ? [refusal] : []));
                        }
                    }
                    return errors.length > 0 ? joinErrors(errors) : VoidValue.only;
                };
            },
        };
    },
};
