/** What a query answers: one descriptor per result column, with the SQL that yields it. */
import { DataverseError } from '../../errors';
import { physicalColumns, ROW_VERSION } from '../../store/columns';
import type { Metadata } from '../../metadata/metadata';
import type { Column, Table } from '../../metadata/types';
import { isWebApiProperty } from '../visible-columns';
import type { Link, Query, SelectedColumn } from '../model';
import { columnSql, lookupNameSql, lookupTypeSql } from './column-sql';
import { dateGroupSql, localTimeSql } from './date-grouping';
import { identifier, raw, sql, type SqlFragment } from './fragment';
import { columnIn, type QueryScope, type TableScope } from './scope';

/** One column of a result. */
export interface ResultColumn {
    /** Name in the result row: the column's, `alias.column` on a link, or the alias given. */
    readonly name: string;
    readonly table: Table;
    readonly column: Column;
    readonly link?: string;
    readonly aggregate?: SelectedColumn['aggregate'];
    readonly dateGrouping?: SelectedColumn['dateGrouping'];
    /** Not asked for: the primary id and the row version come with every row. */
    readonly hidden: boolean;
}

/** Where a result column's values stand in a row of SQL. */
export interface PlannedColumn extends ResultColumn {
    /** Of a lookup: its type and, where asked for, its name follow. */
    readonly parts: { readonly value: SqlFragment; readonly type?: SqlFragment; readonly name?: SqlFragment };
}

const isLookup = (column: Column): boolean =>
    column.type === 'Lookup' || column.type === 'Customer' || column.type === 'Owner';

/** @param scopes one per table of the query: its own, and those of its links by alias */
export function planColumns(
    query: Query,
    root: TableScope,
    scope: QueryScope,
    withNames: boolean,
): readonly PlannedColumn[] {
    const planner = new Planner(scope, withNames);
    planner.addAll(query.columns, root, undefined);
    if (!query.aggregate && !query.distinct) planner.addHidden(root);
    const addLink = (link: Link): void => {
        if (link.existsOnly) return;
        planner.addAll(link.columns, scope.named(link.alias), link.alias);
        link.links.forEach(addLink);
    };
    query.links.forEach(addLink);
    return planner.columns;
}

class Planner {
    readonly columns: PlannedColumn[] = [];
    private readonly names = new Set<string>();

    constructor(
        private readonly scope: QueryScope,
        private readonly withNames: boolean,
    ) {}

    addAll(columns: readonly SelectedColumn[] | 'all', place: TableScope, link: string | undefined): void {
        const selected = columns === 'all' ? readableColumns(place.table, this.scope.metadata) : columns;
        for (const column of selected) this.add(column, place, link);
    }

    /** Row id and version are needed for addresses and ETags, whether asked for or not. */
    addHidden(place: TableScope): void {
        const { table } = place;
        const stored = new Map(physicalColumns(table).map((physical) => [physical.name, physical.column]));
        for (const name of [table.primaryIdColumn, ROW_VERSION]) {
            const column = stored.get(name);
            if (column && !this.names.has(name)) {
                const value = sql`${raw(place.sqlAlias)}.${identifier(name)}`;
                this.push({ name, table, column, hidden: true, parts: { value } });
            }
        }
    }

    private add(selected: SelectedColumn, place: TableScope, link: string | undefined): void {
        const column = columnIn(place.table, selected.column);
        const name = selected.alias ?? (link === undefined ? selected.column : `${link}.${selected.column}`);
        if (this.names.has(name)) return;
        const value = columnSql(place, column, this.scope);
        const common = {
            name,
            table: place.table,
            column,
            hidden: false,
            ...(link === undefined ? {} : { link }),
        };
        if (selected.aggregate) {
            checkAggregate(selected.aggregate, column);
            const parts = { value: aggregateSql(selected, value) };
            this.push({ ...common, aggregate: selected.aggregate, parts });
        } else if (selected.dateGrouping) {
            const local = this.localTime(value, column, place);
            const parts = { value: dateGroupSql(local, selected.dateGrouping, column) };
            this.push({ ...common, dateGrouping: selected.dateGrouping, parts });
        } else if (isLookup(column) && value.sql !== 'NULL') {
            const type = lookupTypeSql(place, column);
            const parts = this.withNames
                ? { value, type, name: lookupNameSql(place, column, this.scope.metadata) }
                : { value, type };
            this.push({ ...common, parts });
        } else {
            this.push({ ...common, parts: { value } });
        }
    }

    private push(column: PlannedColumn): void {
        this.names.add(column.name);
        this.columns.push(column);
    }

    private localTime(value: SqlFragment, column: Column, place: TableScope): SqlFragment {
        if (column.dateTimeBehavior !== 'UserLocal' && column.dateTimeBehavior !== undefined) return value;
        const { store } = this.scope.environment;
        const range = store
            .prepare<{
                first: string | null;
                last: string | null;
            }>(
                `SELECT min(${identifier(column.logicalName).sql}) AS first, max(${identifier(column.logicalName).sql}) AS last FROM ${identifier(place.table.logicalName).sql}`,
            )
            .get();
        const now = this.scope.operators.now;
        return localTimeSql(value, range?.first ?? now, range?.last ?? now, this.scope.operators.settings.timeZone);
    }
}

/** Every column that a reader may see. Party lists, images and the like are read in other ways. */
function readableColumns(table: Table, metadata: Metadata): readonly SelectedColumn[] {
    return [...table.columns.values()]
        .filter(
            (column) => column.validForRead && column.type !== 'PartyList' && isWebApiProperty(column, table, metadata),
        )
        .map((column) => ({ column: column.logicalName }));
}

/** "Aggregate {0} is not supported for attribute of type {1}." */
const INVALID_AGGREGATE = 0x8004112f;
const NUMBERS: ReadonlySet<Column['type']> = new Set(['BigInt', 'Decimal', 'Double', 'Integer', 'Money']);

function checkAggregate(aggregate: SelectedColumn['aggregate'], column: Column): void {
    if ((aggregate === 'sum' || aggregate === 'avg') && !NUMBERS.has(column.type)) {
        throw new DataverseError(
            INVALID_AGGREGATE,
            `Aggregate ${aggregate} is not supported for attribute of type ${column.type} (${column.logicalName}).`,
        );
    }
}

function aggregateSql(selected: SelectedColumn, value: SqlFragment): SqlFragment {
    switch (selected.aggregate) {
        case 'count':
            return raw('count(*)');
        case 'countcolumn':
            return selected.distinct ? sql`count(DISTINCT ${value})` : sql`count(${value})`;
        case 'sum':
            return sql`sum(${value})`;
        case 'avg':
            return sql`avg(${value})`;
        case 'min':
            return sql`min(${value})`;
        case 'max':
            return sql`max(${value})`;
        case undefined:
            return value;
    }
}
