/** Paths that begin with an entity set: collections, rows, columns, related rows. */
import { notSupportedHere } from '../errors';
import type { Navigation } from '../metadata/metadata';
import type { Column, Table } from '../metadata/types';
import type { RowReference, Value } from '../pipeline/types';
import { columnOfProperty, findColumn, findNavigation } from '../query/odata/resolve';
import { linkAlong } from '../query/odata/filter-to-query';
import type { Link } from '../query/model';
import { idIn, parseRowKey, requireId, type RowKey } from './address/row-key';
import { rowReference } from './address/row-reference';
import type { Segment } from './address/split-url';
import { methodNotAllowed, unknownSegment } from './answers';
import { bodyText } from './body';
import { readJsonObject } from './body';
import type { Answer } from './http';
import type { Call } from './host';
import { findMessage, invoke, messageName } from './messages/invoke';
import { countCollection, readCollection, type Narrowing } from './read/collection';
import { readProperty } from './read/property';
import { findRow, readRow } from './read/row';
import { createRow, insertChild, writtenAnswer } from './write/create';
import { clearProperty, writeProperty } from './write/property';
import { addReference, removeReference } from './write/references';
import { updateRow, versionOf } from './write/update';

/** @param rest segments after the entity set's own */
export function routeTable(call: Call, table: Table, first: Segment, rest: readonly Segment[]): Answer {
    const [next, ...further] = rest;
    if (first.arguments !== undefined && first.arguments.trim() !== '') {
        return routeRow(call, table, parseRowKey(first.arguments, table, call.aliases), rest);
    }
    if (!next) {
        switch (call.method) {
            case 'GET':
                return readCollection(call, table);
            case 'POST':
                return createRow(call, table);
            default:
                throw methodNotAllowed(call.method, `${table.entitySetName} takes GET and POST`);
        }
    }
    if (next.name === '$count' && further.length === 0) return countCollection(call, table);
    if (further.length === 0 && findMessage(call, next.name, { kind: 'collection', table })) {
        return invoke(call, next.name, next.arguments ?? '', { kind: 'collection', table });
    }
    throw unknownSegment(next.name);
}

function routeRow(call: Call, table: Table, key: RowKey, rest: readonly Segment[]): Answer {
    const { environment, organization } = call.host;
    const [next, ...further] = rest;
    if (!next) {
        switch (call.method) {
            case 'GET':
                return readRow(call, table, requireId(environment, table, key));
            case 'PATCH':
            case 'PUT':
                return updateRow(call, table, key);
            case 'DELETE': {
                const id = requireId(environment, table, key);
                organization.delete(table.logicalName, id, call.context, versionOf(call.headers['if-match']));
                return { status: 204 };
            }
            default:
                throw methodNotAllowed(call.method, `a row of ${table.entitySetName} takes GET, PATCH, PUT and DELETE`);
        }
    }
    const id = requireId(environment, table, key);
    const binding = { kind: 'row', table, id } as const;
    if (next.name.includes('.')) {
        if (further.length === 0 && findMessage(call, next.name, binding)) {
            return invoke(call, next.name, next.arguments ?? '', binding);
        }
        // activitypointers(…)/Microsoft.Dynamics.CRM.task: a cast to the row's own type.
        const cast = environment.metadata.findTable(messageName(next.name));
        if (cast) return routeRow(call, cast, { kind: 'id', id }, further);
        throw unknownSegment(next.name);
    }
    const navigation = findNavigation(environment.metadata, table, next.name);
    const column = findColumn(table, next.name);
    if (navigation && !(column && isPlain(column))) return routeNavigation(call, table, id, navigation, next, further);
    if (column) return routeProperty(call, table, id, column, further);
    if (further.length === 0 && findMessage(call, next.name, binding)) {
        return invoke(call, next.name, next.arguments ?? '', binding);
    }
    throw unknownSegment(next.name);
}

const isPlain = (column: Column): boolean => !['Lookup', 'Customer', 'Owner'].includes(column.type);

function routeProperty(call: Call, table: Table, id: string, column: Column, rest: readonly Segment[]): Answer {
    const [next] = rest;
    if (column.type === 'Image' || column.type === 'File') {
        throw notSupportedHere(
            `The ${column.type.toLowerCase()} column "${column.logicalName}" of ${table.logicalName}`,
        );
    }
    switch (call.method) {
        case 'GET':
            if (next && next.name !== '$value') throw unknownSegment(next.name);
            return readProperty(call, table, id, column, next !== undefined);
        case 'PUT':
        case 'PATCH':
            return writeProperty(call, table, id, column);
        case 'DELETE':
            return clearProperty(call, table, id, column);
        default:
            throw methodNotAllowed(call.method, `the column ${column.logicalName} takes GET, PUT and DELETE`);
    }
}

const isReference = (value: Value | undefined): value is RowReference =>
    typeof value === 'object' && value !== null && 'id' in value && 'table' in value;

