/** Query → one SQL statement with parameters. */
import { readFilter } from '../../security/read-filter';
import type { Query } from '../model';
import { allOf, identifier, join, raw, sql, type SqlFragment } from './fragment';
import { joinsSql } from './joins';
import { ordersSql } from './order-by';
import { planColumns, type PlannedColumn } from './result-columns';
import type { QueryScope } from './scope';
import { filterSql } from './where';

export interface CompiledQuery {
    readonly columns: readonly PlannedColumn[];
    readonly select: SqlFragment;
    /** One number: how many rows there are on all pages, at most `countLimit` + 1. */
    readonly count: SqlFragment;
}

/** Counting stops here, as on the platform. */
export const COUNT_LIMIT = 5000;

/**
 * @param window rows to skip and to fetch
 * @throws DataverseError 0x80040220 when the user may read none of a table's rows
 */
export function compileQuery(
    query: Query,
    scope: QueryScope,
    window: { readonly limit: number; readonly offset: number },
    withNames: boolean,
): CompiledQuery {
    const root = scope.open(scope.metadata.table(query.table));
    const { joins, conditions } = joinsSql(query.links, root, scope);
    const readable = readFilter(scope.environment, root.table, root.sqlAlias, scope.context);
    const where = allOf([
        ...(readable ? [readable] : []),
        ...(query.filter ? [filterSql(query.filter, root, scope)] : []),
        ...conditions,
    ]);
    const from = sql`FROM ${identifier(query.table)} AS ${raw(root.sqlAlias)}${joins} WHERE ${where}`;
    const columns = planColumns(query, root, scope, withNames);
    const values = columns.flatMap(({ parts }) => [
        parts.value,
        ...(parts.type ? [parts.type] : []),
        ...(parts.name ? [parts.name] : []),
    ]);
    const groups = query.aggregate
        ? columns
              .filter((column) => !column.aggregate)
              .flatMap(({ parts }) => [parts.value, ...(parts.type ? [parts.type] : [])])
        : [];
    const orders = ordersSql(query, root, scope, columns);
    const body = sql`SELECT ${raw(query.distinct ? 'DISTINCT ' : '')}${join(values, ', ')} ${from}${
        groups.length > 0 ? sql` GROUP BY ${join(groups, ', ')}` : raw('')
    }`;
    const ordered = orders.length > 0 ? sql`${body} ORDER BY ${join(orders, ', ')}` : body;
    return {
        columns,
        select: sql`${ordered} LIMIT ${window.limit} OFFSET ${window.offset}`,
        count:
            query.distinct || query.aggregate
                ? sql`SELECT count(*) FROM (${body} LIMIT ${COUNT_LIMIT + 1})`
                : sql`SELECT count(*) FROM (SELECT 1 ${from} LIMIT ${COUNT_LIMIT + 1})`,
    };
}
