/** `<Entities>`: tables that the solution brings, and its additions to tables that are there. */
import type { TableProperties } from '../../metadata/layer';
import type { Label, TableKey } from '../../metadata/types';
import type { SolutionContent } from '../content';
import { ComponentType } from '../content';
import type { XmlElement } from '../xml';
import {
    child,
    childFlag,
    childrenNamed,
    childText,
    descend,
    placeOf,
    requiredText,
    schemaViolation,
    textOf,
} from '../xml';

import type { ParsedAttribute } from './attribute';
import { applyAttribute, parseAttribute } from './attribute';
import type { ParsedVisualization } from './chart';
import { applyVisualization, parseVisualizations } from './chart';
import { componentKind } from './component-kind';
import type { ParsedControlDefaultConfig } from './control-default-config';
import { applyControlDefaultConfig, parseControlDefaultConfigs } from './control-default-config';
import type { ParsedForm } from './form';
import { applyForm, parseForms } from './form';
import { childLabel, requiredLabel } from './labels';
import { optional } from './optional';
import type { ParsedRibbonDiff } from './ribbon-diff';
import { applyRibbonDiff, parseRibbonDiff } from './ribbon-diff';
import type { ParsedView } from './saved-query';
import { applyView, parseViews } from './saved-query';

interface ParsedEntity {
    readonly logicalName: string;
    readonly schemaName: string;
    /** What the XML says of the table itself; empty for tables that are only extended. */
    readonly properties: Partial<TableProperties>;
    readonly attributes: readonly ParsedAttribute[];
    readonly keys: readonly TableKey[];
    readonly forms: readonly ParsedForm[];
    readonly views: readonly ParsedView[];
    readonly charts: readonly ParsedVisualization[];
    readonly ribbon: ParsedRibbonDiff | undefined;
    readonly controls: readonly ParsedControlDefaultConfig[];
    /** Names of parts that are not understood here. */
    readonly unknownParts: readonly string[];
    readonly element: XmlElement;
}

const KNOWN_PARTS = new Set([
    'Name',
    'ObjectTypeCode',
    'EntityInfo',
    'FormXml',
    'SavedQueries',
    'Visualizations',
    'RibbonDiffXml',
    'CustomControlDefaultConfigs',
]);

export const entities = componentKind<ParsedEntity>('Entities', parseEntities, applyEntity);

function parseEntities(section: XmlElement): readonly ParsedEntity[] {
    return childrenNamed(section, 'Entity').map(parseEntity);
}

function parseEntity(element: XmlElement): ParsedEntity {
    const schemaName = requiredText(element, 'Name');
    const logicalName = schemaName.toLowerCase();
    const info = descend(element, 'EntityInfo', 'entity');
    const named = info?.attributes['Name'];
    if (named !== undefined && named.toLowerCase() !== logicalName) {
        throw schemaViolation(info ?? element, `the table is called '${schemaName}' and '${named}'`);
    }
    const attributes = childrenNamed(child(info, 'attributes'), 'attribute')
        .filter((attribute) => attribute.attributes['unmodified'] !== '1')
        .map(parseAttribute);
    return {
        logicalName,
        schemaName,
        properties: info === undefined ? {} : tableProperties(info, schemaName, attributes),
        attributes,
        keys: parseKeys(info),
        forms: parseForms(child(element, 'FormXml')),
        views: parseViews(child(element, 'SavedQueries')),
        charts: parseVisualizations(child(element, 'Visualizations')),
        ribbon: parseRibbonDiff(child(element, 'RibbonDiffXml'), logicalName),
        controls: parseControlDefaultConfigs(child(element, 'CustomControlDefaultConfigs')),
        unknownParts: element.children
            .filter((part) => !KNOWN_PARTS.has(part.name) && part.children.length > 0)
            .map((part) => part.name),
        element,
    };
}

