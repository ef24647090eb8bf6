/** GET on one row. */
import { DataverseError, ErrorCode } from '../../errors';
import type { Table } from '../../metadata/types';
import type { Row } from '../../pipeline/types';
import type { Query } from '../../query/model';
import { parseODataQuery, type ODataQuery } from '../../query/odata/parse-query';
import { runQuery, type QueryResult } from '../../query/run-query';
import { ROW_VERSION } from '../../store/columns';
import type { Answer } from '../http';
import type { Call } from '../host';
import { selectionText } from './context-url';
import { addExpansions, selectedColumns } from './expand';
import { etagOf, Serializer, type JsonRow } from './serialize';

interface FoundRow {
    readonly row: Row;
    readonly result: QueryResult;
}

/**
 * @throws DataverseError 404 0x80040217 when there is no such row, 403 0x80040220 when the user may not read it
 */
export function readRow(call: Call, table: Table, id: string): Answer {
    const parsed = parseODataQuery(call, table, call.host.environment.metadata);
    const serializer = new Serializer(call);
    const found = findRow(call, table, id, parsed.query, serializer.needsNames);
    const etag = etagOf(found.row[ROW_VERSION]);
    const headers: Record<string, string> = etag === undefined ? {} : { ETag: etag };
    // As documented, only a plain read of one row can be answered with 304.
    const isPlain = parsed.expands.length === 0 && !call.preferences.anyAnnotation;
    if (isPlain && etag !== undefined && call.headers['if-none-match'] === etag) return { status: 304, headers };
    return {
        status: 200,
        headers,
        json: {
            '@odata.context': `${call.serviceRoot}$metadata#${table.entitySetName}${selectionText(parsed)}/$entity`,
            ...writeRow(call, serializer, table, found, parsed),
        },
    };
}

/** A row as `Prefer: return=representation` answers it. */
export function representation(
    call: Call,
    table: Table,
    id: string,
): { readonly json: JsonRow; readonly etag?: string } {
    const answer = readRow({ ...call, headers: {} }, table, id);
    const etag = answer.headers?.['ETag'];
    return { json: answer.json as JsonRow, ...(etag === undefined ? {} : { etag }) };
}

function writeRow(call: Call, serializer: Serializer, table: Table, found: FoundRow, parsed: ODataQuery): JsonRow {
    const json = serializer.row(found.row, table, selectedColumns(found.result, parsed));
    addExpansions(call, serializer, table, [found.row], [json], parsed.expands);
    return json;
}

/** The row with the query's columns, if the user may read it. */
export function findRow(call: Call, table: Table, id: string, query: Query, withNames: boolean): FoundRow {
    const { environment, organization } = call.host;
    const byId: Query = {
        ...query,
        filter: {
            kind: 'filter',
            type: 'and',
            conditions: [{ kind: 'condition', column: table.primaryIdColumn, operator: 'eq', values: [id] }],
        },
        orders: [],
        top: 1,
        returnTotalCount: false,
    };
    const result = runQuery(environment, byId, call.context, { settings: call.settings, withNames });
    const [row] = result.rows;
    if (row) return { row, result };
    // The pipeline says why: there is none, or the user may not see it.
    organization.retrieve(table.logicalName, id, [table.primaryIdColumn], call.context);
    throw new DataverseError(ErrorCode.ObjectDoesNotExist, `${table.logicalName} With Id = ${id} Does Not Exist`);
}
