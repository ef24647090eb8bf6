/** `$expand`: one further query per navigation property for all rows of a page. */
import { notSupportedHere } from '../../errors';
import type { Row, RowReference, Value } from '../../pipeline/types';
import type { Condition, Filter, Query, SelectedColumn } from '../../query/model';
import type { Expand, ODataQuery } from '../../query/odata/parse-query';
import { runQuery, type QueryResult } from '../../query/run-query';
import type { Table } from '../../metadata/types';
import type { Call } from '../host';
import type { JsonRow, Serializer } from './serialize';

/** Columns of a result in the order of `$select`. */
export function selectedColumns(result: QueryResult, query: ODataQuery): QueryResult['columns'] {
    if (query.select === 'all') return result.columns.filter((column) => !column.hidden && column.link === undefined);
    const byName = new Map(result.columns.map((column) => [column.name, column]));
    const names = query.select.map((column) => column.logicalName);
    // The currency comes along with money, as the platform has it.
    if (query.select.some((column) => column.type === 'Money') && !names.includes('transactioncurrencyid')) {
        names.push('transactioncurrencyid');
    }
    return names.flatMap((name) => byName.get(name) ?? []);
}

/** Adds what is expanded to the JSON of `rows`; both have the same order. */
export function addExpansions(
    call: Call,
    serializer: Serializer,
    table: Table,
    rows: readonly Row[],
    json: readonly JsonRow[],
    expands: readonly Expand[],
): void {
    for (const expand of expands) {
        const { navigation } = expand;
        switch (navigation.side) {
            case 'lookup':
                expandLookup(call, serializer, rows, json, expand, navigation.relationship.referencingColumn);
                break;
            case 'collection':
                expandCollection(call, serializer, table, rows, json, expand, {
                    column: navigation.relationship.referencingColumn,
                });
                break;
            case 'first':
            case 'second': {
                const { intersectTable, column1, column2 } = navigation.relationship;
                const [own, other] = navigation.side === 'first' ? [column1, column2] : [column2, column1];
                expandCollection(call, serializer, table, rows, json, expand, { column: own, intersectTable, other });
                break;
            }
        }
    }
}

const isReference = (value: Value | undefined): value is RowReference =>
    typeof value === 'object' && value !== null && 'id' in value && 'table' in value;

function expandLookup(
    call: Call,
    serializer: Serializer,
    rows: readonly Row[],
    json: readonly JsonRow[],
    expand: Expand,
    column: string,
): void {
    const { related } = expand;
    const points = (value: Value | undefined): value is RowReference =>
        isReference(value) && (related.logicalName === 'owner' || value.table === related.logicalName);
    const ids = [...new Set(rows.flatMap((row) => (points(row[column]) ? [row[column].id] : [])))];
    const found = new Map<string, JsonRow>();
    if (ids.length > 0) {
        const query = withCondition(expand.query.query, among(related.primaryIdColumn, ids));
        const result = run(call, serializer, { ...query, orders: [] });
        write(call, serializer, expand, result).forEach((written, index) => {
            found.set(String(result.rows[index]?.[related.primaryIdColumn]), written);
        });
    }
    rows.forEach((row, index) => {
        const value = row[column];
        const target = json[index];
        if (target) target[expand.property] = points(value) ? (found.get(value.id) ?? null) : null;
    });
}

interface Side {
    /** Holds the parent's id. */
    readonly column: string;
    readonly intersectTable?: string;
    readonly other?: string;
}

const LINK = 'expanded';

function expandCollection(
    call: Call,
    serializer: Serializer,
    table: Table,
    rows: readonly Row[],
    json: readonly JsonRow[],
    expand: Expand,
    side: Side,
): void {
    const ids = rows.map((row) => String(row[table.primaryIdColumn]));
    const { top, ...nested } = expand.query.query;
    let query: Query;
    let parentName: string;
    if (side.intersectTable !== undefined && side.other !== undefined) {
        parentName = `${LINK}.${side.column}`;
        query = {
            ...nested,
            links: [
                ...nested.links,
                {
                    table: side.intersectTable,
                    from: side.other,
                    to: expand.related.primaryIdColumn,
                    alias: LINK,
                    type: 'inner',
                    isIntersect: true,
                    columns: [{ column: side.column }],
                    filter: { kind: 'filter', type: 'and', conditions: [among(side.column, ids)] },
                    links: [],
                    orders: [],
                },
            ],
        };
    } else {
        parentName = side.column;
        query = withCondition({ ...nested, columns: withColumn(nested.columns, side.column) }, among(side.column, ids));
    }
    const result = run(call, serializer, query);
    const written = write(call, serializer, expand, result);
    const byParent = new Map<string, JsonRow[]>();
    result.rows.forEach((row, index) => {
        const parent = row[parentName];
        const id = isReference(parent) ? parent.id : String(parent);
        const child = written[index];
        if (child) byParent.set(id, [...(byParent.get(id) ?? []), child]);
    });
    ids.forEach((id, index) => {
        const target = json[index];
        if (!target) return;
        const children = byParent.get(id) ?? [];
        if (expand.query.count) target[`${expand.property}@odata.count`] = children.length;
        // Each parent has its own $top; the query above is for all parents at once.
        target[expand.property] = top === undefined ? children : children.slice(0, top);
    });
}

const among = (column: string, ids: readonly string[]): Condition => ({
    kind: 'condition',
    column,
    operator: 'in',
    values: ids,
});

function withColumn(columns: Query['columns'], column: string): readonly SelectedColumn[] | 'all' {
    if (columns === 'all' || columns.some((selected) => selected.column === column)) return columns;
    return [...columns, { column }];
}

function withCondition(query: Query, condition: Condition): Query {
    const filter: Filter = {
        kind: 'filter',
        type: 'and',
        conditions: query.filter ? [condition, query.filter] : [condition],
    };
    return { ...query, filter };
}

function run(call: Call, serializer: Serializer, query: Query): QueryResult {
    if (query.aggregate) throw notSupportedHere('$apply inside $expand');
    return runQuery(call.host.environment, query, call.context, {
        settings: call.settings,
        withNames: serializer.needsNames,
    });
}

function write(call: Call, serializer: Serializer, expand: Expand, result: QueryResult): readonly JsonRow[] {
    const { related, query } = expand;
    if (expand.refOnly) {
        return result.rows.map((row) => ({
            '@odata.id': `${call.serviceRoot}${related.entitySetName}(${String(row[related.primaryIdColumn])})`,
        }));
    }
    const columns = selectedColumns(result, query);
    const json = result.rows.map((row) => serializer.row(row, related, columns));
    addExpansions(call, serializer, related, result.rows, json, query.expands);
    return json;
}
