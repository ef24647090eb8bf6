/**
 * Stock command bars. `ribbon/default.xml` holds the commands of every table, `activity.xml` what all activities have
 * beside them, `<table>.xml` what one table has; each is a `<RibbonDefinition>` and is laid over the one before.
 */
import { DOMParser, XMLSerializer, type Document, type Element } from '@xmldom/xmldom';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { baseDirectory, readBaseFile } from './base-directory';

/** Stands for the table's logical name in files that are not about one table. */
const TABLE_PLACEHOLDER = /\{table\}/g;
/** Parts of a ribbon whose children have ids of their own and are simply added. */
const LISTS = ['CommandDefinitions', 'DisplayRules', 'EnableRules', 'LocLabels'] as const;

const merged = new Map<string, string>();

/**
 * The ribbon that a table has before any solution changes it: XML of a `<RibbonDefinition>` with the tabs
 * `Mscrm.Form.<table>.MainTab`, `Mscrm.HomepageGrid.<table>.MainTab` and `Mscrm.SubGrid.<table>.MainTab`.
 * @param table logical name
 */
export function baseRibbon(table: string, isActivity = false): string {
    const known = merged.get(table);
    if (known !== undefined) {
        return known;
    }
    const ribbon = readRibbon('default', table);
    if (isActivity) {
        addLayer(ribbon, readRibbon('activity', table));
    }
    if (table !== 'default' && table !== 'activity' && existsSync(join(baseDirectory(), 'ribbon', `${table}.xml`))) {
        addLayer(ribbon, readRibbon(table, table));
    }
    const xml = new XMLSerializer().serializeToString(rootOf(ribbon));
    merged.set(table, xml);
    return xml;
}

function readRibbon(file: string, table: string): Document {
    const xml = readBaseFile(`ribbon/${file}.xml`).replace(TABLE_PLACEHOLDER, table).replace(/>\s+</g, '><');
    return new DOMParser().parseFromString(xml, 'text/xml');
}

function addLayer(ribbon: Document, layer: Document): void {
    for (const action of elements(layer, 'HideCustomAction')) {
        const hidden = byId(ribbon, '*', action.getAttribute('Location') ?? '');
        hidden?.parentNode?.removeChild(hidden);
    }
    for (const group of elements(layer, 'Group')) {
        const own = byId(ribbon, 'Controls', `${group.getAttribute('Id') ?? ''}.Controls`);
        const controls = [...elements(group, 'Controls')][0];
        if (!own || !controls) {
            throw new Error(`base/ribbon: group ${group.getAttribute('Id') ?? ''} is not one of ribbon/default.xml.`);
        }
        appendChildren(own, controls);
    }
    for (const list of LISTS) {
        // Rules are also referred to inside command definitions; only the definitions' own lists count.
        const target = definitionList(ribbon, list);
        const source = definitionList(layer, list);
        if (target && source) {
            appendChildren(target, source);
        }
    }
}

function definitionList(ribbon: Document, name: (typeof LISTS)[number]): Element | undefined {
    return [...elements(ribbon, name)].find(({ parentNode }) =>
        ['RuleDefinitions', 'RibbonDefinition'].includes(parentNode?.nodeName ?? ''),
    );
}

function appendChildren(target: Element, source: Element): void {
    while (source.firstChild) {
        target.appendChild(source.firstChild);
    }
}

function byId(ribbon: Document, name: string, id: string): Element | undefined {
    return [...elements(ribbon, name)].find((element) => element.getAttribute('Id') === id);
}

function elements(parent: Document | Element, name: string): Iterable<Element> {
    return parent.getElementsByTagName(name);
}

function rootOf(ribbon: Document): Element {
    const { documentElement } = ribbon;
    if (!documentElement) {
        throw new Error('base/ribbon: a ribbon file is empty.');
    }
    return documentElement;
}
