/**
 * Rows that solutions bring, in layers. A web resource or a form may come from several solutions; the row that everyone
 * reads shows, column by column, what the topmost layer says: base, then managed solutions in the order they came, then
 * unmanaged ones (Microsoft Learn, "Solution layers"). Taking a solution away uncovers what was below it.
 */
import type { Metadata } from '../metadata/metadata';
import type { Label, Table } from '../metadata/types';
import type { Row, Value } from '../pipeline/types';
import { lookupTypeColumn, physicalColumns, ROW_VERSION } from '../store/columns';
import { quoted } from '../store/schema';
import type { SqlValue, Store } from '../store/store';

import type { ComponentRow } from './content';

/** The layer of a row that was there before any solution. */
const BASE = '';

type SqlRow = Readonly<Record<string, SqlValue>>;

/** What one solution says of one row. */
interface RowLayer {
    readonly values: SqlRow;
    readonly labels: Readonly<Record<string, Label>>;
    /** Roles only: depth by privilege name. */
    readonly privileges?: Readonly<Record<string, number>>;
}

/** Who imports, and what new rows get beside what the solution says. */
export interface LayerWriter {
    readonly store: Store;
    readonly metadata: Metadata;
    /** systemuserid */
    readonly userId: string;
    /** Whole seconds, `…Z`. */
    readonly now: string;
}

export interface SolutionRows {
    /** Unique name. */
    readonly solution: string;
    readonly solutionId: string;
    readonly managed: boolean;
    readonly rows: readonly ComponentRow[];
    /** Depth by privilege, by roleid. */
    readonly privileges: ReadonlyMap<string, Readonly<Record<string, number>>>;
}

/**
 * Puts a solution's rows in, and takes out those that a newer managed version no longer has. Rows of tables that the
 * environment does not have (charts, for one) are kept as layers only.
 */
export function writeSolutionRows(writer: LayerWriter, content: SolutionRows): void {
    const { store, metadata } = writer;
    const kept = new Set(content.rows.map((row) => keyOf(row.table, row.id)));
    // An unmanaged import adds and changes; only an upgrade of a managed solution takes away what is no longer in it.
    const gone = content.managed
        ? layersOf(store, content.solution).filter(({ table, id }) => !kept.has(keyOf(table, id)))
        : [];
    for (const { table, id } of gone) {
        removeLayer(store, table, id, content.solution);
        project(writer, table, id);
    }
    const put = store.prepare(
        'INSERT OR REPLACE INTO componentlayer ("table", id, solution, content) VALUES (?, ?, ?, ?)',
    );
    for (const row of content.rows) {
        const table = metadata.findTable(row.table);
        if (table !== undefined) {
            keepBase(writer, table, row.id);
        }
        const layer: RowLayer = {
            values: table === undefined ? (row.values as SqlRow) : toSql(table, withLayerColumns(table, row, content)),
            labels: row.labels,
            ...(content.privileges.has(row.id) ? { privileges: content.privileges.get(row.id) ?? {} } : {}),
        };
        put.run(row.table, row.id, content.solution, JSON.stringify(layer));
    }
    for (const row of content.rows) {
        project(writer, row.table, row.id);
    }
}

/** Takes all rows of a solution away and uncovers what was below them. */
export function removeSolutionRows(writer: LayerWriter, solution: string): void {
    for (const { table, id } of layersOf(writer.store, solution)) {
        removeLayer(writer.store, table, id, solution);
        project(writer, table, id);
    }
}

/** Solutions with a layer of this row, and whether it was there before all of them. */
export function solutionsOfRow(
    store: Store,
    table: string,
    id: string,
): { readonly hasBase: boolean; readonly solutions: readonly string[] } {
    const names = store
        .prepare<{ solution: string }>('SELECT solution FROM componentlayer WHERE "table" = ? AND id = ?')
        .all(table, id)
        .map(({ solution }) => solution);
    return { hasBase: names.includes(BASE), solutions: names.filter((name) => name !== BASE) };
}

/** Columns that a solution gives and the environment's table does not store. */
export function unknownColumns(metadata: Metadata, row: ComponentRow): readonly string[] {
    const table = metadata.findTable(row.table);
    if (table === undefined) {
        return [];
    }
    const names = new Set(physicalColumns(table).map(({ name }) => name));
    return Object.keys(row.values).filter((name) => !names.has(name));
}

/** Rows of a table that exist only as layers, because the environment has no such table. */
export function layeredRows(store: Store, table: string): readonly SqlRow[] {
    return store
        .prepare<{ content: string }>('SELECT content FROM componentlayer WHERE "table" = ?')
        .all(table)
        .map(({ content }) => (JSON.parse(content) as RowLayer).values);
}

function keyOf(table: string, id: string): string {
    return `${table} ${id}`;
}

function layersOf(store: Store, solution: string): readonly { readonly table: string; readonly id: string }[] {
    return store
        .prepare<{ table: string; id: string }>('SELECT "table", id FROM componentlayer WHERE solution = ?')
        .all(solution);
}

