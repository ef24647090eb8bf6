/** POST on an entity set, with everything that hangs on the row. */
import type { Table } from '../../metadata/types';
import type { Row, RowReference } from '../../pipeline/types';
import { readJsonObject, type JsonObject } from '../body';
import type { Answer } from '../http';
import type { Call } from '../host';
import { representation } from '../read/row';
import { parsePayload, type CollectionNavigation } from './payload';

/** 204 with the new row's address, or 201 with the row. */
export function createRow(call: Call, table: Table): Answer {
    const id = insert(call, table, readJsonObject(call.body), {});
    return writtenAnswer(call, table, id, 201);
}

/**
 * Creates a row, before it the rows it points to, and after it the rows that point to it.
 * @param extra values that come from the address: an id, an alternate key, the parent row
 * @returns id of the row
 */
export function insert(call: Call, table: Table, json: JsonObject, extra: Row): string {
    const { environment, organization } = call.host;
    const payload = parsePayload(environment, table, json);
    const row: Record<string, Row[string]> = { ...payload.row, ...extra };
    for (const { navigation, json: parent } of payload.parents) {
        const parentTable = environment.metadata.table(navigation.relationship.referencedTable);
        const id = insert(call, parentTable, parent, {});
        row[navigation.relationship.referencingColumn] = { table: parentTable.logicalName, id };
    }
    const id = organization.create(table.logicalName, row, call.context);
    const self: RowReference = { table: table.logicalName, id };
    for (const { navigation, json: child } of payload.children) insertChild(call, self, navigation, child);
    for (const { navigation, to } of payload.associations) {
        organization.associate(navigation.relationship.schemaName, self, [to], call.context);
    }
    return id;
}

/** Creates a row in a collection of another row. */
export function insertChild(
    call: Call,
    parent: RowReference,
    navigation: CollectionNavigation,
    json: JsonObject,
): string {
    const { environment, organization } = call.host;
    const table = environment.metadata.table(navigation.otherTable);
    if (navigation.side === 'collection') {
        return insert(call, table, json, { [navigation.relationship.referencingColumn]: parent });
    }
    const id = insert(call, table, json, {});
    organization.associate(
        navigation.relationship.schemaName,
        parent,
        [{ table: table.logicalName, id }],
        call.context,
    );
    return id;
}

/** Answer after a create (201) or update (200), or 204 when the client does not want the row back. */
export function writtenAnswer(call: Call, table: Table, id: string, status: 200 | 201): Answer {
    const address = `${call.serviceRoot}${table.entitySetName}(${id})`;
    const headers: Record<string, string> = { 'OData-EntityId': address };
    if (status === 201) headers['Location'] = address;
    if (!call.preferences.returnRepresentation) return { status: 204, headers };
    const { json, etag } = representation(call, table, id);
    if (etag !== undefined) headers['ETag'] = etag;
    return { status, headers, json };
}
