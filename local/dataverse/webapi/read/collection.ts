/** GET on an entity set or a collection-valued navigation property. */
import { DataverseError, ErrorCode } from '../../errors';
import type { Table } from '../../metadata/types';
import { parseFetchXml } from '../../query/fetchxml/parse-fetchxml';
import type { Filter, Link, Query } from '../../query/model';
import { parseODataQuery } from '../../query/odata/parse-query';
import { runQuery, type QueryResult } from '../../query/run-query';
import type { Answer } from '../http';
import type { Call } from '../host';
import { idIn } from '../address/row-key';
import { selectionText } from './context-url';
import { addExpansions, selectedColumns } from './expand';
import { nextLink, pageOf, pagingToken } from './paging';
import { Serializer, type JsonRow } from './serialize';

/** What a collection is narrowed to before its own options count: the rows related to one row. */
export interface Narrowing {
    readonly filter?: Filter;
    readonly links?: readonly Link[];
}

/** @throws DataverseError for bad options; 0x80040220 when the user may read none of the rows */
export function readCollection(call: Call, table: Table, narrowing: Narrowing = {}): Answer {
    const fetchXml = fetchXmlOf(call);
    return fetchXml === undefined ? readByOData(call, table, narrowing) : readByFetchXml(call, table, fetchXml);
}

/** GET …/$count: the number as text. */
export function countCollection(call: Call, table: Table, narrowing: Narrowing = {}): Answer {
    const parsed = parseODataQuery(call, table, call.host.environment.metadata);
    const query = narrowed(parsed.query, narrowing);
    const result = run(
        call,
        { ...query, columns: [{ column: table.primaryIdColumn }], pageSize: 1, returnTotalCount: true },
        false,
    );
    return { status: 200, text: String(result.totalCount), headers: { 'Content-Type': 'text/plain' } };
}

function run(call: Call, query: Query, withNames: boolean): QueryResult {
    return runQuery(call.host.environment, query, call.context, { settings: call.settings, withNames });
}

function narrowed(query: Query, { filter, links }: Narrowing): Query {
    const conditions = [filter, query.filter].filter((each) => each !== undefined);
    return {
        ...query,
        ...(conditions.length > 0 ? { filter: { kind: 'filter', type: 'and', conditions } } : {}),
        links: [...query.links, ...(links ?? [])],
    };
}

function readByOData(call: Call, table: Table, narrowing: Narrowing): Answer {
    const parsed = parseODataQuery(call, table, call.host.environment.metadata);
    const { maxPageSize } = call.preferences;
    const { top, ...rest } = narrowed(parsed.query, narrowing);
    const page = pageOf(call.options.get('$skiptoken'));
    // As documented: with odata.maxpagesize, $top is ignored.
    const paged: Query =
        maxPageSize === undefined
            ? { ...rest, ...(top === undefined ? { page } : { top }) }
            : { ...rest, page, pageSize: maxPageSize };
    const serializer = new Serializer(call);
    if (paged.top === 0) return answer(call, `${table.entitySetName}${selectionText(parsed)}`, [], {});
    const result = run(call, paged, serializer.needsNames);
    let rows: readonly JsonRow[];
    if (parsed.isApply) {
        rows = result.rows.map((row) => serializer.row(row, table, result.columns));
    } else {
        const columns = selectedColumns(result, parsed);
        const json = result.rows.map((row) => serializer.row(row, table, columns));
        addExpansions(call, serializer, table, result.rows, json, parsed.expands);
        rows = json;
    }
    const token = result.moreRecords ? pagingToken(page + 1, result.pagingCookie ?? '') : undefined;
    return answer(call, `${table.entitySetName}${selectionText(parsed)}`, rows, {
        ...(parsed.count ? { '@odata.count': result.totalCount } : {}),
        ...countAnnotations(call, result),
        ...(token === undefined ? {} : { '@odata.nextLink': nextLink(call, token) }),
    });
}

function readByFetchXml(call: Call, table: Table, fetchXml: string): Answer {
    const { environment } = call.host;
    const query = parseFetchXml(fetchXml, environment.metadata);
    if (query.table !== table.logicalName) {
        throw new DataverseError(
            ErrorCode.InvalidArgument,
            `The FetchXML is about '${query.table}', but it was sent to '${table.entitySetName}' (${table.logicalName}).`,
        );
    }
    const { maxPageSize } = call.preferences;
    const byToken = call.options.has('$skiptoken') ? { page: pageOf(call.options.get('$skiptoken')) } : {};
    const bySize = maxPageSize !== undefined && query.pageSize === undefined && query.top === undefined;
    const paged: Query = { ...query, ...byToken, ...(bySize ? { pageSize: maxPageSize } : {}) };
    const serializer = new Serializer(call);
    const result = run(call, paged, serializer.needsNames);
    const columns = result.columns.filter((column) => !column.hidden);
    const rows = result.rows.map((row) => serializer.row(row, table, columns));
    const token =
        result.pagingCookie === undefined || !result.moreRecords
            ? undefined
            : pagingToken((paged.page ?? 1) + 1, result.pagingCookie);
    const { preferences } = call;
    const annotations: Record<string, unknown> = { ...countAnnotations(call, result) };
    // Unlike other annotations this one is not waited for: clients that ask for none page by it as well.
    if (token !== undefined) {
        annotations['@Microsoft.Dynamics.CRM.fetchxmlpagingcookie'] = token;
    }
    if (preferences.includes('Microsoft.Dynamics.CRM.morerecords')) {
        annotations['@Microsoft.Dynamics.CRM.morerecords'] = result.moreRecords;
    }
    if (query.returnTotalCount) annotations['@odata.count'] = result.totalCount;
    return answer(call, table.entitySetName, rows, annotations);
}

function countAnnotations(call: Call, result: QueryResult): Record<string, unknown> {
    const annotations: Record<string, unknown> = {};
    if (call.preferences.includes('Microsoft.Dynamics.CRM.totalrecordcount')) {
        annotations['@Microsoft.Dynamics.CRM.totalrecordcount'] = result.totalCount;
    }
    if (call.preferences.includes('Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded')) {
        annotations['@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded'] = result.totalCountLimitExceeded;
    }
    return annotations;
}

function answer(
    call: Call,
    context: string,
    rows: readonly JsonRow[],
    annotations: Readonly<Record<string, unknown>>,
): Answer {
    const { '@odata.nextLink': next, ...rest } = annotations;
    return {
        status: 200,
        json: {
            '@odata.context': `${call.serviceRoot}$metadata#${context}`,
            ...rest,
            value: rows,
            ...(next === undefined ? {} : { '@odata.nextLink': next }),
        },
    };
}

/** FetchXML of the address, of a view or of a personal view; undefined for an OData query. */
function fetchXmlOf(call: Call): string | undefined {
    const given = call.options.get('fetchXml');
    if (given !== undefined) return given;
    for (const [option, table] of [
        ['savedQuery', 'savedquery'],
        ['userQuery', 'userquery'],
    ] as const) {
        const text = call.options.get(option);
        if (text === undefined) continue;
        const id = idIn(text);
        if (id === undefined) {
            throw new DataverseError(ErrorCode.InvalidArgument, `${option} must be the id of a view, not '${text}'.`);
        }
        const row = call.host.organization.retrieve(table, id, ['fetchxml'], call.context);
        const fetchXml = row['fetchxml'];
        if (typeof fetchXml !== 'string') {
            throw new DataverseError(ErrorCode.InvalidArgument, `The view ${id} has no FetchXML.`);
        }
        return fetchXml;
    }
    return undefined;
}
