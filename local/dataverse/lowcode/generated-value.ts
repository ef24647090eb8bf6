import type { Column } from '../metadata/types';
import { isReference } from '../pipeline/row-storage';
import type { TablePlan } from '../pipeline/table-plan';
import type { Value } from '../pipeline/types';
import { generatedColumn } from '../store/generated-columns';
import { quoted } from '../store/schema';
import type { SqlValue, Store } from '../store/store';

/**
 * The value that the store will compute for a column, such as a full name, from values that are not stored yet.
 * @param read the value that another column of the row will have
 * @returns undefined for a column that is not computed
 */
export function generatedValue(
    store: Store,
    { table, stored }: TablePlan,
    column: Column,
    read: (column: string) => Value,
): Value | undefined {
    const expression = generatedColumn(table, column);
    if (expression === undefined) {
        return undefined;
    }
    const inputs = new Map<string, SqlValue>();
    for (const name of stored.keys()) {
        if (new RegExp(`\\b${name}\\b`).test(expression)) {
            const value = read(name);
            inputs.set(name, isReference(value) ? value.id : plain(value));
            inputs.set(`${name}:type`, isReference(value) ? value.table : null);
        }
    }
    const row = store
        .prepare<{
            value: SqlValue;
        }>(
            `SELECT ${expression} AS value` +
                (inputs.size === 0
                    ? ''
                    : ` FROM (SELECT ${[...inputs.keys()].map((name) => `? AS ${quoted(name)}`).join(', ')})`),
        )
        .get(...inputs.values());
    const value = row?.value ?? null;
    const target = column.targets?.[0];
    if (typeof value === 'string' && column.type === 'Lookup' && target !== undefined) {
        return { table: target, id: value };
    }
    return typeof value === 'string' || typeof value === 'number' ? value : null;
}

function plain(value: Value): SqlValue {
    return typeof value === 'boolean' ? Number(value) : typeof value === 'object' ? null : value;
}
