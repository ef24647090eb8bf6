import type { BoundNode } from '../../binding/bound-node';
import { messages } from '../../messages';
import {
    eachField,
    noFields,
    recordType,
    tableType,
    Types,
    typeName,
    type Fields,
    type RecordType,
    type Type,
} from '../../types';
import { errorValue, ErrorValue, MemoryRecord, MemoryTable, RecordValue, TableValue, type Value } from '../../values';
import type { CallBinder, CallBinding, FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { bindChanges } from './changed-fields';
import { completeRow, type CompleteRow } from './complete-row';
import { findRow } from './find-row';
import { storedNames } from './stored-names';
import { targetTable } from './target-table';

const notSupported = () =>
    errorValue('NotSupported', 'This table has no key by which a record could be found; name the record to change.');

/** The fields of all, the later ones in place of the earlier. */
function merge(records: readonly RecordValue[]): RecordValue {
    const fields = new Map<string, Value>();
    for (const record of records) {
        for (const name of record.names()) {
            fields.set(name, record.get(name));
        }
    }
    return new MemoryRecord(fields);
}

/** Writes into the row that stands for `base`, or adds one where there is none. */
function patchRow(
    table: TableValue,
    base: RecordValue,
    changes: RecordValue,
    complete: CompleteRow,
): RecordValue | ErrorValue {
    const row = findRow(table, base);
    if (row) {
        return table.update(row, changes);
    }
    const added = complete(changes);
    const stored = table.append(added);
    // A table in memory gives back what was given; a data source may have filled in more.
    return stored === added ? changes : stored;
}

/** Changes of a record must be of the types that its fields have; nothing is turned into what a field has. */
function checkFields(call: CallBinder, node: BoundNode, base: Type | undefined): void {
    if (node.type.kind !== 'Record' || base?.kind !== 'Record') {
        return;
    }
    for (const field of eachField(node.type.fields)) {
        const own = base.fields.find(field.name);
        if (own && own.type.kind !== field.type.kind && field.type.kind !== 'Blank' && field.type.kind !== 'Unknown') {
            call.error(node.span, messages.columnTypeMismatch(field.name, typeName(own.type), typeName(field.type)));
        }
    }
}

function bindRecordPatch(call: CallBinder, nodes: readonly BoundNode[]): CallBinding | undefined {
    const [base] = nodes;
    let type: Type | undefined = base?.type;
    for (const node of nodes.slice(1)) {
        if (node.type.kind !== 'Record' && node.type.kind !== 'Blank' && node.type.kind !== 'Unknown') {
            call.error(node.span, messages.badTypeExpected(typeName(node.type), 'Record'));
            continue;
        }
        checkFields(call, node, base?.type);
        const joined: Type | undefined = call.hasErrors || !type ? type : call.unify([type, node.type]);
        type = joined ?? type;
    }
    if (isRefused(call, nodes) || !type) {
        return undefined;
    }
    return {
        type,
        arguments: nodes,
        compile: (compiled) => (frame) => {
            const records: RecordValue[] = [];
            for (const [index, evaluate] of compiled.entries()) {
                const value = evaluate(frame);
                if (value instanceof ErrorValue || (value === null && index === 0)) {
                    return value;
                }
                if (value instanceof RecordValue) {
                    records.push(value);
                }
            }
            return merge(records);
        },
    };
}

/** Binds the records or tables after the target; all must be of that kind. */
function bindParts(call: CallBinder, kind: 'Record' | 'Table', fields: Fields): readonly BoundNode[] {
    const parts = [];
    for (let index = 1; index < call.count; index++) {
        const node = call.argument(index);
        const { type } = node;
        if (type.kind === 'Error' || type.kind === 'Blank' || type.kind === 'Unknown') {
            parts.push(node);
        } else if (type.kind === kind) {
            parts.push(bindChanges(call, node, fields, index > 1));
        } else {
            call.error(node.span, messages.badTypeExpected(typeName(type), kind));
            parts.push(node);
        }
    }
    return parts;
}

function patchOne(table: TableValue, values: readonly Value[], complete: CompleteRow): Value {
    const [base, ...changes] = values;
    const failed = values.find((value) => value instanceof ErrorValue);
    if (failed !== undefined || !(base instanceof RecordValue)) {
        return failed ?? null;
    }
    if (changes.length === 0) {
        return notSupported();
    }
    return patchRow(table, base, merge(changes.filter((value) => value instanceof RecordValue)), complete);
}

function patchMany(table: TableValue, values: readonly Value[], complete: CompleteRow): Value {
    const [bases, changes] = values;
    const failed = values.find((value) => value instanceof ErrorValue);
    if (failed !== undefined || !(bases instanceof TableValue)) {
        return failed ?? null;
    }
    if (values.length < 2) {
        return notSupported();
    }
    const targets = [...bases.rows()];
    const updates = changes instanceof TableValue ? [...changes.rows()] : [];
    if (targets.length !== updates.length) {
        return errorValue('InvalidArgument', 'Both tables must have the same number of rows.');
    }
    const results = [];
    for (const [index, target] of targets.entries()) {
        const update = updates[index] ?? null;
        if (target instanceof ErrorValue || update instanceof ErrorValue) {
            return target instanceof ErrorValue ? target : update;
        }
        if (target && update) {
            const result = patchRow(table, target, merge([update]), complete);
            if (result instanceof ErrorValue) {
                return result;
            }
            results.push(result);
        }
    }
    return new MemoryTable(results);
}

/**
 * The row as it is afterwards. In a table in memory only a whole row can be found; for less than one there is nothing to
 * give back but the changes.
 */
function resultType(call: CallBinder, row: RecordType, parts: readonly BoundNode[]): Type {
    const [base, ...changes] = parts;
    const isWhole =
        row.source !== undefined ||
        base?.type.kind !== 'Record' ||
        (call.canCoerce(base.type, row) && row.fields.names().length <= base.type.fields.names().length);
    return isWhole ? row : (call.unify(changes.map((change) => change.type)) ?? row);
}

/**
 * `Patch(table, record, changes, …)` writes into a row, or adds one; `Patch(table, records, changes)` into several;
 * `Patch(record, changes, …)` gives a changed copy and writes nothing.
 */
export const patch: FunctionDefinition = {
    name: 'Patch',
    minimumArguments: 2,
    maximumArguments: Infinity,
    isImpure: true,
    bind(call) {
        const first = call.argument(0);
        if (first.type.kind === 'Record') {
            return bindRecordPatch(
                call,
                Array.from({ length: call.count }, (_, index) => call.argument(index)),
            );
        }
        if (!call.allowsBehavior) {
            call.error(call.span, messages.behaviorNotAllowed);
        }
        const target = targetTable(call, 'Patch');
        const { fields, source } = target?.type ?? tableType(noFields);
        const kind = call.argument(1).type.kind === 'Table' ? 'Table' : 'Record';
        const isTyped = first.type.kind === 'Table';
        const parts = isTyped
            ? bindParts(call, kind, fields)
            : Array.from({ length: call.count - 1 }, (_, index) => call.argument(index + 1));
        if (!target || isRefused(call, [target.node, ...parts])) {
            return undefined;
        }
        const named = parts.map((part) => storedNames(part.type, fields));
        const complete = completeRow(target.type);
        return {
            type: isTyped
                ? kind === 'Table'
                    ? tableType(fields)
                    : resultType(call, recordType(fields, source), parts)
                : Types.Blank,
            arguments: [target.node, ...parts],
            compile([into, ...compiled]) {
                return (frame) => {
                    const values = compiled.map((evaluate, index) => {
                        const value = evaluate(frame);
                        return value instanceof RecordValue ? (named[index]?.(value) ?? value) : value;
                    });
                    const table = into?.(frame) ?? null;
                    if (!(table instanceof TableValue)) {
                        return table;
                    }
                    return kind === 'Table' ? patchMany(table, values, complete) : patchOne(table, values, complete);
                };
            },
        };
    },
};
