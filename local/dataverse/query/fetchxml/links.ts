/** `<link-entity>`: joins, and related rows that must or must not exist. */
import { notSupportedHere } from '../../errors';
import type { Table } from '../../metadata/types';
import type { Exists, Filter, Link } from '../model';
import { booleanAttribute } from './attributes';
import { parseColumns } from './columns';
import { parseFilters } from './filters';
import { parseOrders } from './orders';
import { columnOf, type FetchScope } from './scope';
import { invalidFetch, type XmlElement } from './xml';

/** Names for links that have none, and the tables behind the names that conditions refer to. */
export class AliasSupply {
    private readonly tables = new Map<string, string>();
    private readonly given = new Map<XmlElement, string>();

    constructor(entity: XmlElement) {
        const links = linksBelow(entity);
        for (const link of links) {
            const alias = link.attributes.get('alias');
            if (!alias) continue;
            if (this.tables.has(alias)) throw invalidFetch(`the alias "${alias}" is used twice`, link);
            this.given.set(link, alias);
            this.tables.set(alias, link.attributes.get('name') ?? '');
        }
        for (const link of links) {
            if (this.given.has(link)) continue;
            const name = link.attributes.get('name') ?? '';
            let number = 1;
            while (this.tables.has(`${name}${number}`)) number += 1;
            this.given.set(link, `${name}${number}`);
            this.tables.set(`${name}${number}`, name);
        }
    }

    aliasOf(link: XmlElement): string {
        return this.given.get(link) ?? link.attributes.get('name') ?? '';
    }

    /** @throws DataverseError when no link has this alias */
    tableOf(alias: string, scope: FetchScope, at: XmlElement): Table {
        const table = this.tables.get(alias);
        if (table === undefined) throw invalidFetch(`no <link-entity> has the alias "${alias}"`, at);
        return scope.metadata.table(table);
    }
}

function linksBelow(element: XmlElement): readonly XmlElement[] {
    return element.children.flatMap((child) =>
        child.name === 'link-entity' ? [child, ...linksBelow(child)] : linksBelow(child),
    );
}

/** Links that join; those of type exists and in are filters (`parseFilters` does not see them, so they come here). */
export function parseLinks(element: XmlElement, scope: FetchScope): readonly Link[] {
    return element.children.filter((child) => child.name === 'link-entity').map((child) => parseLink(child, scope));
}

function parseLink(element: XmlElement, scope: FetchScope): Link {
    const name = element.attributes.get('name');
    if (!name) throw invalidFetch('a <link-entity> needs "name"', element);
    const table = scope.metadata.table(name);
    const inner = { ...scope, table };
    const type = element.attributes.get('link-type') ?? 'inner';
    if (!['inner', 'outer', 'natural', 'exists', 'in', 'any', 'not any', 'all', 'not all'].includes(type)) {
        if (type === 'matchfirstrowusingcrossapply') throw notSupportedHere(`FetchXML link-type "${type}"`);
        throw invalidFetch(`"link-type" is "${type}"`, element);
    }
    const filter = parseFilters(element, inner);
    const from = element.attributes.get('from');
    const to = element.attributes.get('to');
    return {
        table: table.logicalName,
        from: columnOf(table, from ?? table.primaryIdColumn).logicalName,
        to: columnOf(scope.table, to ?? scope.table.primaryIdColumn).logicalName,
        alias: scope.supply.aliasOf(element),
        type: type === 'outer' ? 'outer' : 'inner',
        ...(type === 'exists' || type === 'in' ? { existsOnly: true } : {}),
        ...(booleanAttribute(element, 'intersect') ? { isIntersect: true } : {}),
        columns: parseColumns(element, inner),
        ...(filter ? { filter } : {}),
        links: parseLinks(element, inner),
        orders: parseOrders(element, inner, false),
    };
}

/** A link inside a filter: any, not any, all, not all, exists, in. */
export function parseFilterLink(element: XmlElement, scope: FetchScope): Exists | Filter {
    const link = parseLink(element, scope);
    const exists = (negated: boolean, of: Link): Exists => ({
        kind: 'exists',
        negated,
        link: { ...of, type: 'inner' },
    });
    const type = element.attributes.get('link-type') ?? 'any';
    switch (type) {
        case 'any':
        case 'not all':
        case 'exists':
        case 'in':
            return exists(false, link);
        case 'not any':
            return exists(true, link);
        case 'all': {
            // As documented: there are related rows, and none of them meets the filter.
            const { filter: _filter, ...unfiltered } = link;
            return { kind: 'filter', type: 'and', conditions: [exists(false, unfiltered), exists(true, link)] };
        }
        default:
            throw invalidFetch(`a <link-entity> in a <filter> cannot have link-type "${type}"`, element);
    }
}
