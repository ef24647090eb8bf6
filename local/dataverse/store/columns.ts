/**
 * What of a table is stored, under which SQL names and types. The one place that query and pipeline ask.
 *
 * A column is stored under its logical name. A lookup that can point to several tables has a second SQL column beside
 * it, `<column>:type`, with the logical name of the table. Names, labels and type codes that only show another column
 * (`owneridname`, `statuscodename`, `customeridtype`) are not stored: readers derive them.
 */
import type { Column, Table } from '../metadata/types';
import { generatedColumn } from './generated-columns';

export type SqlType = 'TEXT' | 'INTEGER' | 'REAL';

export interface PhysicalColumn {
    /** SQL name, unquoted. */
    readonly name: string;
    readonly sqlType: SqlType;
    /** The column whose value (or, for a `:type` column, whose table) it holds. */
    readonly column: Column;
    readonly holdsLookupType: boolean;
    /** SQL expression; such a column is computed on reading and must not be written. */
    readonly generatedAs?: string;
}

/** Tables whose rows are rows of other tables: SQL views. */
export const VIEW_TABLES: ReadonlySet<string> = new Set(['activitypointer', 'owner']);

/** Whether a column has an SQL column of its own (stored or generated). */
export function isStored(column: Column): boolean {
    switch (column.type) {
        case 'Virtual':
        case 'PartyList':
        case 'ManagedProperty':
        case 'File':
        case 'Image':
            return false;
        case 'Money':
            return true;
        case 'BigInt':
        case 'Boolean':
        case 'Customer':
        case 'DateTime':
        case 'Decimal':
        case 'Double':
        case 'EntityName':
        case 'Integer':
        case 'Lookup':
        case 'Memo':
        case 'MultiSelectPicklist':
        case 'Owner':
        case 'Picklist':
        case 'State':
        case 'Status':
        case 'String':
        case 'Uniqueidentifier':
            return column.attributeOf === undefined;
    }
}

/** SQL name of the column that says which table a lookup points to; undefined when it can be only one. */
export function lookupTypeColumn(column: Column): string | undefined {
    switch (column.type) {
        case 'Customer':
        case 'Owner':
            return `${column.logicalName}:type`;
        case 'Lookup':
            return (column.targets?.length ?? 0) > 1 ? `${column.logicalName}:type` : undefined;
        default:
            return undefined;
    }
}

/** The SQL type that holds a column's values. */
export function sqlType(column: Column): SqlType {
    switch (column.type) {
        case 'BigInt':
        case 'Boolean':
        case 'Integer':
        case 'Picklist':
        case 'State':
        case 'Status':
            return 'INTEGER';
        case 'Decimal':
        case 'Double':
        case 'Money':
            return 'REAL';
        case 'Customer':
        case 'DateTime':
        case 'EntityName':
        case 'File':
        case 'Image':
        case 'Lookup':
        case 'ManagedProperty':
        case 'Memo':
        case 'MultiSelectPicklist':
        case 'Owner':
        case 'PartyList':
        case 'String':
        case 'Uniqueidentifier':
        case 'Virtual':
            return 'TEXT';
    }
}

const physicalColumnsOf = new WeakMap<Table, readonly PhysicalColumn[]>();

/** The SQL columns of a table, primary id first. Every table has `versionnumber`, whether its metadata shows it or not. */
export function physicalColumns(table: Table): readonly PhysicalColumn[] {
    const known = physicalColumnsOf.get(table);
    if (known) {
        return known;
    }
    const columns: PhysicalColumn[] = [];
    for (const column of table.columns.values()) {
        if (!isStored(column)) {
            continue;
        }
        const generatedAs = generatedColumn(table, column);
        const physical: PhysicalColumn = {
            name: column.logicalName,
            sqlType: sqlType(column),
            column,
            holdsLookupType: false,
            ...(generatedAs === undefined ? {} : { generatedAs }),
        };
        if (column.logicalName === table.primaryIdColumn) {
            columns.unshift(physical);
        } else {
            columns.push(physical);
        }
        const typeColumn = generatedAs === undefined ? lookupTypeColumn(column) : undefined;
        if (typeColumn !== undefined) {
            columns.push({ name: typeColumn, sqlType: 'TEXT', column, holdsLookupType: true });
        }
    }
    if (!columns.some(({ name }) => name === ROW_VERSION)) {
        columns.push({ name: ROW_VERSION, sqlType: 'INTEGER', column: ROW_VERSION_COLUMN, holdsLookupType: false });
    }
    physicalColumnsOf.set(table, columns);
    return columns;
}

export const ROW_VERSION = 'versionnumber';

const ROW_VERSION_COLUMN: Column = {
    logicalName: ROW_VERSION,
    schemaName: 'VersionNumber',
    type: 'BigInt',
    displayName: {},
    requiredLevel: 'None',
    validForCreate: false,
    validForRead: true,
    validForUpdate: false,
    visibleToWebApi: false,
    isLogical: false,
    isCustom: false,
};