function removeLayer(store: Store, table: string, id: string, solution: string): void {
    store.prepare('DELETE FROM componentlayer WHERE "table" = ? AND id = ? AND solution = ?').run(table, id, solution);
}

/** Remembers a row of the base before the first solution changes it. */
function keepBase(writer: LayerWriter, table: Table, id: string): void {
    const { store } = writer;
    const { hasBase, solutions } = solutionsOfRow(store, table.logicalName, id);
    const current = hasBase || solutions.length > 0 ? undefined : readSqlRow(store, table, id);
    if (current === undefined) {
        return;
    }
    const privileges = table.logicalName === 'role' ? readPrivileges(store, id) : undefined;
    const layer: RowLayer = {
        values: current,
        labels: readLabels(store, id),
        ...(privileges === undefined ? {} : { privileges }),
    };
    store
        .prepare('INSERT INTO componentlayer ("table", id, solution, content) VALUES (?, ?, ?, ?)')
        .run(table.logicalName, id, BASE, JSON.stringify(layer));
}

function withLayerColumns(table: Table, row: ComponentRow, content: SolutionRows): Row {
    const labelled = Object.fromEntries(
        Object.entries(row.labels).flatMap(([column, label]) => {
            const text = label[1033] ?? Object.values(label)[0];
            return text === undefined ? [] : [[column, text] as const];
        }),
    );
    return {
        ...(table.columns.has('ismanaged') ? { ismanaged: content.managed } : {}),
        ...(table.columns.get('solutionid')?.type === 'Uniqueidentifier' ? { solutionid: content.solutionId } : {}),
        ...(table.columns.has('componentstate') ? { componentstate: 0 } : {}),
        ...row.values,
        ...labelled,
    };
}

/** Values by SQL column name. */
function toSql(table: Table, row: Row): SqlRow {
    const values: Record<string, SqlValue> = {};
    for (const { name, column, holdsLookupType, generatedAs } of physicalColumns(table)) {
        const value = row[column.logicalName];
        if (generatedAs !== undefined || value === undefined) {
            continue;
        }
        values[name] = holdsLookupType ? tableOf(value) : sqlValue(value);
    }
    return values;
}

function tableOf(value: Value): string | null {
    return typeof value === 'object' && value !== null && 'table' in value ? value.table : null;
}

function sqlValue(value: Value): SqlValue {
    if (typeof value === 'boolean') {
        return value ? 1 : 0;
    }
    if (typeof value === 'object' && value !== null) {
        if ('id' in value && typeof value.id === 'string') {
            return value.id;
        }
        return Array.isArray(value) ? `,${value.join(',')},` : null;
    }
    return value;
}

/** Makes the row what its layers say, or deletes it when there is none left. */
function project(writer: LayerWriter, tableName: string, id: string): void {
    const { store, metadata } = writer;
    const table = metadata.findTable(tableName);
    if (table === undefined) {
        return;
    }
    const layers = store
        .prepare<{ solution: string; content: string }>(
            `SELECT c.solution, c.content FROM componentlayer c LEFT JOIN solutionlayer s ON s.solution = c.solution
             WHERE c."table" = ? AND c.id = ?
             ORDER BY c.solution <> '', ifnull(s.managed, 0) DESC, ifnull(s.position, 1e9)`,
        )
        .all(tableName, id)
        .map(({ solution, content }) => ({ solution, layer: JSON.parse(content) as RowLayer }));
    const [lowest] = layers;
    if (lowest === undefined) {
        store.prepare(`DELETE FROM ${quoted(tableName)} WHERE ${quoted(table.primaryIdColumn)} = ?`).run(id);
        writeLabels(store, id, {});
        writePrivileges(store, table, id, {});
        return;
    }
    const merged: Record<string, SqlValue> = Object.assign({}, ...layers.map(({ layer }) => layer.values));
    if (lowest.layer.values['ismanaged'] !== undefined) {
        // Who brought the row first decides whether it is managed, not who changed it last.
        merged['ismanaged'] = lowest.layer.values['ismanaged'];
    }
    writeSqlRow(writer, table, id, merged);
    writeLabels(store, id, mergeLabels(layers.map(({ layer }) => layer.labels)));
    writePrivileges(store, table, id, mergePrivileges(layers.map(({ layer }) => layer.privileges ?? {})));
    if (layers.length === 1 && lowest.solution === BASE) {
        removeLayer(store, tableName, id, BASE);
    }
}

function mergeLabels(layers: readonly Readonly<Record<string, Label>>[]): Readonly<Record<string, Label>> {
    const merged: Record<string, Label> = {};
    for (const labels of layers) {
        for (const [column, label] of Object.entries(labels)) {
            merged[column] = { ...merged[column], ...label };
        }
    }
    return merged;
}

/** A role may do what any layer of it may do, as far as the one that reaches farthest. */
function mergePrivileges(layers: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
    const merged: Record<string, number> = {};
    for (const [name, depth] of layers.flatMap((privileges) => Object.entries(privileges))) {
        merged[name] = Math.max(merged[name] ?? 0, depth);
    }
    return merged;
}

