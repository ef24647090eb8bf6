import { isBlank, plainId, type Row } from '../row';
import { isLookup, type ColumnDefinition, type TableDefinition } from './table-definition';

/** What a lookup refers to. */
export interface RowReference {
    readonly table: string;
    readonly id: string;
}

/** What the Web API calls a column in `$select` and in a row. */
export function propertyOf(column: Pick<ColumnDefinition, 'logicalName' | 'type'>): string {
    return isLookup(column) ? `_${column.logicalName}_value` : column.logicalName;
}

export function isReference(value: unknown): value is RowReference {
    return typeof value === 'object' && value !== null && 'table' in value && 'id' in value;
}

/**
 * The value of a column in a row that came with all annotations; of a lookup the row that it refers to.
 * @returns null for a blank column, and for a lookup that does not tell its table
 */
export function valueIn(row: Row, column: ColumnDefinition): unknown {
    const property = propertyOf(column);
    const value = row[property] ?? null;
    if (isBlank(value)) return null;
    if (!isLookup(column)) return value;
    const [onlyTarget] = column.targets.length === 1 ? column.targets : [];
    const table = row[`${property}@Microsoft.Dynamics.CRM.lookuplogicalname`] ?? onlyTarget;
    return typeof table === 'string' ? { table, id: plainId(String(value)) } : null;
}

/** The value as it is shown; empty for a blank column. */
export function shownIn(row: Row, column: ColumnDefinition): string {
    const property = propertyOf(column);
    const value = row[property] ?? null;
    if (isBlank(value)) return '';
    return String(row[`${property}@OData.Community.Display.V1.FormattedValue`] ?? value);
}

/** How a value is written into a column of a create or update; nothing for a reference that does not fit. */
export function written(column: ColumnDefinition, value: unknown, entitySets: Readonly<Record<string, string>>): Row {
    if (!isLookup(column)) return { [column.logicalName]: value };
    if (!isReference(value)) return {};
    const navigation = column.navigation[value.table];
    const entitySet = entitySets[value.table];
    if (navigation === undefined || entitySet === undefined) return {};
    return { [`${navigation}@odata.bind`]: `/${entitySet}(${value.id})` };
}

/** Properties for `$select` of those columns that the table has. */
export function selectOf(table: TableDefinition, columns: Iterable<string>): string {
    const known = [...new Set(columns)].flatMap((name) => table.columns.get(name) ?? []);
    return known.map(propertyOf).join(',');
}
