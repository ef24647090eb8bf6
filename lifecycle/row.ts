import { selectName } from './columns';

/** A row as the Web API answers it, or the values of a form by column name. */
export type Row = Readonly<Record<string, unknown>>;

/** Whether a value from outside has members at all. */
export function isRow(value: unknown): value is Row {
    return typeof value === 'object' && value !== null;
}

/** The value of a column; of a lookup its id. `null` when the row does not hold it. */
export function valueOf(row: Row, column: string): unknown {
    return row[column] ?? row[selectName(column)] ?? row[`_${column}_value`] ?? null;
}

/**
 * A text as rules look at it: tabs, line ends and no-break spaces are spaces, and none stand around it. Exactly these,
 * because the plug-ins must say the same and Power Fx knows no wider white space.
 */
export function plainText(text: string): string {
    return text.replace(/[\t\n\r\u00a0]/g, ' ').replace(/^ +| +$/g, '');
}

/**
 * Whether a value says nothing: absent, null, only white space, an empty list. Zero and "no" are values.
 */
export function isBlank(value: unknown): boolean {
    if (value === undefined || value === null) return true;
    if (typeof value === 'string') return plainText(value) === '';
    return Array.isArray(value) && value.length === 0;
}

export function textOf(row: Row, column: string): string {
    const value = valueOf(row, column);
    return isBlank(value) ? '' : String(value);
}

/** `null` for blanks and for what is no number. */
export function numberOf(row: Row, column: string): number | null {
    return asNumber(valueOf(row, column));
}

export function booleanOf(row: Row, column: string): boolean {
    const value = valueOf(row, column);
    return value === true || value === 1 || value === 'true' || value === '1';
}

export function asNumber(value: unknown): number | null {
    if (typeof value === 'number') return Number.isFinite(value) ? value : null;
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (typeof value !== 'string' || value.trim() === '') return null;
    const number = Number(value);
    return Number.isFinite(number) ? number : null;
}

/** A GUID without braces in lower case, as ids are compared. */
export function plainId(id: string): string {
    return id.replace(/[{}]/g, '').toLowerCase();
}
