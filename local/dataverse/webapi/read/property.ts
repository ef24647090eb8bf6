/** GET on one column: `contacts(…)/telephone1`, also with `/$value`. */
import type { Column, Table } from '../../metadata/types';
import { propertyName } from '../../query/odata/resolve';
import type { Answer } from '../http';
import type { Call } from '../host';
import { findRow } from './row';
import { plain } from './serialize';

/** @param rawValue `$value`: the value alone, as text */
export function readProperty(call: Call, table: Table, id: string, column: Column, rawValue: boolean): Answer {
    const query = {
        table: table.logicalName,
        columns: [{ column: column.logicalName }],
        links: [],
        orders: [],
        distinct: false,
        aggregate: false,
        returnTotalCount: false,
    };
    const { row } = findRow(call, table, id, query, false);
    const value = plain(row[column.logicalName] ?? null);
    if (value === null || value === undefined) return { status: 204 };
    if (rawValue) return { status: 200, text: String(value), headers: { 'Content-Type': 'text/plain' } };
    const place = `${table.entitySetName}(${id})/${propertyName(column)}`;
    return { status: 200, json: { '@odata.context': `${call.serviceRoot}$metadata#${place}`, value } };
}
