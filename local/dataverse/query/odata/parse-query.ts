/**
 * The query options of one address → Query, and what has to be expanded.
 * Source: Microsoft Learn, "Query data using the Web API" and its pages.
 */
import { DataverseError, ErrorCode, notSupportedHere } from '../../errors';
import type { Metadata, Navigation } from '../../metadata/metadata';
import type { Column, Table } from '../../metadata/types';
import type { Filter, Order, Query, SelectedColumn } from '../model';
import { filterToQuery } from './filter-to-query';
import { parseFilter, type Aliases } from './parse-filter';
import { parseApply, parseCount, parseExpand, parseFlag, parseOrderBy, parseSelect } from './parse-options';
import {
    findColumn,
    findNavigation,
    isLookup,
    navigationOf,
    PathJoins,
    propertyName,
    unknownProperty,
} from './resolve';
import type { Apply } from './syntax-tree';
import { isWebApiProperty } from '../visible-columns';

/** One expanded navigation property. */
export interface Expand {
    /** As the metadata spells it. */
    readonly property: string;
    readonly navigation: Navigation;
    readonly related: Table;
    readonly refOnly: boolean;
    readonly query: ODataQuery;
}

export interface ODataQuery {
    readonly query: Query;
    /** Columns in the order of `$select`; `all` without one. The primary id always comes too. */
    readonly select: readonly Column[] | 'all';
    readonly expands: readonly Expand[];
    readonly count: boolean;
    /** The result has groups instead of rows. */
    readonly isApply: boolean;
}

export interface ODataOptions {
    /** Names with their `$`, decoded. */
    readonly options: ReadonlyMap<string, string>;
    /** `@p1` and its text. */
    readonly aliases: Aliases;
}

const KNOWN_OPTIONS: ReadonlySet<string> = new Set([
    '$select',
    '$filter',
    '$orderby',
    '$top',
    '$count',
    '$expand',
    '$apply',
    '$format',
    '$skiptoken',
]);
const MAX_EXPANDS = 15;

/**
 * @throws DataverseError 0x80060888 that names the option, position or property
 */
export function parseODataQuery({ options, aliases }: ODataOptions, table: Table, metadata: Metadata): ODataQuery {
    for (const name of options.keys()) {
        if (name === '$skip') {
            throw new DataverseError(ErrorCode.UnknownResource, 'Skip Clause is not supported in CRM', 400);
        }
        if (name === '$search') throw notSupportedHere('The query option $search');
        if (name.startsWith('$') && !KNOWN_OPTIONS.has(name)) {
            throw new DataverseError(ErrorCode.UnknownResource, `The query parameter ${name} is not supported.`, 400);
        }
    }
    const joins = new PathJoins(table, metadata, 'path');
    const filterText = options.get('$filter');
    const filter = filterText ? filterToQuery(parseFilter(filterText, aliases), metadata, joins) : undefined;
    const top = options.get('$top');
    const applyText = options.get('$apply');
    if (applyText !== undefined) return applyQuery(parseApply(applyText, aliases), filter, options, joins, metadata);

    const select = selectedColumns(options.get('$select'), table, metadata);
    const orders = ordersOf(options.get('$orderby') ?? '', joins);
    const count = parseFlag('$count', options.get('$count'));
    const expands = expandsOf(options.get('$expand') ?? '', aliases, table, metadata);
    return {
        query: {
            table: table.logicalName,
            columns: select === 'all' ? 'all' : withNeeded(select, table, expands),
            ...(filter ? { filter } : {}),
            links: joins.links,
            orders,
            distinct: false,
            aggregate: false,
            ...(top === undefined ? {} : { top: parseCount('$top', top) }),
            returnTotalCount: count,
        },
        select,
        expands,
        count,
        isApply: false,
    };
}

function ordersOf(text: string, joins: PathJoins): readonly Order[] {
    if (text.trim() === '') return [];
    return parseOrderBy(text).map(({ path, descending }) => {
        const resolved = joins.resolve(path);
        return {
            column: resolved.column.logicalName,
            descending,
            byValue: true,
            ...(resolved.alias === undefined ? {} : { alias: resolved.alias }),
        };
    });
}

function selectedColumns(text: string | undefined, table: Table, metadata: Metadata): readonly Column[] | 'all' {
    const names = parseSelect(text ?? '');
    if (names.length === 0 || names.includes('*')) return 'all';
    const columns = names.flatMap((name) => {
        const column = findColumn(table, name);
        if (column && isWebApiProperty(column, table, metadata)) return [column];
        // A navigation property may be named, which adds nothing: it is expanded by $expand.
        if (findNavigation(metadata, table, name)) return [];
        throw unknownProperty(name, table);
    });
    return [...new Set(columns)];
}

