/** The view's query with what a component has asked for on top: columns, filter, linked tables. */
import { firstChild, parseXml, writeXml } from '../../platform/xml';

type Link = ComponentFramework.PropertyHelper.DataSetApi.LinkEntityExposedExpression;

export interface Additions {
    readonly columns: readonly { readonly name: string; readonly alias: string | undefined }[];
    /** A `<filter>` element; empty for none. */
    readonly filterXml: string;
    readonly links: readonly Link[];
}

/** @throws Error when the FetchXML has no `<entity>`, or a column's alias no link */
export function fetchWithAdditions(fetchXml: string, additions: Additions): string {
    const document = parseXml(fetchXml, 'FetchXML of a view');
    const entity = firstChild(document.documentElement, 'entity');
    if (!entity) throw new Error('FetchXML of a view: <entity> is missing.');
    for (const link of additions.links) {
        const element = document.createElement('link-entity');
        element.setAttribute('name', link.name);
        element.setAttribute('from', link.from);
        element.setAttribute('to', link.to);
        element.setAttribute('link-type', link.linkType);
        element.setAttribute('alias', link.alias);
        entity.appendChild(element);
    }
    for (const { name, alias } of additions.columns) {
        const owner = alias === undefined ? entity : linkOf(entity, alias, name);
        const attribute = document.createElement('attribute');
        attribute.setAttribute('name', name);
        owner.insertBefore(attribute, owner.firstChild);
    }
    if (additions.filterXml !== '') {
        entity.appendChild(document.importNode(parseXml(additions.filterXml, 'A filter').documentElement, true));
    }
    return writeXml(document);
}

/** Columns of the table itself that a query reads. */
export function fetchedColumns(fetchXml: string): ReadonlySet<string> {
    const entity = firstChild(parseXml(fetchXml, 'FetchXML of a view').documentElement, 'entity');
    const attributes = entity ? [...entity.children].filter((child) => child.tagName === 'attribute') : [];
    return new Set(attributes.map((attribute) => attribute.getAttribute('name') ?? ''));
}

function linkOf(entity: Element, alias: string, column: string): Element {
    const link = [...entity.getElementsByTagName('link-entity')].find((one) => one.getAttribute('alias') === alias);
    if (!link) throw new Error(`addColumn("${column}", "${alias}"): there is no linked table with that alias.`);
    return link;
}
