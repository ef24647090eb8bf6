import type { ClientColumn } from '../../../dataverse/client/types';
import type { WebApiRow } from '../../platform/types';
import { bracedId, plainId } from '../../platform/guid';

/** A lookup's value as the Client API has it; `id` is upper case in braces. */
export interface LookupValue {
    readonly id: string;
    readonly name?: string;
    readonly entityType: string;
}

/**
 * A column's value on a form.
 * DateTime: for UserLocal columns the instant; for DateOnly and TimeZoneIndependent ones a Date whose local clock
 * shows the value.
 */
export type FormValue = string | number | boolean | Date | readonly number[] | readonly LookupValue[] | null;

export type AttributeType =
    | 'boolean'
    | 'datetime'
    | 'decimal'
    | 'double'
    | 'integer'
    | 'lookup'
    | 'memo'
    | 'money'
    | 'multiselectoptionset'
    | 'optionset'
    | 'string';

export function attributeTypeOf(column: ClientColumn): AttributeType {
    switch (column.type) {
        case 'Boolean':
        case 'ManagedProperty':
            return 'boolean';
        case 'DateTime':
            return 'datetime';
        case 'Decimal':
            return 'decimal';
        case 'Double':
            return 'double';
        case 'BigInt':
        case 'Integer':
            return 'integer';
        case 'Customer':
        case 'Lookup':
        case 'Owner':
        case 'PartyList':
            return 'lookup';
        case 'Memo':
            return 'memo';
        case 'Money':
            return 'money';
        case 'MultiSelectPicklist':
            return 'multiselectoptionset';
        case 'Picklist':
        case 'State':
        case 'Status':
            return 'optionset';
        case 'EntityName':
        case 'File':
        case 'Image':
        case 'String':
        case 'Uniqueidentifier':
        case 'Virtual':
            return 'string';
    }
}

/** The name under which the Web API gives the column's value. */
export function webApiProperty(column: ClientColumn): string {
    return column.type === 'Lookup' || column.type === 'Customer' || column.type === 'Owner'
        ? `_${column.logicalName}_value`
        : column.logicalName;
}

/** Reads a column's value from a Web API row with annotations. */
export function valueFromRow(column: ClientColumn, row: WebApiRow): FormValue {
    const property = webApiProperty(column);
    const raw = row[property];
    if (raw === undefined || raw === null || raw === '') {
        return null;
    }
    switch (attributeTypeOf(column)) {
        case 'lookup':
            return typeof raw === 'string' ? [lookupFromRow(column, property, raw, row)] : null;
        case 'multiselectoptionset':
            return String(raw).split(',').map(Number);
        case 'datetime':
            return dateFromWire(column, String(raw));
        case 'boolean':
            return raw === true || raw === 1;
        case 'decimal':
        case 'double':
        case 'integer':
        case 'money':
        case 'optionset':
            return Number(raw);
        case 'memo':
        case 'string':
            return String(raw);
    }
}

function lookupFromRow(column: ClientColumn, property: string, id: string, row: WebApiRow): LookupValue {
    const entityType = row[`${property}@Microsoft.Dynamics.CRM.lookuplogicalname`];
    const name = row[`${property}@OData.Community.Display.V1.FormattedValue`];
    return {
        id: bracedId(id),
        name: typeof name === 'string' ? name : '',
        entityType: typeof entityType === 'string' ? entityType : (column.targets?.[0] ?? ''),
    };
}

/** How a new row starts: the column's default value. */
export function defaultValueOf(column: ClientColumn): FormValue {
    switch (attributeTypeOf(column)) {
        case 'boolean':
            return column.defaultValue === true || column.defaultValue === 1;
        case 'optionset':
            return typeof column.defaultValue === 'number' && column.defaultValue !== -1 ? column.defaultValue : null;
        default:
            return null;
    }
}

/**
 * A value given to a new form from outside: openForm parameters, a query string, `data` of navigateTo.
 * Lookups come as an id with `<column>name` and `<column>type` beside it, as a LookupValue, or as an array of one.
 */