/** Adds the columns that serialising needs: currency beside money, lookups of expanded properties. */
function withNeeded(select: readonly Column[], table: Table, expands: readonly Expand[]): readonly SelectedColumn[] {
    const names = new Set([table.primaryIdColumn, ...select.map((column) => column.logicalName)]);
    if (select.some((column) => column.type === 'Money') && table.columns.has('transactioncurrencyid')) {
        names.add('transactioncurrencyid');
    }
    for (const { navigation } of expands) {
        if (navigation.side === 'lookup') names.add(navigation.relationship.referencingColumn);
    }
    return [...names].map((column) => ({ column }));
}

function expandsOf(text: string, aliases: Aliases, table: Table, metadata: Metadata): readonly Expand[] {
    const items = text.trim() === '' ? [] : parseExpand(text);
    if (items.length > MAX_EXPANDS) {
        throw new DataverseError(
            ErrorCode.UnknownResource,
            `$expand names ${items.length} properties; ${MAX_EXPANDS} are allowed.`,
            400,
        );
    }
    return items.map(({ path, refOnly, options }) => {
        const [property, ...rest] = path;
        if (!property) throw new DataverseError(ErrorCode.UnknownResource, '$expand names no property.', 400);
        const navigation = navigationOf(metadata, table, property);
        const related = ownerOrUser(metadata.table(navigation.otherTable), options.get('$select'), metadata);
        // a/b is short for a($expand=b); a/Microsoft.Dynamics.CRM.x is a cast, which changes no row here.
        const cast = rest[0]?.includes('.') ?? false;
        const nested = rest.length > 0 && !cast ? new Map([...options, ['$expand', rest.join('/')]]) : options;
        return {
            property: propertyOf(navigation),
            navigation,
            related,
            refOnly,
            query: parseODataQuery({ options: nested, aliases }, related, metadata),
        };
    });
}

/** An owner is a user or a team. Whoever asks for more than an owner's name means the user. */
function ownerOrUser(related: Table, select: string | undefined, metadata: Metadata): Table {
    if (related.logicalName !== 'owner') return related;
    const fits = parseSelect(select ?? '').every((name) => findColumn(related, name));
    return fits ? related : metadata.table('systemuser');
}

/** The navigation property's name as the metadata spells it. */
export function propertyOf(navigation: Navigation): string {
    switch (navigation.side) {
        case 'lookup':
            return navigation.relationship.lookupNavigationProperty;
        case 'collection':
            return navigation.relationship.collectionNavigationProperty;
        case 'first':
            return navigation.relationship.navigationProperty1;
        case 'second':
            return navigation.relationship.navigationProperty2;
    }
}

const AGGREGATE_NAMES = { sum: 'sum', average: 'avg', min: 'min', max: 'max' } as const;

function applyQuery(
    apply: Apply,
    filter: Filter | undefined,
    options: ReadonlyMap<string, string>,
    joins: PathJoins,
    metadata: Metadata,
): ODataQuery {
    const { table } = joins;
    const inner = apply.filter ? filterToQuery(apply.filter, metadata, joins) : undefined;
    const filters = [filter, inner].filter((each) => each !== undefined);
    const linked = new Map<string, SelectedColumn[]>();
    const own: SelectedColumn[] = [];
    const add = (path: readonly string[], make: (column: Column) => SelectedColumn): void => {
        const resolved = joins.resolve(path);
        const selected = make(resolved.column);
        if (resolved.alias === undefined) own.push(selected);
        else linked.set(resolved.alias, [...(linked.get(resolved.alias) ?? []), selected]);
    };
    for (const path of apply.groupBy) {
        add(path, (column) => ({
            column: column.logicalName,
            alias: path.length === 1 && isLookup(column) ? propertyName(column) : path.join('_'),
            groupBy: true,
        }));
    }
    for (const { path, method, alias } of apply.aggregations) {
        if (!path || method === 'count') {
            own.push({ column: table.primaryIdColumn, alias, aggregate: 'count' });
        } else {
            add(path, (column) => ({
                column: column.logicalName,
                alias,
                ...(method === 'countdistinct'
                    ? { aggregate: 'countcolumn' as const, distinct: true }
                    : { aggregate: AGGREGATE_NAMES[method] }),
            }));
        }
    }
    const top = options.get('$top');
    const orderBy = options.get('$orderby');
    const fill = (links: Query['links']): Query['links'] =>
        links.map((link) => ({ ...link, columns: linked.get(link.alias) ?? [], links: fill(link.links) }));
    return {
        query: {
            table: table.logicalName,
            columns: own,
            ...(filters.length === 0 ? {} : { filter: { kind: 'filter', type: 'and', conditions: filters } }),
            links: fill(joins.links),
            orders: orderBy
                ? parseOrderBy(orderBy).map(({ path, descending }) => ({ column: path.join('_'), descending }))
                : [],
            distinct: false,
            aggregate: true,
            ...(top === undefined ? {} : { top: parseCount('$top', top) }),
            returnTotalCount: false,
        },
        select: 'all',
        expands: [],
        count: false,
        isApply: true,
    };
}