function routeNavigation(
    call: Call,
    table: Table,
    id: string,
    navigation: Navigation,
    segment: Segment,
    rest: readonly Segment[],
): Answer {
    const { environment } = call.host;
    const from = { table: table.logicalName, id };
    const related = environment.metadata.table(navigation.otherTable);
    const [next, ...further] = rest;
    if (next?.name === '$ref' && call.method !== 'GET') {
        return routeReference(call, from, navigation, segment, related);
    }
    if (navigation.side === 'lookup') {
        const target = followLookup(call, table, id, navigation.relationship.referencingColumn);
        if (!target) return { status: 204 };
        const targetTable = environment.metadata.table(target.table);
        if (next?.name === '$ref') {
            return {
                status: 200,
                json: {
                    '@odata.context': `${call.serviceRoot}$metadata#$ref`,
                    '@odata.id': `${call.serviceRoot}${targetTable.entitySetName}(${target.id})`,
                },
            };
        }
        return routeRow(call, targetTable, { kind: 'id', id: target.id }, rest);
    }
    if (segment.arguments !== undefined && segment.arguments !== '') {
        return routeRow(call, related, parseRowKey(segment.arguments, related, call.aliases), rest);
    }
    const narrowing = relatedTo(environment.metadata.table(table.logicalName), related, navigation, id);
    if (next?.name === '$count' && further.length === 0) return countCollection(call, related, narrowing);
    if (next?.name === '$ref') return referencesOf(call, related, narrowing);
    if (next?.name.includes('.') && environment.metadata.findTable(messageName(next.name))) {
        return readCollection(call, related, narrowing);
    }
    if (next) throw unknownSegment(next.name);
    switch (call.method) {
        case 'GET':
            return readCollection(call, related, narrowing);
        case 'POST': {
            const created = insertChild(call, from, navigation, readJsonObject(call.body));
            return writtenAnswer(call, related, created, 201);
        }
        default:
            throw methodNotAllowed(call.method, `the collection ${segment.name} takes GET and POST`);
    }
}

function routeReference(
    call: Call,
    from: RowReference,
    navigation: Navigation,
    segment: Segment,
    related: Table,
): Answer {
    switch (call.method) {
        case 'POST':
        case 'PUT':
            return addReference(call, from, navigation);
        case 'DELETE': {
            const address =
                call.options.get('$id') ??
                (bodyText(call.body) === '' ? undefined : readJsonObject(call.body)['@odata.id']);
            const inParentheses = segment.arguments === undefined ? undefined : idIn(segment.arguments);
            const to =
                inParentheses !== undefined
                    ? { table: related.logicalName, id: inParentheses }
                    : typeof address === 'string'
                      ? rowReference(call.host.environment, address)
                      : undefined;
            return removeReference(call, from, navigation, to);
        }
        default:
            throw methodNotAllowed(call.method, '$ref takes GET, POST, PUT and DELETE');
    }
}

/** The row that a lookup points to; undefined when it is empty. */
function followLookup(call: Call, table: Table, id: string, column: string): RowReference | undefined {
    const query = {
        table: table.logicalName,
        columns: [{ column: columnOfProperty(table, `_${column}_value`).logicalName }],
        links: [],
        orders: [],
        distinct: false,
        aggregate: false,
        returnTotalCount: false,
    };
    const value = findRow(call, table, id, query, false).row[column];
    return isReference(value) ? value : undefined;
}

/** Only the rows that a collection-valued navigation property of one row leads to. */
function relatedTo(
    table: Table,
    related: Table,
    navigation: Exclude<Navigation, { side: 'lookup' }>,
    id: string,
): Narrowing {
    if (navigation.side === 'collection') {
        const { referencingColumn } = navigation.relationship;
        return {
            filter: {
                kind: 'filter',
                type: 'and',
                conditions: [{ kind: 'condition', column: referencingColumn, operator: 'eq', values: [id] }],
            },
        };
    }
    // Seen from the related table: its links to the intersect table that hold this row's id.
    const target: Link = {
        table: table.logicalName,
        from: '',
        to: '',
        alias: 'parent',
        type: 'inner',
        columns: [],
        links: [],
        orders: [],
    };
    const link = linkAlong(
        { ...navigation, side: navigation.side === 'first' ? 'second' : 'first' },
        target,
        related,
        table,
    );
    const own = link.links[0]?.to ?? '';
    return {
        links: [
            {
                ...link,
                links: [],
                filter: {
                    kind: 'filter',
                    type: 'and',
                    conditions: [{ kind: 'condition', column: own, operator: 'eq', values: [id] }],
                },
            },
        ],
    };
}

function referencesOf(call: Call, related: Table, narrowing: Narrowing): Answer {
    const answer = readCollection(
        { ...call, options: new Map([['$select', related.primaryIdColumn]]) },
        related,
        narrowing,
    );
    const { value } = answer.json as { readonly value: readonly Record<string, unknown>[] };
    return {
        status: 200,
        json: {
            '@odata.context': `${call.serviceRoot}$metadata#Collection($ref)`,
            value: value.map((row) => ({
                '@odata.id': `${call.serviceRoot}${related.entitySetName}(${String(row[related.primaryIdColumn])})`,
            })),
        },
    };
}
