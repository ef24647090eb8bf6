/** Runs a query as one user. */
import type { UserSettings } from '../formatting/user-settings';
import type { Environment, RequestContext, Row } from '../pipeline/types';
import type { SqlValue } from '../store/store';
import { decodeRow } from './decode';
import { MAX_PAGE_SIZE } from './fetchxml/parse-fetchxml';
import { writeCookie } from './fetchxml/paging';
import { checkLimits } from './limits';
import type { Query } from './model';
import { compileQuery, COUNT_LIMIT } from './sql/compile';
import { allOrders } from './sql/order-by';
import type { ResultColumn } from './sql/result-columns';
import { QueryScope } from './sql/scope';

export type { ResultColumn } from './sql/result-columns';

export interface QueryResult {
    readonly columns: readonly ResultColumn[];
    readonly rows: readonly Row[];
    /** -1 unless the query asks for it; 5000 at most. */
    readonly totalCount: number;
    readonly totalCountLimitExceeded: boolean;
    readonly moreRecords: boolean;
    /** In the platform's form; absent without rows and for queries with `top`. */
    readonly pagingCookie?: string;
}

export interface QueryOptions {
    readonly settings: UserSettings;
    /** Whether lookups bring the name of the row they point to. Default: yes. */
    readonly withNames?: boolean;
}

/**
 * @throws DataverseError 0x80040220 when the user may read none of a table's rows; 0x80040203 and 0x80041103 for
 *         values and columns that do not fit; 501 for what is not supported here
 */
export function runQuery(
    environment: Environment,
    query: Query,
    context: RequestContext,
    options: QueryOptions,
): QueryResult {
    const scope = new QueryScope(environment, context, {
        userId: context.userId,
        now: context.now,
        settings: options.settings,
    });
    const size = query.top ?? query.pageSize ?? MAX_PAGE_SIZE;
    const page = query.page ?? 1;
    checkLimits(query, size);
    // One row more than asked for tells whether there is a next page.
    const window = { limit: size + 1, offset: (page - 1) * size };
    const compiled = compileQuery(query, scope, window, options.withNames ?? true);
    const found = environment.store
        .prepare(compiled.select.sql)
        .raw(true)
        .all(...compiled.select.parameters) as readonly (readonly SqlValue[])[];
    const rows = found.slice(0, size).map((values) => decodeRow(compiled.columns, values));
    const moreRecords = query.top === undefined && found.length > size;
    let totalCount = -1;
    if (query.returnTotalCount) {
        const [first] = environment.store
            .prepare(compiled.count.sql)
            .raw(true)
            .all(...compiled.count.parameters) as readonly (readonly number[])[];
        totalCount = first?.[0] ?? 0;
    }
    const cookie = query.top === undefined ? cookieOf(query, rows, page, environment) : undefined;
    return {
        columns: compiled.columns,
        rows,
        totalCount: Math.min(totalCount, COUNT_LIMIT),
        totalCountLimitExceeded: totalCount > COUNT_LIMIT,
        moreRecords,
        ...(cookie === undefined ? {} : { pagingCookie: cookie }),
    };
}

function cookieOf(query: Query, rows: readonly Row[], page: number, environment: Environment): string | undefined {
    const first = rows[0];
    const last = rows.at(-1);
    if (!first || !last || query.aggregate) return undefined;
    const { primaryIdColumn } = environment.metadata.table(query.table);
    const ordered = allOrders(query).flatMap((order) => (order.alias === undefined ? [order.column] : []));
    const names = [...new Set([...ordered, primaryIdColumn])].filter((name) => name in first);
    const text = (row: Row, name: string): string => {
        const value = row[name] ?? null;
        if (name === primaryIdColumn) return `{${String(value).toUpperCase()}}`;
        return typeof value === 'object' ? '' : String(value);
    };
    return writeCookie(
        page,
        names.map((name) => ({ name, first: text(first, name), last: text(last, name) })),
    );
}
