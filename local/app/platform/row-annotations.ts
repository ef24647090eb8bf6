/**
 * How the Web API writes what belongs to a value (Microsoft Learn, "Include formatted values").
 */
import type { WebApiRow } from './types';

export const FORMATTED_VALUE = '@OData.Community.Display.V1.FormattedValue';
export const LOOKUP_TABLE = '@Microsoft.Dynamics.CRM.lookuplogicalname';

export interface RowLookup {
    readonly id: string;
    readonly name: string;
    readonly table: string;
}

/** The key under which a row holds a column: `_x_value` for lookups, the name itself (or `alias.name`) otherwise. */
export function rowKey(row: WebApiRow, column: string): string {
    return `_${column}_value` in row ? `_${column}_value` : column;
}

/** A column's raw value; undefined when the row does not hold it, null when it is empty. */
export function rowValue(row: WebApiRow, column: string): unknown {
    return row[rowKey(row, column)];
}

/** A column's value as people read it, in the user's language and formats; '' when empty. */
export function formattedValue(row: WebApiRow, column: string): string {
    const key = rowKey(row, column);
    const formatted = row[key + FORMATTED_VALUE];
    if (typeof formatted === 'string') {
        return formatted;
    }
    const value = row[key];
    return value === null || value === undefined ? '' : String(value);
}

/** The row a lookup column points to; undefined when it is empty or no lookup. */
export function lookupValue(row: WebApiRow, column: string): RowLookup | undefined {
    const key = rowKey(row, column);
    const id = row[key];
    const table = row[key + LOOKUP_TABLE];
    return typeof id === 'string' && typeof table === 'string'
        ? { id, table, name: formattedValue(row, column) }
        : undefined;
}
