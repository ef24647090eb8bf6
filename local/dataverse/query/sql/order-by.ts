/** `ORDER BY`: text without case and accents, lookups by name, choices by label unless their value is wanted. */
import type { Link, Order, Query } from '../model';
import { columnSql, lookupNameSql, optionLabelSql } from './column-sql';
import { raw, sql, type SqlFragment } from './fragment';
import { isTextColumn } from './operand';
import type { PlannedColumn } from './result-columns';
import { columnIn, type QueryScope, type TableScope } from './scope';

/** Orders of a query's own table, then those of its links. */
export function allOrders(query: Query): readonly Order[] {
    const ofLink = (link: Link): readonly Order[] => [
        ...link.orders.map((order) => ({ ...order, alias: order.alias ?? link.alias })),
        ...link.links.flatMap(ofLink),
    ];
    return [...query.orders, ...query.links.flatMap(ofLink)];
}

export function ordersSql(
    query: Query,
    root: TableScope,
    scope: QueryScope,
    columns: readonly PlannedColumn[],
): readonly SqlFragment[] {
    const orders = allOrders(query).flatMap((order) => {
        const value = orderSql(order, query, root, scope, columns);
        const sorted = direction(value, order.descending);
        return order.emptyLast ? [sql`${value} IS NULL`, sorted] : [sorted];
    });
    // Rows that are equal in every order column must not change places between two pages.
    const hasId = !query.aggregate && columns.some((column) => column.name === root.table.primaryIdColumn);
    const id = raw(`${root.sqlAlias}."${root.table.primaryIdColumn}"`);
    return hasId ? [...orders, id] : orders;
}

const direction = (value: SqlFragment, descending: boolean): SqlFragment => (descending ? sql`${value} DESC` : value);

function orderSql(
    order: Order,
    query: Query,
    root: TableScope,
    scope: QueryScope,
    columns: readonly PlannedColumn[],
): SqlFragment {
    if (query.aggregate) {
        const result = columns.find(
            (column) => column.name === order.column || column.column.logicalName === order.column,
        );
        if (result) return result.parts.value;
    }
    const place = order.alias === undefined ? root : scope.named(order.alias);
    const column = columnIn(place.table, order.column);
    switch (column.type) {
        case 'Lookup':
        case 'Customer':
        case 'Owner': {
            const name = lookupNameSql(place, column, scope.metadata);
            return name.sql === 'NULL' ? columnSql(place, column, scope) : sql`fold(${name})`;
        }
        case 'Picklist':
        case 'State':
        case 'Status':
        case 'Boolean':
            if (order.byValue) return columnSql(place, column, scope);
            return sql`fold(${optionLabelSql(place, column, scope.operators.settings.language)})`;
        default: {
            const value = columnSql(place, column, scope);
            return isTextColumn(column) ? sql`fold(${value})` : value;
        }
    }
}
