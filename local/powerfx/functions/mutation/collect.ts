import type { BoundNode } from '../../binding/bound-node';
import { messages } from '../../messages';
import { recordType, tableType, typeName } from '../../types';
import { ErrorValue, MemoryTable, recordOf, RecordValue, TableValue, type Value } from '../../values';
import type { CallBinder, FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { bindChanges } from './changed-fields';
import { completeRow } from './complete-row';
import { storedNames } from './stored-names';
import { targetTable } from './target-table';

function bindItem(call: CallBinder, index: number, target: ReturnType<typeof targetTable>): BoundNode {
    const node = call.argument(index);
    const { type } = node;
    if (!target) {
        return node;
    }
    const { fields } = target.type;
    switch (type.kind) {
        case 'Record':
        case 'Table':
            return bindChanges(call, node, fields, true);
        case 'Blank':
        case 'Unknown':
        case 'Error':
            return node;
        case 'Void':
            call.error(node.span, messages.cannotUseHere(typeName(type)));
            return node;
        default: {
            // A scalar goes into the only column.
            const value = fields.find('Value');
            if (!value || fields.names().length !== 1) {
                call.error(node.span, messages.badTypeExpected(typeName(type), 'Record'));
                return node;
            }
            return call.coerce(node, value.type);
        }
    }
}

/** The records in what is collected: those of a table, a record, or a scalar as the only column. */
function* recordsIn(value: Value): Generator<RecordValue | ErrorValue> {
    if (value instanceof TableValue) {
        for (const row of [...value.rows()]) {
            if (row !== null) {
                yield row;
            }
        }
    } else if (value instanceof RecordValue || value instanceof ErrorValue) {
        yield value;
    } else if (value !== null) {
        yield recordOf({ Value: value });
    }
}

/** Collect, or ClearCollect, which empties the table first. */
function collectFunction(name: string, clearsFirst: boolean): FunctionDefinition {
    return {
        name,
        minimumArguments: 2,
        maximumArguments: Infinity,
        isBehavior: true,
        isImpure: true,
        bind(call) {
            const target = targetTable(call, name);
            if (target && target.node.type.kind !== 'Table') {
                call.error(target.node.span, messages.cannotChange(name));
            }
            const items = [];
            for (let index = 1; index < call.count; index++) {
                items.push(bindItem(call, index, target));
            }
            if (!target || isRefused(call, [target.node, ...items])) {
                call.invalidArguments();
                return undefined;
            }
            const { fields, source } = target.type;
            const isSingle = items.length === 1 && items[0]?.type.kind !== 'Table' && !clearsFirst;
            const named = items.map((item) => storedNames(item.type, fields));
            const complete = completeRow(target.type);
            return {
                type: isSingle ? recordType(fields, source) : tableType(fields),
                arguments: [target.node, ...items],
                compile([into, ...compiled]) {
                    return (frame) => {
                        // What is collected may itself write into the table: it comes first.
                        const values = compiled.map((evaluate) => evaluate(frame));
                        const table = into?.(frame) ?? null;
                        if (!(table instanceof TableValue)) {
                            return table;
                        }
                        const refusal = clearsFirst ? table.clear() : undefined;
                        if (refusal) {
                            return refusal;
                        }
                        const collected: RecordValue[] = [];
                        for (const [index, value] of values.entries()) {
                            for (const record of recordsIn(value)) {
                                frame.run.checkDeadline();
                                const stored =
                                    record instanceof ErrorValue
                                        ? record
                                        : table.append(complete(named[index]?.(record) ?? record));
                                if (stored instanceof ErrorValue) {
                                    return stored;
                                }
                                collected.push(stored);
                            }
                        }
                        return isSingle ? (collected[0] ?? null) : new MemoryTable(collected);
                    };
                },
            };
        },
    };
}

/** `Collect(table, record or table, …)`: adds rows. */
export const collect = collectFunction('Collect', false);

/** `ClearCollect(table, record or table, …)`: replaces all rows. */
export const clearCollect = collectFunction('ClearCollect', true);
