/** Filters in SQL. */
import { DataverseError, ErrorCode } from '../../errors';
import { readFilter } from '../../security/read-filter';
import type { Condition, Exists, Filter, Link } from '../model';
import { comparable } from '../operators/comparison';
import { operatorNamed } from '../operators/registry';
import { allOf, identifier, join, raw, sql, TRUE, type SqlFragment } from './fragment';
import { columnSql } from './column-sql';
import { joinsSql } from './joins';
import { operandOf } from './operand';
import { columnIn, type QueryScope, type TableScope } from './scope';

export function filterSql(filter: Filter, scope: TableScope, query: QueryScope): SqlFragment {
    const conditions = filter.conditions.map((condition) => nodeSql(condition, scope, query));
    const [only] = conditions;
    // A filter without conditions lets every row through, whatever its type.
    const all =
        conditions.length === 0 || !only ? TRUE : sql`(${join(conditions, filter.type === 'or' ? ' OR ' : ' AND ')})`;
    // Where the comparison answers NULL (an empty column), "not" is true, as on the platform.
    return filter.negated ? sql`NOT ifnull(${all}, 0)` : all;
}

function nodeSql(node: Condition | Filter | Exists, scope: TableScope, query: QueryScope): SqlFragment {
    switch (node.kind) {
        case 'filter':
            return filterSql(node, scope, query);
        case 'exists':
            return existsSql(node, scope, query);
        case 'condition':
            return conditionSql(node, scope, query);
    }
}

function conditionSql(condition: Condition, scope: TableScope, query: QueryScope): SqlFragment {
    const place = condition.alias === undefined ? scope : query.named(condition.alias);
    const operand = operandOf(place, columnIn(place.table, condition.column), query);
    if (!condition.otherColumn) {
        return operatorNamed(condition.operator).toSql(operand, condition.values, query.operators);
    }
    const { alias, column } = condition.otherColumn;
    const otherPlace = alias === undefined ? scope : query.named(alias);
    const other = operandOf(otherPlace, columnIn(otherPlace.table, column), query);
    const symbol = COLUMN_COMPARISONS.get(condition.operator);
    if (symbol === undefined) {
        throw new DataverseError(
            ErrorCode.InvalidArgument,
            `"${condition.operator}" cannot compare two columns; use eq, ne, gt, ge, lt or le.`,
        );
    }
    return sql`${comparable(operand)} ${raw(symbol)} ${comparable(other)}`;
}

const COLUMN_COMPARISONS: ReadonlyMap<string, string> = new Map([
    ['eq', '='],
    ['ne', '<>'],
    ['neq', '<>'],
    ['gt', '>'],
    ['ge', '>='],
    ['lt', '<'],
    ['le', '<='],
]);

function existsSql(exists: Exists, scope: TableScope, query: QueryScope): SqlFragment {
    const parent = exists.alias === undefined ? scope : query.named(exists.alias);
    const test = linkExistsSql(exists.link, parent, query);
    return exists.negated ? sql`NOT ${test}` : test;
}

/** `EXISTS (…)` for a link below `parent`. */
export function linkExistsSql(link: Link, parent: TableScope, query: QueryScope): SqlFragment {
    const child = query.open(query.metadata.table(link.table), link.alias);
    const { joins, conditions } = joinsSql(link.links, child, query);
    const on = linkConditions(link, child, parent, query);
    return sql`EXISTS (SELECT 1 FROM ${identifier(link.table)} AS ${raw(child.sqlAlias)}${joins} WHERE ${allOf([...on, ...conditions])})`;
}

/** How a link's rows belong to the parent's, which of them the user may read, and the link's own filter. */
export function linkConditions(
    link: Link,
    child: TableScope,
    parent: TableScope,
    query: QueryScope,
): readonly SqlFragment[] {
    const from = columnSql(child, columnIn(child.table, link.from), query);
    const to = columnSql(parent, columnIn(parent.table, link.to), query);
    const readable = readFilter(query.environment, child.table, child.sqlAlias, query.context);
    return [
        sql`${from} = ${to}`,
        ...(readable ? [readable] : []),
        ...(link.filter ? [filterSql(link.filter, child, query)] : []),
    ];
}
