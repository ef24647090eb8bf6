/** The components that solution.xml names against those that customizations.xml holds. */
import { DataverseError } from '../errors';
import type { Metadata } from '../metadata/metadata';
import { quoted } from '../store/schema';
import type { Store } from '../store/store';

import type { RootComponent, SolutionManifest } from './components/manifest';
import { ComponentType } from './content';
import type { SolutionComponent, SolutionContent } from './content';

/** ImportMissingRootComponentEntry, ImportMissingComponent, DuplicateComponentInSolutionXml, ComponentDefinitionDoesNotExists. */
const NOT_A_ROOT = 0x8004803a;
const NOT_IN_TARGET = 0x8004801f;
const DUPLICATE_ROOT = 0x80071153;
const NO_COMPONENT_DEFINITION = 0x8004f019;
/** Types above are numbers of one environment's own tables; a RootComponent of such a type never imports. */
const LAST_PUBLISHED_TYPE = 9999;

/** @throws DataverseError for a component without a root, a root without a component, and doubled roots */
export function checkRoots(
    manifest: SolutionManifest,
    content: SolutionContent,
    metadata: Metadata,
    store: Store,
): void {
    const roots = new Map<string, RootComponent>();
    for (const root of manifest.roots) {
        if (root.type > LAST_PUBLISHED_TYPE || root.type < 1) {
            throw new DataverseError(
                NO_COMPONENT_DEFINITION,
                `No component definition exists for the component type ${root.type} (${root.place}). ` +
                    'Types above 10000 belong to one environment; leave this RootComponent out.',
            );
        }
        const key = rootKey(root.type, root.key);
        if (roots.has(key)) {
            throw new DataverseError(
                DUPLICATE_ROOT,
                `Duplicate Component is present in the XML. (RootComponent ${root.key} of type ${root.type}, ${root.place})`,
            );
        }
        roots.set(key, root);
    }
    checkDuplicateComponents(content.components);
    const isRooted = (type: number, key: string): boolean => roots.has(rootKey(type, key));
    for (const component of content.components) {
        const isCovered =
            isRooted(component.type, component.key) ||
            (component.coveredBy?.some((table) => isRooted(ComponentType.Table, table)) ?? !component.needsRoot);
        if (!isCovered) {
            throw new DataverseError(
                NOT_A_ROOT,
                `The import has failed because component ${component.key} of type ${component.type} is not declared in ` +
                    'the solution file as a root component. To fix this, import again using the XML file that was ' +
                    `generated when you exported the solution. (${component.place})`,
            );
        }
    }
    const present = new Set(content.components.map(({ type, key }) => rootKey(type, key)));
    for (const root of roots.values()) {
        if (!present.has(rootKey(root.type, root.key)) && !isInTarget(root, content, metadata, store)) {
            throw new DataverseError(
                NOT_IN_TARGET,
                `Cannot add a Root Component ${root.key} of type ${root.type} because it is not in the target system. ` +
                    `(${root.place})`,
            );
        }
    }
}

/** Web resources are named with case; everything else without. */
function rootKey(type: number, key: string): string {
    return `${type} ${type === ComponentType.WebResource ? key : key.toLowerCase()}`;
}

function checkDuplicateComponents(components: readonly SolutionComponent[]): void {
    const seen = new Map<string, SolutionComponent>();
    for (const component of components) {
        const key = rootKey(component.type, component.key);
        const former = seen.get(key);
        if (former !== undefined) {
            throw new DataverseError(
                DUPLICATE_ROOT,
                'Duplicate Component is present in the XML. ' +
                    `(${component.key} of type ${component.type}: ${former.place} and ${component.place})`,
            );
        }
        seen.set(key, component);
    }
}

/** Tables that have rows for components of a type, with the column that roots name them by. */
const ROW_TABLES = new Map<number, readonly [table: string, column: string]>([
    [ComponentType.Role, ['role', 'roleid']],
    [ComponentType.View, ['savedquery', 'savedqueryid']],
    [ComponentType.Workflow, ['workflow', 'workflowid']],
    [ComponentType.Form, ['systemform', 'formid']],
    [ComponentType.WebResource, ['webresource', 'name']],
    [ComponentType.SiteMap, ['sitemap', 'sitemapnameunique']],
    [ComponentType.CustomControl, ['customcontrol', 'name']],
    [ComponentType.AppModule, ['appmodule', 'uniquename']],
]);

function isInTarget(root: RootComponent, content: SolutionContent, metadata: Metadata, store: Store): boolean {
    switch (root.type) {
        case ComponentType.Table:
            return metadata.findTable(root.key.toLowerCase()) !== undefined;
        case ComponentType.Column: {
            const [table = '', column = ''] = root.key.toLowerCase().split('.');
            return metadata.findTable(table)?.columns.has(column) ?? false;
        }
        case ComponentType.OptionSet:
            return metadata.optionSets.has(root.key);
        case ComponentType.EntityRelationship:
        case ComponentType.Relationship:
            return metadata.relationshipBySchemaName(root.key) !== undefined;
        case ComponentType.Ribbon:
            return true;
        default: {
            const rows = ROW_TABLES.get(root.type);
            if (rows === undefined) {
                // A kind that is stored and not understood: its section is in the content's files.
                return content.rawFiles.some(({ path }) => path.startsWith('customizations.xml#'));
            }
            const [table, column] = rows;
            return (
                metadata.findTable(table) !== undefined &&
                store.prepare(`SELECT 1 FROM ${quoted(table)} WHERE ${quoted(column)} = ?`).get(root.key) !== undefined
            );
        }
    }
}
