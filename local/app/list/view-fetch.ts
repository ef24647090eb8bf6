/**
 * Turns a view's FetchXML into the query of one page: page and count, the user's sorting, quick find.
 * (Microsoft Learn, "Page results using FetchXml", "Order rows using FetchXml".)
 */
import { childElements, firstChild, parseXml, writeXml } from '../platform/xml';

export interface Sorting {
    /** As a layout names columns: `subject` or `alias.fullname`. */
    readonly column: string;
    readonly descending: boolean;
}

export interface PageRequest {
    /** From 1. */
    readonly page: number;
    readonly pageSize: number;
    /** Replaces the view's own order; undefined keeps that. */
    readonly sorting?: readonly Sorting[];
    readonly search?: QuickFind;
    /** Columns that have to be among the attributes: the layout's, the id. Of linked tables with their alias. */
    readonly columns: readonly string[];
}

export interface QuickFind {
    readonly text: string;
    /** FetchXML of the table's quick find view: its conditions say which columns are searched. */
    readonly quickFindFetchXml: string;
}

/** @throws Error when the FetchXML is not well-formed or has no `<entity>` */
export function pageFetch(viewFetchXml: string, request: PageRequest): string {
    const document = parseXml(viewFetchXml, 'FetchXML of a view');
    const fetch = document.documentElement;
    const entity = firstChild(fetch, 'entity');
    if (!entity) {
        throw new Error('FetchXML of a view: <entity> is missing.');
    }
    fetch.removeAttribute('top');
    fetch.removeAttribute('paging-cookie');
    fetch.setAttribute('page', String(request.page));
    fetch.setAttribute('count', String(request.pageSize));
    fetch.setAttribute('returntotalrecordcount', 'true');
    for (const column of request.columns) {
        addAttribute(entity, column);
    }
    if (request.sorting) {
        sortBy(entity, request.sorting);
    }
    if (request.search && request.search.text.trim() !== '') {
        addQuickFind(entity, request.search);
    }
    return writeXml(document);
}

/** The order that a view has of its own. */
export function viewSorting(viewFetchXml: string): readonly Sorting[] {
    const entity = firstChild(parseXml(viewFetchXml, 'FetchXML of a view').documentElement, 'entity');
    return entity ? ordersOf(entity, '') : [];
}

/** Adds conditions that all rows have to meet, such as a subgrid's relationship. @param filterXml a `<filter>` element */
export function withFilter(fetchXml: string, filterXml: string): string {
    const document = parseXml(fetchXml, 'FetchXML of a view');
    const entity = firstChild(document.documentElement, 'entity');
    const filter = parseXml(filterXml, 'A filter').documentElement;
    entity?.appendChild(document.importNode(filter, true));
    return writeXml(document);
}

function ordersOf(entity: Element, prefix: string): Sorting[] {
    return [
        ...childElements(entity, 'order')
            .filter((order) => order.hasAttribute('attribute'))
            .map((order) => ({
                column:
                    (order.getAttribute('entityname') ? `${order.getAttribute('entityname')}.` : prefix) +
                    order.getAttribute('attribute'),
                descending: order.getAttribute('descending') === 'true' || order.getAttribute('descending') === '1',
            })),
        ...childElements(entity, 'link-entity').flatMap((link) =>
            ordersOf(link, `${link.getAttribute('alias') ?? ''}.`),
        ),
    ];
}

function sortBy(entity: Element, sorting: readonly Sorting[]): void {
    for (const order of [...entity.getElementsByTagName('order')]) {
        order.remove();
    }
    for (const { column, descending } of sorting) {
        const { owner, name } = ownerOf(entity, column);
        const order = entity.ownerDocument.createElement('order');
        order.setAttribute('attribute', name);
        order.setAttribute('descending', String(descending));
        owner.appendChild(order);
    }
}

function addAttribute(entity: Element, column: string): void {
    const { owner, name } = ownerOf(entity, column);
    if (firstChild(owner, 'all-attributes')) {
        return;
    }
    const attributes = childElements(owner, 'attribute');
    if (!attributes.some((attribute) => attribute.getAttribute('name') === name)) {
        const attribute = entity.ownerDocument.createElement('attribute');
        attribute.setAttribute('name', name);
        owner.insertBefore(attribute, owner.firstChild);
    }
}

/** The element that a column belongs to: the view's own table, or the link with the alias before the dot. */
function ownerOf(entity: Element, column: string): { owner: Element; name: string } {
    const dot = column.indexOf('.');
    if (dot === -1) {
        return { owner: entity, name: column };
    }
    const alias = column.slice(0, dot);
    const link = [...entity.getElementsByTagName('link-entity')].find((one) => one.getAttribute('alias') === alias);
    if (!link) {
        throw new Error(`Column "${column}": the view's FetchXML has no link-entity with the alias "${alias}".`);
    }
    return { owner: link, name: column.slice(dot + 1) };
}

/**
 * Quick find searches for texts that begin with what the user typed; a `*` stands for anything. A placeholder says
 * which kind of value its column takes: {0} text, {1} whole number, {2} money, {3} date, {4} decimal.
 */
function addQuickFind(entity: Element, search: QuickFind): void {
    const text = search.text.trim();
    const quickFind = parseXml(search.quickFindFetchXml, 'FetchXML of a quick find view');
    const conditions = [...quickFind.querySelectorAll('filter[isquickfindfields] condition')].filter((condition) =>
        fits(condition.getAttribute('value') ?? '', text),
    );
    const document = entity.ownerDocument;
    const filter = document.createElement('filter');
    filter.setAttribute('type', 'or');
    filter.setAttribute('isquickfindfields', '1');
    for (const condition of conditions) {
        const copy = document.createElement('condition');
        const operator = condition.getAttribute('operator') ?? 'like';
        copy.setAttribute('attribute', condition.getAttribute('attribute') ?? '');
        copy.setAttribute('operator', operator);
        copy.setAttribute('value', operator === 'like' ? likePattern(text) : text);
        filter.appendChild(copy);
    }
    if (conditions.length > 0) {
        entity.appendChild(filter);
    }
}

function fits(placeholder: string, text: string): boolean {
    switch (placeholder) {
        case '{1}':
            return /^[+-]?\d+$/.test(text);
        case '{2}':
        case '{4}':
            return /^[+-]?\d+(\.\d+)?$/.test(text);
        case '{3}':
            return /^\d{4}-\d{2}-\d{2}/.test(text);
        default:
            return true;
    }
}

function likePattern(text: string): string {
    const pattern = text.replace(/[[%_]/g, '[$&]').replace(/\*/g, '%');
    return pattern.endsWith('%') ? pattern : `${pattern}%`;
}