function readSqlRow(store: Store, table: Table, id: string): SqlRow | undefined {
    const names = physicalColumns(table)
        .filter(({ generatedAs }) => generatedAs === undefined)
        .map(({ name }) => name);
    return store
        .prepare<SqlRow>(
            `SELECT ${names.map(quoted).join(', ')} FROM ${quoted(table.logicalName)} ` +
                `WHERE ${quoted(table.primaryIdColumn)} = ?`,
        )
        .get(id);
}

/**
 * Inserts the row, or changes the columns that differ. A row that is as it should be keeps its version, so importing
 * the same solution again changes nothing.
 */
export function writeSqlRow(writer: LayerWriter, table: Table, id: string, values: SqlRow): void {
    const { store } = writer;
    const current = readSqlRow(store, table, id);
    const stamps = stampsFor(writer, table, current === undefined);
    if (current === undefined) {
        const row = { ...stamps, ...values, [table.primaryIdColumn]: id, [ROW_VERSION]: store.nextRowVersion() };
        const names = Object.keys(row);
        store
            .prepare(
                `INSERT INTO ${quoted(table.logicalName)} (${names.map(quoted).join(', ')}) ` +
                    `VALUES (${names.map(() => '?').join(', ')})`,
            )
            .run(...Object.values(row));
        return;
    }
    const changed = Object.entries(values).filter(
        ([name, value]) => name !== ROW_VERSION && !name.startsWith('modified') && current[name] !== value,
    );
    if (changed.length === 0) {
        return;
    }
    const row = { ...stamps, ...Object.fromEntries(changed), [ROW_VERSION]: store.nextRowVersion() };
    store
        .prepare(
            `UPDATE ${quoted(table.logicalName)} SET ${Object.keys(row)
                .map((name) => `${quoted(name)} = ?`)
                .join(', ')} WHERE ${quoted(table.primaryIdColumn)} = ?`,
        )
        .run(...Object.values(row), id);
}

/** Who and when; for new rows also where they belong. */
function stampsFor({ store, userId, now }: LayerWriter, table: Table, isNew: boolean): SqlRow {
    const stamps: Record<string, SqlValue> = {};
    const put = (column: string, value: SqlValue): void => {
        const known = table.columns.get(column);
        if (known !== undefined) {
            stamps[column] = value;
            const typeColumn = lookupTypeColumn(known);
            if (typeColumn !== undefined) {
                stamps[typeColumn] = 'systemuser';
            }
        }
    };
    put('modifiedon', now);
    put('modifiedby', userId);
    if (isNew) {
        put('createdon', now);
        put('createdby', userId);
        if (table.columns.get('ownerid')?.type === 'Owner') {
            put('ownerid', userId);
            put('owningbusinessunit', rootBusinessUnit(store));
        }
        if (table.logicalName === 'role') {
            put('businessunitid', rootBusinessUnit(store));
        }
        if (table.columns.get('organizationid')?.type === 'Lookup') {
            put(
                'organizationid',
                store.prepare<{ id: string }>('SELECT organizationid AS id FROM organization').get()?.id ?? null,
            );
        }
    }
    return stamps;
}

function rootBusinessUnit(store: Store): string | null {
    return (
        store
            .prepare<{ id: string }>('SELECT businessunitid AS id FROM businessunit WHERE parentbusinessunitid IS NULL')
            .get()?.id ?? null
    );
}

function readLabels(store: Store, id: string): Readonly<Record<string, Label>> {
    const labels: Record<string, Label> = {};
    const rows = store
        .prepare<{
            column: string;
            lcid: number;
            text: string;
        }>('SELECT "column", lcid, text FROM localizedlabel WHERE objectid = ?')
        .all(id);
    for (const { column, lcid, text } of rows) {
        labels[column] = { ...labels[column], [lcid]: text };
    }
    return labels;
}

function writeLabels(store: Store, id: string, labels: Readonly<Record<string, Label>>): void {
    store.prepare('DELETE FROM localizedlabel WHERE objectid = ?').run(id);
    const insert = store.prepare('INSERT INTO localizedlabel (objectid, "column", lcid, text) VALUES (?, ?, ?, ?)');
    for (const [column, label] of Object.entries(labels)) {
        for (const [language, text] of Object.entries(label)) {
            insert.run(id, column, Number(language), text);
        }
    }
}

function readPrivileges(store: Store, roleId: string): Readonly<Record<string, number>> {
    const rows = store
        .prepare<{
            name: string;
            depth: number;
        }>('SELECT privilegename AS name, depth FROM roleprivileges WHERE roleid = ?')
        .all(roleId);
    return Object.fromEntries(rows.map(({ name, depth }) => [name, depth]));
}

function writePrivileges(
    store: Store,
    table: Table,
    roleId: string,
    privileges: Readonly<Record<string, number>>,
): void {
    if (table.logicalName !== 'role') {
        return;
    }
    store.prepare('DELETE FROM roleprivileges WHERE roleid = ?').run(roleId);
    const insert = store.prepare('INSERT INTO roleprivileges (roleid, privilegename, depth) VALUES (?, ?, ?)');
    for (const [name, depth] of Object.entries(privileges)) {
        insert.run(roleId, name, depth);
    }
}
