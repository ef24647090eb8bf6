/**
 * JSON of a row → the pipeline's values, links to set and rows to create along with it.
 * Annotations other than `@odata.bind` are ignored, as on the platform: clients send back what they have read.
 */
import { DataverseError, ErrorCode, notSupportedHere } from '../../errors';
import type { Navigation } from '../../metadata/metadata';
import type { Column, Table } from '../../metadata/types';
import type { Environment, Row, RowReference, Value } from '../../pipeline/types';
import { isWebApiProperty } from '../../query/visible-columns';
import { findNavigation, isLookup } from '../../query/odata/resolve';
import { rowReference } from '../address/row-reference';
import { isObject, type JsonObject } from '../body';

export interface Payload {
    readonly row: Row;
    /** Objects under single-valued navigation properties: created before the row, which then points to them. */
    readonly parents: readonly { readonly navigation: LookupNavigation; readonly json: JsonObject }[];
    /** Objects under collections: created after the row. */
    readonly children: readonly { readonly navigation: CollectionNavigation; readonly json: JsonObject }[];
    /** Rows named by `@odata.bind` on a collection: associated after the row is there. */
    readonly associations: readonly { readonly navigation: CollectionNavigation; readonly to: RowReference }[];
}

export type LookupNavigation = Extract<Navigation, { side: 'lookup' }>;
export type CollectionNavigation = Exclude<Navigation, { side: 'lookup' }>;

const BIND = '@odata.bind';

/** participationtypemask → party column. Microsoft Learn, "ActivityParty table". */
const PARTY_COLUMNS: ReadonlyMap<number, string> = new Map([
    [1, 'from'],
    [2, 'to'],
    [3, 'cc'],
    [4, 'bcc'],
    [5, 'requiredattendees'],
    [6, 'optionalattendees'],
    [7, 'organizer'],
    [10, 'resources'],
    [11, 'customers'],
    [12, 'partners'],
]);

export function invalidPayload(table: Table, reason: string): DataverseError {
    return new DataverseError(
        ErrorCode.InvalidPayload,
        `Error identified in Payload provided by the user for Entity :'${table.entitySetName}', ${reason}`,
    );
}

/** @throws DataverseError 0x80048d19 that names the property */
export function parsePayload(environment: Environment, table: Table, json: JsonObject): Payload {
    const { metadata } = environment;
    const row: Record<string, Value> = {};
    const parents: { navigation: LookupNavigation; json: JsonObject }[] = [];
    const children: { navigation: CollectionNavigation; json: JsonObject }[] = [];
    const associations: { navigation: CollectionNavigation; to: RowReference }[] = [];
    for (const [name, value] of Object.entries(json)) {
        if (name.endsWith(BIND)) {
            bind(name.slice(0, -BIND.length), value);
            continue;
        }
        if (name.includes('@')) continue;
        const column = table.columns.get(name) ?? table.columns.get(name.toLowerCase());
        const navigation = findNavigation(metadata, table, name);
        if (
            navigation &&
            (Array.isArray(value) || isObject(value) || (value === null && (!column || isLookup(column))))
        ) {
            insertDeep(name, navigation, value);
        } else if (column && isWebApiProperty(column, table, metadata)) {
            row[column.logicalName] = columnValue(table, column, value);
        } else if (!isReadBackLookup(table, name)) {
            throw invalidPayload(
                table,
                `an undeclared property '${name}' was found: type 'Microsoft.Dynamics.CRM.${table.logicalName}' has no such property.`,
            );
        }
    }
    return { row, parents, children, associations };

    function bind(property: string, value: unknown): void {
        const navigation = findNavigation(metadata, table, property);
        if (!navigation) {
            throw invalidPayload(
                table,
                `an undeclared property '${property}' which only has property annotations in the payload but no ` +
                    `property value was found. Navigation properties are case-sensitive and named by the relationship.`,
            );
        }
        if (navigation.side !== 'lookup') {
            const urls = Array.isArray(value) ? value : [value];
            for (const url of urls) associations.push({ navigation, to: rowReference(environment, String(url)) });
            return;
        }
        const reference = value === null || value === '' ? null : rowReference(environment, String(value));
        row[navigation.relationship.referencingColumn] = reference;
    }

    function insertDeep(property: string, navigation: Navigation, value: unknown): void {
        if (navigation.side === 'lookup') {
            if (value === null) row[navigation.relationship.referencingColumn] = null;
            else if (isObject(value)) insertParent(navigation, value);
            else throw invalidPayload(table, `'${property}' holds one row; a list was given.`);
            return;
        }
        if (!Array.isArray(value) || !value.every(isObject)) {
            throw invalidPayload(table, `'${property}' is a collection; a list of objects is expected.`);
        }
        for (const item of value) {
            const party = navigation.otherTable === 'activityparty' ? partyColumn(item) : undefined;
            if (party === undefined) {
                children.push({ navigation, json: item });
                continue;
            }
            const before = row[party];
            const parties = Array.isArray(before) ? (before as readonly Row[]) : [];
            row[party] = [...parties, parsePayload(environment, metadata.table('activityparty'), item).row];
        }
    }

    /** An object that names an existing row by `@odata.id` is a link to it; any other one is a new row. */
    function insertParent(navigation: LookupNavigation, value: JsonObject): void {
        const id = value['@odata.id'];
        if (typeof id === 'string') row[navigation.relationship.referencingColumn] = rowReference(environment, id);
        else parents.push({ navigation, json: value });
    }

    function partyColumn(item: JsonObject): string | undefined {
        const column = PARTY_COLUMNS.get(Number(item['participationtypemask']));
        return column !== undefined && table.columns.get(column)?.type === 'PartyList' ? column : undefined;
    }
}

