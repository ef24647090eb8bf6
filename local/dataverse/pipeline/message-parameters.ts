/** Reading the parameters of messages, however their caller wrote them. */
import { DataverseError, ErrorCode } from '../errors';
import type { Metadata } from '../metadata/metadata';
import { isReference } from './row-storage';
import { normalId } from './rules/column-values';
import type { MessageParameter, MessageParameters, RowParameter, RowReference } from './types';

export function isRowParameter(value: unknown): value is RowParameter {
    return typeof value === 'object' && value !== null && 'table' in value && 'row' in value;
}

/** Whether a value that came as JSON has members. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null;
}

/** A yes/no parameter; `fallback` when it is not given. */
export function readFlag(parameters: MessageParameters, name: string, fallback: boolean): boolean {
    const value = parameters[name];
    if (value === undefined || value === null) {
        return fallback;
    }
    if (typeof value !== 'boolean') {
        throw invalid(name, 'true or false', value);
    }
    return value;
}

/** A whole number; `fallback` when it is not given. */
export function readInteger(parameters: MessageParameters, name: string, fallback: number): number {
    const value = parameters[name];
    if (value === undefined || value === null) {
        return fallback;
    }
    if (typeof value !== 'number' || !Number.isInteger(value)) {
        throw invalid(name, 'a whole number', value);
    }
    return value;
}

/** A text; undefined when it is not given. */
export function readText(parameters: MessageParameters, name: string): string | undefined {
    const value = parameters[name];
    if (value === undefined || value === null) {
        return undefined;
    }
    if (typeof value !== 'string') {
        throw invalid(name, 'a text', value);
    }
    return value;
}

const EMPTY_ID = '00000000-0000-0000-0000-000000000000';

/**
 * The row a parameter names: as a reference, or as a row with its id. Clients pass `{}` or an empty id for "none".
 * @returns undefined when it names none
 */
export function readReference(
    parameters: MessageParameters,
    name: string,
    metadata: Metadata,
): RowReference | undefined {
    return referenceOf(name, parameters[name], metadata);
}

/** The same for a value that is not a parameter by itself. */
export function referenceOf(name: string, value: MessageParameter, metadata: Metadata): RowReference | undefined {
    if (value === undefined || value === null) {
        return undefined;
    }
    if (isReference(value)) {
        return reference(value.table, value.id);
    }
    if (typeof value !== 'object') {
        throw invalid(name, 'a row', value);
    }
    const table = isRowParameter(value) ? value.table : '';
    const row: { readonly [key: string]: unknown } = isRowParameter(value)
        ? value.row
        : (value as { readonly [key: string]: unknown });
    const given = Object.entries(row).filter(([key]) => !key.startsWith('@'));
    if (given.length === 0) {
        return undefined;
    }
    const key = metadata.findTable(table)?.primaryIdColumn ?? given.map(([column]) => column).find(isIdColumn) ?? '';
    const id = row[key];
    if (typeof id !== 'string') {
        throw invalid(name, `a row with its id${key === '' ? '' : ` in '${key}'`}`, value);
    }
    return reference(table === '' ? key.replace(/id$/, '') : table, id);
}

const isIdColumn = (column: string): boolean => column.endsWith('id');

function reference(table: string, id: string): RowReference | undefined {
    const normal = normalId(id);
    return normal === EMPTY_ID ? undefined : { table, id: normal };
}

/**
 * The row a bound message is called on.
 * @throws DataverseError 0x80040203 when there is none
 */
export function readSubject(parameters: MessageParameters, name: string, metadata: Metadata): RowReference {
    const subject = readReference(parameters, name, metadata);
    if (!subject) {
        throw new DataverseError(ErrorCode.InvalidArgument, `Parameter '${name}' names no row; give its id.`);
    }
    return subject;
}

/** Rows of a collection parameter. */
export function readRows(parameters: MessageParameters, name: string): readonly RowParameter[] {
    const value = parameters[name];
    const items: readonly unknown[] | undefined = Array.isArray(value) ? value : undefined;
    if (!items || !items.every(isRowParameter)) {
        throw invalid(name, 'a list of rows', value);
    }
    return items;
}

function invalid(name: string, expected: string, value: unknown): DataverseError {
    return new DataverseError(
        ErrorCode.InvalidArgument,
        `Parameter '${name}' takes ${expected}; given was ${JSON.stringify(value) ?? 'nothing'}.`,
    );
}
