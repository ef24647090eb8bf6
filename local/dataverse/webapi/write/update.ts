/** PATCH and PUT on a row: update, or upsert. */
import { DataverseError, ErrorCode, notSupportedHere } from '../../errors';
import type { Table } from '../../metadata/types';
import type { Row } from '../../pipeline/types';
import { findByAlternateKey, requireId, rowExists, type RowKey } from '../address/row-key';
import { readJsonObject } from '../body';
import type { Answer } from '../http';
import type { Call } from '../host';
import { insert, writtenAnswer } from './create';
import { parsePayload } from './payload';

/**
 * If-Match: only an existing row (of that version) is changed. If-None-Match: * — only a new one is created.
 * Without either, whichever fits.
 */
export function updateRow(call: Call, table: Table, key: RowKey): Answer {
    const { environment } = call.host;
    const ifMatch = call.headers['if-match'];
    const id = key.kind === 'id' ? key.id : findByAlternateKey(environment, table, key.values);
    const exists = id !== undefined && (key.kind === 'alternate' || rowExists(environment, table, id));
    if (call.headers['if-none-match'] === '*' && exists) {
        throw new DataverseError(ErrorCode.DuplicateRecord, 'A record with matching key values already exists.', 412);
    }
    if (exists || (ifMatch !== undefined && ifMatch !== '')) {
        const existing = id ?? requireId(environment, table, key);
        change(call, table, existing, versionOf(ifMatch));
        return writtenAnswer(call, table, existing, 200);
    }
    const extra: Row = key.kind === 'id' ? { [table.primaryIdColumn]: key.id } : key.values;
    const created = insert(call, table, readJsonObject(call.body), extra);
    return writtenAnswer(call, table, created, 201);
}

function change(call: Call, table: Table, id: string, ifMatch: number | undefined): void {
    const { environment, organization } = call.host;
    const payload = parsePayload(environment, table, readJsonObject(call.body));
    const [parent] = payload.parents;
    const [child] = payload.children;
    if (parent || child) {
        const relationship = (parent ?? child)?.navigation.relationship.schemaName ?? '';
        throw notSupportedHere(
            `Creating related rows (${relationship}) in an update; the platform refuses it as well. Send them by themselves: it`,
        );
    }
    const { [table.primaryIdColumn]: _id, ...changes } = payload.row;
    organization.update(table.logicalName, id, changes, call.context, ifMatch);
    const self = { table: table.logicalName, id };
    for (const { navigation, to } of payload.associations) {
        organization.associate(navigation.relationship.schemaName, self, [to], call.context);
    }
}

/** The row version in an ETag `W/"123"`; undefined for `*` and for none. */
export function versionOf(ifMatch: string | undefined): number | undefined {
    if (ifMatch === undefined || ifMatch === '' || ifMatch === '*' || ifMatch === 'null') return undefined;
    const version = Number(/^(?:W\/)?"?(\d+)"?$/.exec(ifMatch.trim())?.[1]);
    if (Number.isNaN(version)) {
        throw new DataverseError(
            ErrorCode.InvalidArgument,
            `The ETag ${ifMatch} in If-Match is not one of this service.`,
        );
    }
    return version;
}