function tableProperties(
    info: XmlElement,
    schemaName: string,
    attributes: readonly ParsedAttribute[],
): Partial<TableProperties> {
    const primaryId = attributes.find((attribute) => attribute.isPrimaryId);
    const given = givenProperties(info);
    if (primaryId === undefined) {
        return given;
    }
    // A table with a primary key of its own is one that the solution brings: it has to be described completely.
    const logicalName = schemaName.toLowerCase();
    const primaryName = attributes.find((attribute) => attribute.isPrimaryName);
    return {
        ...given,
        schemaName,
        entitySetName: childText(info, 'EntitySetName') ?? entitySetName(logicalName),
        displayName: requiredLabel(info, `table '${logicalName}'`, 'LocalizedNames'),
        displayCollectionName: requiredLabel(info, `table '${logicalName}'`, 'LocalizedCollectionNames'),
        primaryIdColumn: primaryId.column.logicalName,
        ...optional('primaryNameColumn', primaryName?.column.logicalName),
        ownership: given.ownership ?? 'OrganizationOwned',
        isActivity: given.isActivity ?? false,
        isIntersect: false,
        isCustom: true,
        isBusinessProcess: childFlag(info, 'IsBPFEntity') ?? false,
        hasNotes: given.hasNotes ?? false,
        hasActivities: given.hasActivities ?? false,
    };
}

function givenProperties(info: XmlElement): Partial<TableProperties> {
    return {
        ...label('displayName', childLabel(info, 'LocalizedNames')),
        ...label('displayCollectionName', childLabel(info, 'LocalizedCollectionNames')),
        ...label('description', childLabel(info, 'Descriptions')),
        ...optional('ownership', ownership(childText(info, 'OwnershipTypeMask'))),
        ...optional('isActivity', childFlag(info, 'IsActivity')),
        ...optional('hasNotes', childFlag(info, 'HasRelatedNotes')),
        ...optional('hasActivities', childFlag(info, 'HasRelatedActivities')),
    };
}

function label<Name extends string>(name: Name, value: Label): { readonly [Key in Name]?: Label } {
    return optional(name, Object.keys(value).length === 0 ? undefined : value);
}

function ownership(mask: string | undefined): TableProperties['ownership'] | undefined {
    switch (mask?.toLowerCase()) {
        case undefined:
            return undefined;
        case 'userowned':
        case 'teamowned':
            return 'UserOwned';
        case 'orgowned':
        case 'organizationowned':
            return 'OrganizationOwned';
        case 'businessowned':
        case 'businessparented':
            return 'BusinessOwned';
        default:
            return 'None';
    }
}

/** The plural that Dataverse gives an entity set when the solution names none. */
function entitySetName(logicalName: string): string {
    if (/[^aeiou]y$/.test(logicalName)) {
        return `${logicalName.slice(0, -1)}ies`;
    }
    return /(s|x|z|ch|sh)$/.test(logicalName) ? `${logicalName}es` : `${logicalName}s`;
}

function parseKeys(info: XmlElement | undefined): readonly TableKey[] {
    return childrenNamed(child(info, 'EntityKeys'), 'EntityKey').map((key) => ({
        logicalName: (childText(key, 'LogicalName') ?? requiredText(key, 'Name')).toLowerCase(),
        columns: childrenNamed(child(key, 'EntityKeyAttributes'), 'AttributeName').map((name) =>
            textOf(name).toLowerCase(),
        ),
    }));
}

function applyEntity(entity: ParsedEntity, content: SolutionContent): void {
    const { logicalName, element } = entity;
    content.addComponent(ComponentType.Table, logicalName, element, {
        displayName: entity.schemaName,
        needsRoot: true,
    });
    const table = content.table(logicalName);
    table.properties = entity.properties;
    table.keys.push(...entity.keys);
    content.noteLanguages(entity.properties.displayName);
    if (entity.properties.primaryIdColumn === undefined) {
        content.require({
            kind: 'table',
            name: logicalName,
            neededBy: `table ${entity.schemaName}`,
            place: placeOf(element),
        });
    }
    for (const key of entity.keys) {
        for (const column of key.columns) {
            content.require({
                kind: 'column',
                table: logicalName,
                name: column,
                neededBy: `key ${key.logicalName}`,
                place: placeOf(element),
            });
        }
    }
    entity.attributes.forEach((attribute) => applyAttribute(attribute, logicalName, content));
    entity.forms.forEach((form) => applyForm(form, logicalName, content));
    entity.views.forEach((view) => applyView(view, logicalName, content));
    entity.charts.forEach((chart) => applyVisualization(chart, logicalName, content));
    entity.controls.forEach((config) => applyControlDefaultConfig(config, logicalName, content));
    if (entity.ribbon !== undefined) {
        applyRibbonDiff(entity.ribbon, content);
    }
    for (const part of entity.unknownParts) {
        content.warn(`'${part}' of table ${entity.schemaName} is not supported here and was left out.`);
    }
}
