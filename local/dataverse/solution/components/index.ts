/** Every kind of component that solutions bring, in the order of their sections in customizations.xml. */
import type { SolutionContent } from '../content';
import type { SolutionFiles } from '../read-zip';
import type { XmlElement } from '../xml';
import { schemaViolation, serializeXml } from '../xml';

import { appModules } from './app-module';
import type { ComponentKind } from './component-kind';
import { readCustomApis } from './custom-api';
import { customControls } from './custom-control';
import { dashboards, interactiveDashboards } from './dashboard';
import { entities } from './entity';
import { entityMaps } from './entity-map';
import { readEnvironmentVariables } from './environment-variable';
import { readFxExpressions } from './fx-expression';
import { msdynFunctions } from './msdyn-function';
import { optionSets } from './option-set';
import { relationships } from './relationship';
import { applicationRibbon } from './ribbon-diff';
import { roles } from './role';
import { siteMaps } from './site-map';
import { keepOtherFiles } from './stored-files';
import { webResources } from './web-resource';
import { workflows } from './workflow';

const KINDS: readonly ComponentKind[] = [
    entities,
    roles,
    workflows,
    applicationRibbon,
    entityMaps,
    relationships,
    optionSets,
    dashboards,
    interactiveDashboards,
    webResources,
    customControls,
    siteMaps,
    appModules,
    msdynFunctions,
];

/** The platform's order of sections; a section out of order is refused, an unknown one is not. */
const SECTION_ORDER = [
    'Entities',
    'Roles',
    'Workflows',
    'FieldSecurityProfiles',
    'Templates',
    'RibbonDiffXml',
    'IsvConfig',
    'RelationshipRoles',
    'ConnectionRoles',
    'SiteMap',
    'EntityMaps',
    'EntityRelationships',
    'OrganizationSettings',
    'optionsets',
    'Reports',
    'RoutingRules',
    'ChannelPropertyGroups',
    'ConvertRules',
    'MobileOfflineProfiles',
    'Slas',
    'ChannelAccessProfiles',
    'ChannelAccessProfileRules',
    'Dashboards',
    'InteractionCentricDashboards',
    'Dialogs',
    'WebResources',
    'CustomControls',
    'SolutionPluginAssemblies',
    'SdkMessageProcessingSteps',
    'ServiceEndpoints',
    'AppModuleSiteMaps',
    'AppModules',
    'EntityDataProviders',
    'EntityDataSources',
] as const;

/** Reads customizations.xml and the other members of the zip. */
export function readComponents(root: XmlElement, files: SolutionFiles, content: SolutionContent): void {
    if (root.name !== 'ImportExportXml') {
        throw schemaViolation(root, `the root element is '${root.name}', not 'ImportExportXml'`);
    }
    checkOrder(root);
    for (const section of root.children) {
        const kind = KINDS.find((candidate) => candidate.section === section.name);
        if (kind !== undefined) {
            kind.read(section, files, content);
        } else if (section.children.length > 0 && section.name !== 'Languages') {
            // Nothing that a solution brings is dropped: what is not understood is kept and named.
            content.rawFiles.push({
                path: `customizations.xml#${section.name}`,
                content: new TextEncoder().encode(serializeXml(section)),
            });
            const count = section.children.length;
            content.warn(
                `${count} component(s) under '${section.name}' are stored, but the local Dataverse does not use them.`,
            );
        }
    }
    readEnvironmentVariables(files, content);
    readFxExpressions(files, content);
    readCustomApis(files, content);
    keepOtherFiles(files, content);
}

function checkOrder(root: XmlElement): void {
    let last = -1;
    const seen = new Set<string>();
    for (const section of root.children) {
        const position = SECTION_ORDER.findIndex((name) => name === section.name);
        if (seen.has(section.name)) {
            throw schemaViolation(section, `the element 'ImportExportXml' has '${section.name}' twice`);
        }
        seen.add(section.name);
        if (position < 0) {
            continue;
        }
        if (position < last) {
            throw schemaViolation(
                section,
                `the element 'ImportExportXml' has invalid child element '${section.name}'; ` +
                    `it has to stand before '${SECTION_ORDER[last] ?? ''}'`,
            );
        }
        last = position;
    }
}
