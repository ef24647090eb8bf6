/** `<RibbonDiffXml>`: what a solution changes in the command bars, of one table or of the whole application. */
import type { SolutionContent } from '../content';
import { ComponentType } from '../content';
import type { XmlElement } from '../xml';
import { child, descendants, serializeXml } from '../xml';

import type { ComponentKind } from './component-kind';
import { requireWebResource } from './form';

export interface ParsedRibbonDiff {
    /** '' for the application ribbon. */
    readonly table: string;
    readonly xml: string;
    readonly element: XmlElement;
}

/** The application ribbon; its root component is named by this constant. */
const APPLICATION_RIBBON_ROOT = ':RibbonDiffXml';
const PARTS = ['CustomActions', 'CommandDefinitions', 'RuleDefinitions', 'LocLabels', 'Templates'] as const;

/** The application ribbon under ImportExportXml. */
export const applicationRibbon: ComponentKind = {
    section: 'RibbonDiffXml',
    read: (section, _files, content) => {
        const diff = parseRibbonDiff(section, '');
        if (diff !== undefined) {
            content.addComponent(ComponentType.Ribbon, APPLICATION_RIBBON_ROOT, section, { needsRoot: true });
            applyRibbonDiff(diff, content);
        }
    },
};

/** Undefined for the empty skeleton that exports write for every table. */
export function parseRibbonDiff(element: XmlElement | undefined, table: string): ParsedRibbonDiff | undefined {
    if (element === undefined || PARTS.every((part) => isSkeleton(child(element, part)))) {
        return undefined;
    }
    return { table, xml: serializeXml(element), element };
}

function isSkeleton(part: XmlElement | undefined): boolean {
    return part === undefined || part.children.every((inner) => inner.children.length === 0 && isContainer(inner));
}

function isContainer(element: XmlElement): boolean {
    return ['RibbonTemplates', 'TabDisplayRules', 'DisplayRules', 'EnableRules'].includes(element.name);
}

/** Adds the difference, and the scripts and icons it names. */
export function applyRibbonDiff(diff: ParsedRibbonDiff, content: SolutionContent): void {
    content.ribbonDiffs.set(diff.table, diff.xml);
    const neededBy = diff.table === '' ? 'the application ribbon' : `the ribbon of ${diff.table}`;
    for (const name of ['JavaScriptFunction', 'CustomRule']) {
        for (const action of descendants(diff.element, name)) {
            requireWebResource(onlyWebResource(action.attributes['Library']), action, neededBy, content);
        }
    }
    for (const definition of descendants(diff.element, 'CommandUIDefinition')) {
        for (const control of withImages(definition)) {
            for (const image of ['Image16by16', 'Image32by32', 'ModernImage']) {
                requireWebResource(onlyWebResource(control.attributes[image]), control, neededBy, content);
            }
        }
    }
}

/** `ModernImage` may name an icon of the app itself, and a library an address of the platform's. */
function onlyWebResource(value: string | undefined): string | undefined {
    return value?.toLowerCase().startsWith('$webresource:') === true ? value : undefined;
}

function* withImages(element: XmlElement): Generator<XmlElement> {
    for (const part of element.children) {
        yield part;
        yield* withImages(part);
    }
}
