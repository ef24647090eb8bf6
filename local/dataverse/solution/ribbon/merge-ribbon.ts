/**
 * Merges what solutions change in a command bar into the base ribbon (Microsoft Learn, "Ribbon definitions" and
 * "Define ribbon custom actions"): custom actions go into the place they name, hidden ones come out, commands and rules
 * of the same id are replaced.
 */
import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import type { Document, Element, Node } from '@xmldom/xmldom';

/** The table's name inside ids of the application ribbon. */
const TABLE_PLACEHOLDER = /\{!EntityLogicalName\}/g;
const CHILDREN_SUFFIX = '._children';
/** Where controls without a sequence stand: behind those with one. */
const LAST_SEQUENCE = 1_000_000;

export interface RibbonDiff {
    /** For messages: the solution it comes from. */
    readonly solution: string;
    /** A `<RibbonDiffXml>` element. */
    readonly xml: string;
}

/**
 * @param base a `<RibbonDefinition>`
 * @param diffs lowest layer first; those of the application ribbon before those of the table
 * @param table logical name, for the placeholders of application-wide actions
 * @returns the merged `<RibbonDefinition>`
 */
export function mergeRibbon(base: string, diffs: readonly RibbonDiff[], table: string): string {
    if (diffs.length === 0) {
        return base;
    }
    const document = parse(base, 'the base ribbon');
    const ribbon = rootOf(document);
    for (const diff of diffs) {
        const difference = rootOf(parse(diff.xml.replace(TABLE_PLACEHOLDER, table), `the ribbon of ${diff.solution}`));
        applyDefinitions(ribbon, difference);
        applyActions(ribbon, difference, table);
    }
    return new XMLSerializer().serializeToString(ribbon);
}

function parse(xml: string, what: string): Document {
    const parser = new DOMParser({
        onError: (level, message) => {
            if (level !== 'warning') {
                throw new Error(`${what} is not well-formed XML: ${message}`);
            }
        },
    });
    return parser.parseFromString(xml, 'text/xml');
}

function rootOf(document: Document): Element {
    if (document.documentElement === null) {
        throw new Error('A ribbon without a root element cannot be merged.');
    }
    return document.documentElement;
}

/** Commands, rules, labels and templates: each replaces the one with its id. */
function applyDefinitions(ribbon: Element, difference: Element): void {
    for (const name of ['CommandDefinitions', 'LocLabels']) {
        replaceById(childOrNew(ribbon, name), childElement(difference, name));
    }
    const rules = childElement(difference, 'RuleDefinitions');
    if (rules !== undefined) {
        const target = childOrNew(ribbon, 'RuleDefinitions');
        for (const name of ['TabDisplayRules', 'DisplayRules', 'EnableRules']) {
            replaceById(childOrNew(target, name), childElement(rules, name));
        }
    }
    const templates = childElement(difference, 'Templates');
    if (templates !== undefined) {
        replaceById(childOrNew(ribbon, 'Templates'), templates);
    }
}

function replaceById(target: Element, source: Element | undefined): void {
    for (const element of childElements(source)) {
        const copy = adopt(target, element);
        const former = childElements(target).find((each) => each.getAttribute('Id') === element.getAttribute('Id'));
        if (former === undefined) {
            target.appendChild(copy);
        } else {
            target.replaceChild(copy, former);
        }
    }
}

function applyActions(ribbon: Element, difference: Element, table: string): void {
    const actions = childElements(childElement(difference, 'CustomActions'));
    // Added first and hidden then, so that a solution can hide what a lower one added in the same place.
    for (const action of actions.filter((each) => each.tagName === 'CustomAction')) {
        addAction(ribbon, action, table);
    }
    for (const action of actions.filter((each) => each.tagName === 'HideCustomAction')) {
        const hidden = findById(ribbon, action.getAttribute('Location') ?? '');
        hidden?.parentNode?.removeChild(hidden);
    }
}

