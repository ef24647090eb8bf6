/** Keys in parentheses: a GUID in any of its spellings, or the values of an alternate key. */
import { DataverseError, ErrorCode, notSupportedHere } from '../../errors';
import type { Column, Table } from '../../metadata/types';
import type { Environment, Row, Value } from '../../pipeline/types';
import { parseLiteral } from '../../query/odata/literals';
import { splitOutside } from '../../query/odata/parse-options';
import { findColumn, isLookup } from '../../query/odata/resolve';
import type { Literal } from '../../query/odata/syntax-tree';
import { convertValue } from '../../query/sql/convert-value';
import { allOf, identifier, sql } from '../../query/sql/fragment';

/** EntityKeyNotDefined */
const KEY_NOT_DEFINED = 0x80060890;

export type RowKey =
    | { readonly kind: 'id'; readonly id: string }
    /** Values by column, as a new row would hold them. */
    | { readonly kind: 'alternate'; readonly values: Row };

const GUID = /^['"]?\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?['"]?$/i;

/** The id in a text such as `{0A…}` or `'0a…'`; undefined when it is none. */
export const idIn = (text: string): string | undefined => GUID.exec(text.trim())?.[1]?.toLowerCase();

/**
 * @param text inside the parentheses
 * @throws DataverseError 0x80060888 for what is no key, 0x80060890 for columns that are no alternate key of the table
 */
export function parseRowKey(text: string, table: Table, aliases: ReadonlyMap<string, string>): RowKey {
    const id = idIn(aliases.get(text.trim()) ?? text);
    if (id !== undefined) return { kind: 'id', id };
    const values: Record<string, Value> = {};
    for (const pair of splitOutside(text, ',')) {
        const equals = pair.indexOf('=');
        const name = pair.slice(0, Math.max(equals, 0)).trim();
        const column = equals > 0 ? findColumn(table, name) : undefined;
        if (!column) {
            throw new DataverseError(
                ErrorCode.UnknownResource,
                `Bad Request - Error in query syntax: '${text}' is not a key of '${table.logicalName}'.`,
                400,
            );
        }
        const given = pair.slice(equals + 1).trim();
        const value = aliases.get(given) ?? given;
        if (column.logicalName === table.primaryIdColumn) {
            const own = idIn(value);
            if (own !== undefined) return { kind: 'id', id: own };
        }
        values[column.logicalName] = keyValue(
            column,
            idIn(value) !== undefined ? { kind: 'guid', value: idIn(value) ?? '' } : parseLiteral(value),
        );
    }
    const columns = Object.keys(values).sort();
    const isKey = table.keys.some((key) => [...key.columns].sort().join() === columns.join());
    if (!isKey) {
        throw new DataverseError(
            KEY_NOT_DEFINED,
            `The specified key attributes (${columns.join(', ')}) are not a defined key for the ${table.logicalName} entity.`,
            400,
        );
    }
    return { kind: 'alternate', values };
}

function keyValue(column: Column, literal: Literal): Value {
    switch (literal.kind) {
        case 'string':
        case 'number':
        case 'boolean':
        case 'date':
        case 'dateTime':
            return literal.value;
        case 'guid':
            return isLookup(column) ? { table: column.targets?.[0] ?? '', id: literal.value } : literal.value;
        case 'null':
            return null;
        case 'enum':
        case 'list':
        case 'json':
            throw notSupportedHere(`A ${literal.kind} as value of the key column "${column.logicalName}"`);
    }
}

/** Id of the row with these values of an alternate key; undefined when there is none. */
export function findByAlternateKey(environment: Environment, table: Table, values: Row): string | undefined {
    const conditions = Object.entries(values).map(([name, value]) => {
        const column = table.columns.get(name);
        const plain = value !== null && typeof value === 'object' && 'id' in value ? value.id : value;
        if (!column || (typeof plain === 'object' && plain !== null)) {
            throw notSupportedHere(`The key column "${name}" of ${table.logicalName}`);
        }
        const stored = convertValue(column, plain, 'UTC', environment.metadata);
        if (stored === null) return sql`${identifier(name)} IS NULL`;
        return column.type === 'String' || column.type === 'Memo'
            ? sql`fold(${identifier(name)}) = fold(${stored})`
            : sql`${identifier(name)} = ${stored}`;
    });
    const query = sql`SELECT ${identifier(table.primaryIdColumn)} AS id FROM ${identifier(table.logicalName)} WHERE ${allOf(conditions)}`;
    return environment.store.prepare<{ id: string }>(query.sql).get(...query.parameters)?.id;
}

/**
 * The id that a key stands for.
 * @throws DataverseError 404 0x80060891 when no row has these values
 */
export function requireId(environment: Environment, table: Table, key: RowKey): string {
    if (key.kind === 'id') return key.id;
    const id = findByAlternateKey(environment, table, key.values);
    if (id === undefined) {
        throw new DataverseError(
            ErrorCode.RecordNotFoundByEntityKey,
            `A record with the specified key values does not exist in ${table.logicalName} entity.`,
        );
    }
    return id;
}

/** Whether a row with this id is there, readable or not. */
export function rowExists(environment: Environment, table: Table, id: string): boolean {
    const query = sql`SELECT 1 FROM ${identifier(table.logicalName)} WHERE ${identifier(table.primaryIdColumn)} = ${id}`;
    return environment.store.prepare(query.sql).get(...query.parameters) !== undefined;
}
