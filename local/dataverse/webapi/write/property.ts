/** PUT and DELETE on one column. */
import { DataverseError, ErrorCode } from '../../errors';
import type { Column, Table } from '../../metadata/types';
import { readJsonObject } from '../body';
import type { Answer } from '../http';
import type { Call } from '../host';
import { columnValue } from './payload';
import { versionOf } from './update';

/** `PUT contacts(…)/telephone1 {"value":"…"}` */
export function writeProperty(call: Call, table: Table, id: string, column: Column): Answer {
    const json = readJsonObject(call.body);
    if (!('value' in json)) {
        throw new DataverseError(ErrorCode.InvalidPayload, `The body for '${column.logicalName}' needs "value".`);
    }
    const changes = { [column.logicalName]: columnValue(table, column, json['value']) };
    call.host.organization.update(table.logicalName, id, changes, call.context, versionOf(call.headers['if-match']));
    return { status: 204 };
}

export function clearProperty(call: Call, table: Table, id: string, column: Column): Answer {
    const changes = { [column.logicalName]: null };
    call.host.organization.update(table.logicalName, id, changes, call.context, versionOf(call.headers['if-match']));
    return { status: 204 };
}