export function valueFromParameter(
    column: ClientColumn,
    raw: unknown,
    parameters: Readonly<Record<string, unknown>>,
): FormValue {
    if (raw === undefined || raw === null || raw === '') {
        return null;
    }
    switch (attributeTypeOf(column)) {
        case 'lookup':
            return lookupFromParameter(column, raw, parameters);
        case 'multiselectoptionset':
            return Array.isArray(raw) ? raw.map(Number) : String(raw).replace(/[[\]]/g, '').split(',').map(Number);
        case 'datetime':
            return raw instanceof Date ? raw : dateFromWire(column, String(raw));
        case 'boolean':
            return raw === true || raw === 1 || raw === 'true' || raw === '1';
        case 'decimal':
        case 'double':
        case 'integer':
        case 'money':
        case 'optionset':
            return Number.isNaN(Number(raw)) ? null : Number(raw);
        case 'memo':
        case 'string':
            return String(raw);
    }
}

function lookupFromParameter(
    column: ClientColumn,
    raw: unknown,
    parameters: Readonly<Record<string, unknown>>,
): readonly LookupValue[] {
    if (typeof raw === 'string') {
        const name = parameters[`${column.logicalName}name`];
        const type = parameters[`${column.logicalName}type`];
        return [
            {
                id: bracedId(raw),
                name: typeof name === 'string' ? name : '',
                entityType: typeof type === 'string' ? type : (column.targets?.[0] ?? ''),
            },
        ];
    }
    const values: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
    return values.filter(isLookupValue).map((value) => ({ ...value, id: bracedId(value.id) }));
}

export function isLookupValue(value: unknown): value is LookupValue {
    return (
        typeof value === 'object' &&
        value !== null &&
        typeof (value as LookupValue).id === 'string' &&
        typeof (value as LookupValue).entityType === 'string'
    );
}

function dateFromWire(column: ClientColumn, text: string): Date {
    const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.slice(0, 10));
    if (column.dateTimeBehavior === 'DateOnly' && day !== null) {
        return new Date(Number(day[1]), Number(day[2]) - 1, Number(day[3]));
    }
    const instant = new Date(text);
    return column.dateTimeBehavior === 'TimeZoneIndependent'
        ? new Date(
              instant.getUTCFullYear(),
              instant.getUTCMonth(),
              instant.getUTCDate(),
              instant.getUTCHours(),
              instant.getUTCMinutes(),
          )
        : instant;
}

/** A date as a request carries it: `2026-11-21` or `2026-11-21T13:45:00Z`. */
export function dateToWire(column: ClientColumn, value: Date): string {
    const two = (part: number): string => String(part).padStart(2, '0');
    const day = `${String(value.getFullYear()).padStart(4, '0')}-${two(value.getMonth() + 1)}-${two(value.getDate())}`;
    switch (column.dateTimeBehavior) {
        case 'DateOnly':
            return day;
        case 'TimeZoneIndependent':
            return `${day}T${two(value.getHours())}:${two(value.getMinutes())}:00Z`;
        case 'UserLocal':
        case undefined:
            return `${value.toISOString().slice(0, 19)}Z`;
    }
}

/** Whether two values of the same column are equal; lookups are equal when they point to the same rows. */
export function sameValue(left: FormValue, right: FormValue): boolean {
    if (left === null || right === null) {
        return left === right;
    }
    if (left instanceof Date || right instanceof Date) {
        return left instanceof Date && right instanceof Date && left.getTime() === right.getTime();
    }
    if (Array.isArray(left) || Array.isArray(right)) {
        const keys = (value: FormValue): string =>
            Array.isArray(value)
                ? value
                      .map((item: unknown) =>
                          isLookupValue(item) ? `${item.entityType}:${plainId(item.id)}` : String(item),
                      )
                      .join('|')
                : '';
        return keys(left) === keys(right);
    }
    return left === right;
}

export function isEmpty(value: FormValue): boolean {
    return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
