/** Rows between the pipeline's values and SQL. */
import type { SqlValue, Store } from '../store/store';
import type { StoredColumn, TablePlan } from './table-plan';
import type { Row, RowReference, Value } from './types';

type SqlRow = { readonly [name: string]: SqlValue };

/** The stored columns of one row; undefined when there is none. Party lists are not among them. */
export function readRow(store: Store, plan: TablePlan, id: string): Row | undefined {
    const sqlRow = store.prepare<SqlRow>(plan.selectById).get(id);
    return sqlRow && decodeRow(plan, sqlRow);
}

/** One or several columns of one row, without reading the others. */
export function readColumns(store: Store, plan: TablePlan, id: string, columns: readonly string[]): Row | undefined {
    const wanted = columns.flatMap((name) => plan.stored.get(name) ?? []);
    const names = wanted.flatMap(({ name, typeName }) => (typeName === undefined ? [name] : [name, typeName]));
    const { table } = plan;
    const sqlRow = store
        .prepare<SqlRow>(
            `SELECT ${[quoted(table.primaryIdColumn), ...names.map(quoted)].join(', ')} ` +
                `FROM ${quoted(table.logicalName)} WHERE ${quoted(table.primaryIdColumn)} = ?`,
        )
        .get(id);
    return sqlRow && Object.fromEntries(wanted.map((stored) => [stored.name, decode(stored, sqlRow)]));
}

/** Every stored column of a row as SQL answered it. */
export function decodeRow(plan: TablePlan, sqlRow: SqlRow): Row {
    const row: { [column: string]: Value } = {};
    for (const stored of plan.stored.values()) {
        row[stored.name] = decode(stored, sqlRow);
    }
    return row;
}

function decode(stored: StoredColumn, sqlRow: SqlRow): Value {
    const raw = sqlRow[stored.name] ?? null;
    if (raw === null) {
        return null;
    }
    switch (stored.column.type) {
        case 'Boolean':
            return raw === 1;
        case 'Lookup':
        case 'Customer':
        case 'Owner': {
            const type = stored.typeName === undefined ? stored.onlyTarget : sqlRow[stored.typeName];
            return { table: typeof type === 'string' ? type : (stored.onlyTarget ?? ''), id: String(raw) };
        }
        case 'MultiSelectPicklist':
            return String(raw)
                .split(',')
                .filter((part) => part !== '')
                .map(Number);
        default:
            return typeof raw === 'bigint' ? Number(raw) : typeof raw === 'object' ? null : raw;
    }
}

/** Whether a value is a reference to a row. */
export function isReference(value: unknown): value is RowReference {
    return typeof value === 'object' && value !== null && 'table' in value && 'id' in value;
}

/** The SQL values of one column: one, or two for a lookup that can point to several tables. */
function encode(stored: StoredColumn, value: Value): readonly SqlValue[] {
    if (value === null) {
        return stored.typeName === undefined ? [null] : [null, null];
    }
    if (typeof value === 'boolean') {
        return [value ? 1 : 0];
    }
    if (isReference(value)) {
        return stored.typeName === undefined ? [value.id] : [value.id, value.table];
    }
    if (Array.isArray(value)) {
        return [value.length === 0 ? null : `,${value.join(',')},`];
    }
    return [value as string | number];
}

/** Inserts one row. Columns that are not stored (party lists, computed ones) are left out. */
export function insertRow(store: Store, plan: TablePlan, values: Row): void {
    const names: string[] = [];
    const parameters: SqlValue[] = [];
    for (const [name, value] of Object.entries(values)) {
        const stored = plan.stored.get(name);
        // NULL is what a column that is not named gets.
        if (stored && !stored.isGenerated && value !== null) {
            names.push(quoted(name));
            if (stored.typeName !== undefined) {
                names.push(quoted(stored.typeName));
            }
            parameters.push(...encode(stored, value));
        }
    }
    const marks = names.map(() => '?').join(', ');
    store
        .prepare(`INSERT INTO ${quoted(plan.table.logicalName)} (${names.join(', ')}) VALUES (${marks})`)
        .run(...parameters);
}

/** Changes columns of one row. */
export function updateRow(store: Store, plan: TablePlan, id: string, changes: Row): void {
    const assignments: string[] = [];
    const parameters: SqlValue[] = [];
    for (const [name, value] of Object.entries(changes)) {
        const stored = plan.stored.get(name);
        if (stored && !stored.isGenerated) {
            assignments.push(`${quoted(name)} = ?`);
            if (stored.typeName !== undefined) {
                assignments.push(`${quoted(stored.typeName)} = ?`);
            }
            parameters.push(...encode(stored, value));
        }
    }
    if (assignments.length === 0) {
        return;
    }
    const { table } = plan;
    store
        .prepare(
            `UPDATE ${quoted(table.logicalName)} SET ${assignments.join(', ')} WHERE ${quoted(table.primaryIdColumn)} = ?`,
        )
        .run(...parameters, id);
}

/** Whether two values of one column are the same. */
export function sameValue(one: Value | undefined, other: Value | undefined): boolean {
    const left = one ?? null;
    const right = other ?? null;
    if (left === right) {
        return true;
    }
    if (isReference(left) && isReference(right)) {
        return left.id === right.id && left.table === right.table;
    }
    if (Array.isArray(left) && Array.isArray(right)) {
        return left.length === right.length && left.every((each, index) => each === right[index]);
    }
    return false;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