function addAction(ribbon: Element, action: Element, table: string): void {
    const location = action.getAttribute('Location') ?? '';
    const definition = childElements(childElement(action, 'CommandUIDefinition'))[0];
    if (definition === undefined || location === '') {
        return;
    }
    const control = adopt(ribbon, definition);
    if (!location.endsWith(CHILDREN_SUFFIX)) {
        const replaced = findById(ribbon, location);
        replaced?.parentNode?.replaceChild(control, replaced);
        return;
    }
    const sequence = action.getAttribute('Sequence') ?? control.getAttribute('Sequence');
    if (sequence !== null && sequence !== '') {
        control.setAttribute('Sequence', sequence);
    }
    const container = findContainer(ribbon, location.slice(0, -CHILDREN_SUFFIX.length), table);
    if (container === undefined) {
        // A place that this environment's ribbon does not have, such as a list of the classic client: nothing to show.
        return;
    }
    const former = childElements(container).find((each) => each.getAttribute('Id') === control.getAttribute('Id'));
    former?.parentNode?.removeChild(former);
    const own = sequenceOf(control);
    const next = childElements(container).find((each) => sequenceOf(each) > own);
    container.insertBefore(control, next ?? null);
}

function sequenceOf(element: Element): number {
    const text = element.getAttribute('Sequence');
    const value = text === null || text === '' ? Number.NaN : Number(text);
    return Number.isNaN(value) ? LAST_SEQUENCE : value;
}

/**
 * The element that a location names. `….Controls` of a group that has none yet, and groups of a main tab that the base
 * does not use, are made: the platform has many more groups than the base needs.
 */
function findContainer(ribbon: Element, id: string, table: string): Element | undefined {
    const found = findById(ribbon, id);
    if (found !== undefined) {
        return found;
    }
    if (!id.endsWith('.Controls')) {
        return undefined;
    }
    const groupId = id.slice(0, -'.Controls'.length);
    const group = findById(ribbon, groupId) ?? newGroup(ribbon, groupId, table);
    if (group === undefined) {
        return undefined;
    }
    const controls = childElement(group, 'Controls') ?? appendNew(group, 'Controls');
    if (!controls.hasAttribute('Id')) {
        controls.setAttribute('Id', id);
    }
    return controls;
}

function newGroup(ribbon: Element, id: string, table: string): Element | undefined {
    const match = new RegExp(`^(Mscrm\\.(?:Form|HomepageGrid|SubGrid)\\.${table}\\.MainTab)\\.[^.]+$`, 'i').exec(id);
    const tab = match?.[1] === undefined ? undefined : findById(ribbon, match[1]);
    if (tab === undefined) {
        return undefined;
    }
    const groups = childElement(tab, 'Groups') ?? appendNew(tab, 'Groups');
    const group = appendNew(groups, 'Group');
    group.setAttribute('Id', id);
    return group;
}

/** By exact id, else without case: exports write the table's schema name in some ids and its logical name in others. */
function findById(root: Element, id: string): Element | undefined {
    return walk(root, (element) => element.getAttribute('Id') === id) ?? walkFolded(root, id.toLowerCase());
}

function walkFolded(root: Element, id: string): Element | undefined {
    return walk(root, (element) => element.getAttribute('Id')?.toLowerCase() === id);
}

/** Depth first; only the controls of the user interface, not the commands that have ids of the same kind. */
function walk(root: Element, matches: (element: Element) => boolean): Element | undefined {
    for (const element of childElements(root)) {
        if (['CommandDefinitions', 'RuleDefinitions', 'LocLabels', 'Templates'].includes(element.tagName)) {
            continue;
        }
        if (matches(element)) {
            return element;
        }
        const inner = walk(element, matches);
        if (inner !== undefined) {
            return inner;
        }
    }
    return undefined;
}

function adopt(target: Element, element: Element): Element {
    const document = target.ownerDocument;
    if (document === null) {
        throw new Error('A ribbon without a document cannot be merged.');
    }
    return document.importNode(element, true);
}

function childOrNew(parent: Element, name: string): Element {
    return childElement(parent, name) ?? appendNew(parent, name);
}

function appendNew(parent: Element, name: string): Element {
    const document = parent.ownerDocument;
    if (document === null) {
        throw new Error('A ribbon without a document cannot be merged.');
    }
    const element = document.createElement(name);
    parent.appendChild(element);
    return element;
}

function childElement(parent: Element, name: string): Element | undefined {
    return childElements(parent).find((element) => element.tagName === name);
}

function childElements(parent: Element | undefined): Element[] {
    return parent === undefined ? [] : Array.from(parent.childNodes).filter(isElement);
}

function isElement(node: Node): node is Element {
    return node.nodeType === 1;
}
