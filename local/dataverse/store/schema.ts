/** SQL definitions for the tables of a Metadata: new tables, columns added to tables that hold rows, views, indexes. */
import { createHash } from 'node:crypto';
import type { Metadata } from '../metadata/metadata';
import type { Table } from '../metadata/types';
import { VIEW_TABLES, physicalColumns, type PhysicalColumn } from './columns';

/** Lookups that every table has and nobody searches by. */
const LOOKUPS_WITHOUT_INDEX: ReadonlySet<string> = new Set([
    'createdby',
    'createdonbehalfby',
    'modifiedby',
    'modifiedonbehalfby',
    'organizationid',
    'transactioncurrencyid',
    'owningbusinessunit',
    'slaid',
    'slainvokedid',
]);

const INDEXED_COLUMNS: ReadonlySet<string> = new Set(['statecode', 'createdon', 'scheduledend']);

/** The only part of a database connection that schema changes need. */
export interface SchemaConnection {
    execute(sql: string): void;
    /** SQL names of a table's columns, generated ones too; empty when there is no such table. */
    columnNames(table: string): ReadonlySet<string>;
}

/** Changes when any SQL definition does; equal fingerprints make `createSchema` needless. */
export function schemaFingerprint(metadata: Metadata): string {
    const hash = createHash('sha256');
    for (const table of metadata.tables) {
        hash.update(createTableSql(table));
    }
    hash.update([...viewDefinitions(metadata).values()].join('\n'));
    return hash.digest('hex');
}

/** Brings the SQL tables up to the metadata. Never drops or changes a column, so rows stay as they are. */
export function createSchema(metadata: Metadata, connection: SchemaConnection): void {
    for (const table of metadata.tables) {
        if (!VIEW_TABLES.has(table.logicalName)) {
            createOrExtendTable(table, connection);
        }
    }
    for (const [name, definition] of viewDefinitions(metadata)) {
        connection.execute(`DROP VIEW IF EXISTS ${quoted(name)}`);
        connection.execute(definition);
    }
}

function createOrExtendTable(table: Table, connection: SchemaConnection): void {
    const present = connection.columnNames(table.logicalName);
    if (present.size === 0) {
        connection.execute(createTableSql(table));
    } else {
        for (const column of physicalColumns(table)) {
            if (!present.has(column.name)) {
                addColumn(table, column, connection);
            }
        }
    }
    for (const definition of indexDefinitions(table)) {
        connection.execute(definition);
    }
}

function addColumn(table: Table, column: PhysicalColumn, connection: SchemaConnection): void {
    connection.execute(`ALTER TABLE ${quoted(table.logicalName)} ADD COLUMN ${columnDefinition(table, column)}`);
    const formerTarget = column.column.targets?.[0];
    if (column.holdsLookupType && formerTarget !== undefined) {
        // The lookup could point to one table only until now: that is where its values point to.
        const lookup = quoted(column.column.logicalName);
        connection.execute(
            `UPDATE ${quoted(table.logicalName)} SET ${quoted(column.name)} = '${formerTarget}' WHERE ${lookup} IS NOT NULL`,
        );
    }
}

function createTableSql(table: Table): string {
    const columns = physicalColumns(table).map((column) => columnDefinition(table, column));
    return `CREATE TABLE ${quoted(table.logicalName)} (\n    ${columns.join(',\n    ')}\n)`;
}

function columnDefinition(table: Table, { name, sqlType, generatedAs }: PhysicalColumn): string {
    const key = name === table.primaryIdColumn ? ' PRIMARY KEY NOT NULL' : '';
    const generated = generatedAs === undefined ? '' : ` GENERATED ALWAYS AS (${generatedAs}) VIRTUAL`;
    return `${quoted(name)} ${sqlType}${key}${generated}`;
}

function indexDefinitions(table: Table): readonly string[] {
    const definitions: string[] = [];
    const index = (name: string, expression: string) =>
        definitions.push(
            `CREATE INDEX IF NOT EXISTS ${quoted(`${table.logicalName}_${name}`)} ON ${quoted(table.logicalName)} (${expression})`,
        );
    for (const column of physicalColumns(table)) {
        const { logicalName, type } = column.column;
        const isLookup = type === 'Lookup' || type === 'Customer' || type === 'Owner';
        const isLink = table.isIntersect && type === 'Uniqueidentifier' && logicalName !== table.primaryIdColumn;
        if (
            !column.holdsLookupType &&
            ((isLookup && column.generatedAs === undefined && !LOOKUPS_WITHOUT_INDEX.has(logicalName)) ||
                isLink ||
                INDEXED_COLUMNS.has(logicalName))
        ) {
            index(logicalName, quoted(logicalName));
        }
    }
    const { primaryNameColumn } = table;
    if (primaryNameColumn !== undefined && physicalColumns(table).some(({ name }) => name === primaryNameColumn)) {
        index('primaryname', `fold(${quoted(primaryNameColumn)})`);
    }
    return definitions;
}

function viewDefinitions(metadata: Metadata): ReadonlyMap<string, string> {
    const views = new Map<string, string>();
    const pointer = metadata.findTable('activitypointer');
    if (pointer) {
        const activities = metadata.tables.filter((table) => table.isActivity && !VIEW_TABLES.has(table.logicalName));
        views.set(
            'activitypointer',
            unionView(
                pointer,
                activities.map((table) => ({
                    table,
                    values: new Map([
                        ['activityid', quoted(table.primaryIdColumn)],
                        ['activitytypecode', `'${table.logicalName}'`],
                    ]),
                })),
            ),
        );
    }
    const owner = metadata.findTable('owner');
    if (owner) {
        views.set(
            'owner',
            unionView(owner, [
                {
                    table: metadata.table('systemuser'),
                    values: new Map([
                        ['ownerid', 'systemuserid'],
                        ['name', 'fullname'],
                        ['ownertypecode', "'systemuser'"],
                    ]),
                },
                {
                    table: metadata.table('team'),
                    values: new Map([
                        ['ownerid', 'teamid'],
                        ['name', 'name'],
                        ['ownertypecode', "'team'"],
                    ]),
                },
            ]),
        );
    }
    return views;
}

interface UnionPart {
    readonly table: Table;
    /** SQL of the view's columns that the table has under another name. */
    readonly values: ReadonlyMap<string, string>;
}

/** The rows of several tables under the columns of `view`; what a table lacks is NULL. */
function unionView(view: Table, parts: readonly UnionPart[]): string {
    const columns = physicalColumns(view);
    const selects = parts.map(({ table, values }) => {
        const has = new Set(physicalColumns(table).map(({ name }) => name));
        const list = columns.map(({ name }) => {
            const value = values.get(name) ?? (has.has(name) ? quoted(name) : 'NULL');
            return `${value} AS ${quoted(name)}`;
        });
        return `SELECT ${list.join(', ')} FROM ${quoted(table.logicalName)}`;
    });
    return `CREATE VIEW ${quoted(view.logicalName)} AS ${selects.join(' UNION ALL ')}`;
}

/** An SQL name; names come from metadata, a solution's may hold anything. */
export function quoted(name: string): string {
    return `"${name.replaceAll('"', '""')}"`;
}
