/** Rows of SQL → values as the pipeline carries them. */
import type { Row, Value } from '../pipeline/types';
import type { SqlValue } from '../store/store';
import type { PlannedColumn } from './sql/result-columns';

/** @param values of one row in the order that `compileQuery` selects them */
export function decodeRow(columns: readonly PlannedColumn[], values: readonly SqlValue[]): Row {
    const row: Record<string, Value> = {};
    let at = 0;
    for (const planned of columns) {
        const value = values[at] ?? null;
        at += 1;
        if (!planned.parts.type) {
            row[planned.name] = decodeValue(planned, value);
            continue;
        }
        const type = values[at] ?? null;
        at += 1;
        const name = planned.parts.name ? (values[at] ?? null) : undefined;
        if (planned.parts.name) at += 1;
        row[planned.name] =
            value === null
                ? null
                : {
                      table: String(type ?? planned.column.targets?.[0] ?? ''),
                      id: String(value),
                      ...(typeof name === 'string' ? { name } : {}),
                  };
    }
    return row;
}

function decodeValue({ column, aggregate, dateGrouping }: PlannedColumn, value: SqlValue): Value {
    if (value === null || value instanceof Uint8Array) return null;
    if (typeof value === 'bigint') return Number(value);
    if (aggregate === 'count' || aggregate === 'countcolumn' || dateGrouping) return value;
    switch (column.type) {
        case 'Boolean':
            return value === 1;
        case 'MultiSelectPicklist':
            return String(value)
                .split(',')
                .filter((part) => part !== '')
                .map(Number);
        default:
            return value;
    }
}
