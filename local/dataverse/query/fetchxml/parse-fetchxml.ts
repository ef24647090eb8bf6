/**
 * FetchXML → Query.
 * Source: Microsoft Learn, "Query data using FetchXml" and its reference pages.
 */
import type { Metadata } from '../../metadata/metadata';
import type { Query, SelectedColumn } from '../model';
import { parseColumns } from './columns';
import { parseFilters } from './filters';
import { AliasSupply, parseLinks } from './links';
import { parseOrders } from './orders';
import { booleanAttribute, numberAttribute } from './attributes';
import { readPage } from './paging';
import { invalidFetch, parseXml, type XmlElement } from './xml';

/** Most rows that one page, or `top`, may ask for. */
export const MAX_PAGE_SIZE = 5000;

/**
 * @param xml the `<fetch>` element as text
 * @throws DataverseError with line and column for bad XML, unknown tables and columns; 501 for what is missing here
 */
export function parseFetchXml(xml: string, metadata: Metadata): Query {
    const fetch = parseXml(xml);
    if (fetch.name !== 'fetch') throw invalidFetch('the root element must be <fetch>', fetch);
    const entities = fetch.children.filter((child) => child.name === 'entity');
    const [entity] = entities;
    if (!entity || entities.length > 1) throw invalidFetch('there must be exactly one <entity>', fetch);
    const table = metadata.table(requiredName(entity));
    const aggregate = booleanAttribute(fetch, 'aggregate');
    const supply = new AliasSupply(entity);
    const scope = { table, metadata, aggregate, supply };
    const links = parseLinks(entity, scope);
    const filters = parseFilters(entity, scope);
    const top = numberAttribute(fetch, 'top');
    const page = readPage(fetch);
    if (top !== undefined && page.page !== undefined) {
        throw invalidFetch('"top" cannot be combined with "page"', fetch);
    }
    if (top !== undefined && top > MAX_PAGE_SIZE) {
        throw invalidFetch(`"top" is ${top}; it may be ${MAX_PAGE_SIZE} at most`, fetch);
    }
    return {
        table: table.logicalName,
        columns: columnsOrId(parseColumns(entity, scope), table.primaryIdColumn, aggregate, fetch, entity),
        ...(filters ? { filter: filters } : {}),
        links,
        orders: parseOrders(entity, scope, booleanAttribute(fetch, 'useraworderby')),
        distinct: booleanAttribute(fetch, 'distinct'),
        aggregate,
        ...(top === undefined ? {} : { top }),
        ...(page.count === undefined ? {} : { pageSize: Math.min(page.count, MAX_PAGE_SIZE) }),
        ...(page.page === undefined ? {} : { page: page.page }),
        returnTotalCount: booleanAttribute(fetch, 'returntotalrecordcount'),
    };
}

function requiredName(element: XmlElement): string {
    const name = element.attributes.get('name');
    if (!name) throw invalidFetch('the attribute "name" is missing', element);
    return name;
}

/** Without any `<attribute>` every column is asked for; a distinct or aggregate query without one makes no sense. */
function columnsOrId(
    columns: readonly SelectedColumn[] | 'all',
    primaryId: string,
    aggregate: boolean,
    fetch: XmlElement,
    entity: XmlElement,
): readonly SelectedColumn[] | 'all' {
    if (!aggregate) return columns;
    if (columns === 'all') throw invalidFetch(`an aggregate query must name its columns`, entity);
    if (columns.some((column) => column.column === primaryId && !column.aggregate && !column.groupBy)) {
        throw invalidFetch('every column of an aggregate query needs "aggregate" or "groupby"', fetch);
    }
    return columns;
}
