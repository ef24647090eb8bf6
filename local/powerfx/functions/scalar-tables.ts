import type { BoundNode } from '../binding/bound-node';
import type { Evaluate, Frame } from '../evaluate/frame';
import { messages } from '../messages';
import { fieldsOf, onlyField } from '../types/fields';
import { tableType, typeName, type Type } from '../types';
import { errorValue, MemoryRecord, MemoryTable, RecordValue, TableValue, type Row, type Value } from '../values';
import type { CallBinder } from './function-definition';

/** A single-column table with its column as this type. */
export function coerceColumn(call: CallBinder, node: BoundNode, wanted: Type): BoundNode | undefined {
    const column = node.type.kind === 'Table' ? onlyField(node.type.fields) : undefined;
    if (!column) {
        return undefined;
    }
    if (!call.canCoerce(column.type, wanted)) {
        call.error(node.span, messages.badTypeExpected(typeName(column.type), typeName(wanted)));
        call.invalidArguments();
        return undefined;
    }
    return call.coerce(node, tableType(fieldsOf([{ name: column.name, type: wanted }])));
}

/**
 * Runs a scalar function for each row of its tables, side by side. A table that is shorter than the longest has an error
 * in place of what it lacks; the first table that is blank or an error is the result.
 */
export function evaluateTabular(
    compiled: readonly Evaluate[],
    areTables: readonly boolean[],
    apply: (run: Frame['run'], values: readonly Value[]) => Value,
): Evaluate {
    return (frame) => {
        const values = compiled.map((evaluate) => evaluate(frame));
        const tables: (readonly Row[] | undefined)[] = [];
        for (const [index, value] of values.entries()) {
            if (!areTables[index]) {
                tables.push(undefined);
            } else if (value instanceof TableValue) {
                tables.push([...value.rows()]);
            } else {
                return value;
            }
        }
        const count = Math.max(...tables.map((rows) => rows?.length ?? 0));
        const results: Row[] = [];
        for (let row = 0; row < count; row++) {
            frame.run.checkDeadline();
            const isShort = tables.some((rows) => rows !== undefined && row >= rows.length);
            const result = isShort
                ? errorValue('NotApplicable', 'A table is shorter than the others.')
                : apply(
                      frame.run,
                      values.map((value, index) => {
                          const rows = tables[index];
                          return rows ? onlyValue(rows[row] ?? null) : value;
                      }),
                  );
            results.push(new MemoryRecord([['Value', result]]));
        }
        return new MemoryTable(results);
    };
}

function onlyValue(row: Row): Value {
    if (!(row instanceof RecordValue)) {
        return row;
    }
    const [name] = row.names();
    return name === undefined ? null : row.get(name);
}