/** `_ownerid_value` comes back from clients that send what they have read; it changes nothing. */
function isReadBackLookup(table: Table, name: string): boolean {
    const lookup = /^_(.+)_value$/.exec(name)?.[1];
    return lookup !== undefined && table.columns.has(lookup.toLowerCase());
}

/** @throws DataverseError 0x80048d19 when the JSON value cannot be the column's */
export function columnValue(table: Table, column: Column, value: unknown): Value {
    if (value === null || value === undefined) return null;
    const cannotConvert = (expected: string): DataverseError =>
        invalidPayload(
            table,
            `Cannot convert the literal '${typeof value === 'object' ? JSON.stringify(value) : String(value)}' of ` +
                `'${column.logicalName}' to the expected type '${expected}'.`,
        );
    switch (column.type) {
        case 'BigInt':
        case 'Integer':
        case 'Picklist':
        case 'State':
        case 'Status':
            if (typeof value !== 'number') throw cannotConvert(column.type === 'BigInt' ? 'Edm.Int64' : 'Edm.Int32');
            return value;
        case 'Decimal':
        case 'Double':
        case 'Money':
            if (typeof value !== 'number') throw cannotConvert(column.type === 'Double' ? 'Edm.Double' : 'Edm.Decimal');
            return value;
        case 'Boolean':
            if (typeof value !== 'boolean') throw cannotConvert('Edm.Boolean');
            return value;
        case 'MultiSelectPicklist':
            if (typeof value === 'number') return [value];
            if (typeof value !== 'string') throw cannotConvert('Edm.String');
            return value
                .split(',')
                .map((part) => part.trim())
                .filter((part) => part !== '')
                .map(Number);
        case 'Lookup':
        case 'Customer':
        case 'Owner':
            throw invalidPayload(
                table,
                `CRM do not support direct update of Entity Reference properties, Use Navigation properties instead ` +
                    `('${column.logicalName}': write '…@odata.bind').`,
            );
        case 'Image':
        case 'File':
            throw notSupportedHere(`Writing the ${column.type.toLowerCase()} column "${column.logicalName}"`);
        case 'DateTime':
        case 'EntityName':
        case 'Memo':
        case 'String':
        case 'Uniqueidentifier':
            if (typeof value !== 'string')
                throw cannotConvert(column.type === 'DateTime' ? 'Edm.DateTimeOffset' : 'Edm.String');
            return value;
        case 'ManagedProperty':
        case 'PartyList':
        case 'Virtual':
            throw invalidPayload(table, `'${column.logicalName}' cannot be set.`);
    }
}
