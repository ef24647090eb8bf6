import type { BoundNode } from '../../binding/bound-node';
import { messages } from '../../messages';
import { fieldsOf, noFields, recordType, tableType, Types, type Type } from '../../types';
import { DynamicValue, ErrorValue, MemoryTable, recordOf, RecordValue, TableValue, type Row } from '../../values';
import type { CallBinder, CallBinding, FunctionDefinition } from '../function-definition';
import { dynamicOf, itemsOf } from '../json/dynamic-items';
import { isRefused } from '../refused';

/** The record type that all rows can have; reports the arguments that do not fit. */
function rowType(call: CallBinder, nodes: readonly BoundNode[]): Type {
    let joined: Type = Types.Blank;
    for (const node of nodes) {
        const { type } = node;
        let row: Type;
        switch (type.kind) {
            case 'Record':
                row = recordType(type.fields);
                break;
            case 'Table':
                row = recordType(type.fields);
                break;
            case 'Blank':
            case 'Unknown':
            case 'Error':
                continue;
            default:
                call.error(node.span, messages.neitherRecordNorTable);
                continue;
        }
        const next: Type | undefined = call.unify([joined, row]);
        if (next) {
            joined = next;
        } else {
            call.error(node.span, messages.incompatibleTableItem);
        }
    }
    return joined;
}

function bindDynamic(node: BoundNode): CallBinding {
    return {
        type: tableType(fieldsOf({ Value: Types.Dynamic })),
        arguments: [node],
        compile: ([evaluate]) => {
            return (frame) => {
                const value = evaluate?.(frame) ?? null;
                if (!(value instanceof DynamicValue)) {
                    return value;
                }
                const items = itemsOf(value);
                return items instanceof ErrorValue
                    ? items
                    : new MemoryTable(items.map((item) => recordOf({ Value: dynamicOf(item) })));
            };
        },
    };
}

/** `Table(record or table, …)`: a table of all these rows, with the columns of all of them. */
export const table: FunctionDefinition = {
    name: 'Table',
    minimumArguments: 0,
    maximumArguments: Infinity,
    bind(call) {
        const given = Array.from({ length: call.count }, (_, index) => call.argument(index));
        const [only] = given;
        if (only?.type.kind === 'Dynamic' && given.length === 1) {
            return bindDynamic(only);
        }
        const row = rowType(call, given);
        if (isRefused(call, given)) {
            return undefined;
        }
        const fields = row.kind === 'Record' ? row.fields : noFields;
        const nodes = given.map((node) =>
            call.coerceRow(node, node.type.kind === 'Table' ? tableType(fields) : recordType(fields)),
        );
        return {
            type: tableType(fields),
            arguments: nodes,
            compile: (compiled) => (frame) => {
                const rows: Row[] = [];
                for (const [index, evaluate] of compiled.entries()) {
                    const value = evaluate(frame);
                    if (value instanceof TableValue) {
                        rows.push(...value.rows());
                    } else if (given[index]?.type.kind !== 'Table') {
                        rows.push(value instanceof RecordValue || value instanceof ErrorValue ? value : null);
                    } else if (value instanceof ErrorValue) {
                        return value;
                    }
                }
                return new MemoryTable(rows);
            },
        };
    },
};
