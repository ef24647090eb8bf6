import { plainId, type Row } from '../row';

/** A column of a form: its logical name and its value as the Client API gives it. */
export type FormColumn = readonly [name: string, value: unknown];

/** What the user sees on a form, over the values of columns that are not on it. */
export function formRow(columns: readonly FormColumn[], background: Row): Row {
    return { ...background, ...Object.fromEntries(columns.map(([name, value]) => [name, plainValue(value)])) };
}

/** A lookup as its id, a date in ISO form, anything else as it is. */
function plainValue(value: unknown): unknown {
    if (value instanceof Date) return value.toISOString();
    if (!Array.isArray(value)) return value;
    const [first]: readonly unknown[] = value;
    return typeof first === 'object' && first !== null && 'id' in first ? plainId(String(first.id)) : value;
}
