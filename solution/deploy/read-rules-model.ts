import type { Labels, RuledTable, RulesModel } from '../../plugins/model/rules-model';
import { rulesModelOf } from '../../plugins/model/rules-model-of';
import { attributeType, type AttributeType, type ColumnModel, type OptionModel } from '../../plugins/model/table-model';
import type { Json, WebApiClient } from './web-api-client';

/**
 * Reads what the plug-ins depend on from the environment's metadata: the columns of lead and opportunity, makers' own
 * among them, and the status reasons of lead (Microsoft Learn, "Query table definitions using the Web API").
 */
export async function readRulesModel(client: WebApiClient): Promise<RulesModel> {
    const [tables, lead, opportunity] = await Promise.all([
        client.rows('EntityDefinitions?$select=LogicalName,EntitySetName,PrimaryIdAttribute'),
        readColumns(client, 'lead'),
        readColumns(client, 'opportunity'),
    ]);
    const targets = new Map(
        tables.map((it) => [
            String(it['LogicalName']),
            {
                name: String(it['LogicalName']),
                entitySet: String(it['EntitySetName']),
                primaryKey: String(it['PrimaryIdAttribute']),
            },
        ]),
    );
    return rulesModelOf({ lead, opportunity }, (table) => targets.get(table));
}

async function readColumns(client: WebApiClient, table: RuledTable): Promise<readonly ColumnModel[]> {
    const path = `EntityDefinitions(LogicalName='${table}')/Attributes`;
    const typed = (type: string, query: string): Promise<readonly Json[]> =>
        client.rows(`${path}/Microsoft.Dynamics.CRM.${type}?$select=LogicalName${query}`);
    const [attributes, ...details] = await Promise.all([
        client.rows(
            `${path}?$select=LogicalName,AttributeType,AttributeTypeName,AttributeOf,DisplayName,` +
                'IsValidForRead,IsValidODataAttribute',
        ),
        typed('LookupAttributeMetadata', ',Targets'),
        typed('DateTimeAttributeMetadata', ',Format'),
        typed('StatusAttributeMetadata', '&$expand=OptionSet'),
        typed('StateAttributeMetadata', '&$expand=OptionSet'),
    ]);
    const detailsOf = new Map(details.flat().map((it) => [it['LogicalName'], it]));
    return attributes
        .filter(isReadable)
        .map((attribute) => columnOf({ ...attribute, ...detailsOf.get(attribute['LogicalName']) }));
}

/** Formulas do not know what is part of another column, such as the name beside a lookup. */
function isReadable(attribute: Json): boolean {
    const { AttributeOf: owner, IsValidForRead: isRead, IsValidODataAttribute: isInWebApi } = attribute;
    return owner == null && isRead !== false && isInWebApi !== false;
}

function columnOf(attribute: Json): ColumnModel {
    const name = String(attribute['LogicalName']);
    const { Targets: targets, OptionSet: options } = attribute;
    return {
        name,
        type: typeOf(attribute),
        labels: labelsOf(attribute['DisplayName'], name),
        ...(Array.isArray(targets) && { targets: targets.map(String) }),
        ...(isObject(options) && Array.isArray(options['Options']) && { options: options['Options'].map(optionOf) }),
        ...(attribute['Format'] === 'DateOnly' && { isDateOnly: true }),
    };
}

function typeOf({ AttributeType: type, AttributeTypeName: typeName }: Json): AttributeType {
    // Newer types are all "Virtual"; only their name tells them apart.
    if (isObject(typeName) && typeName['Value'] === 'MultiSelectPicklistType') return 'MultiSelectPicklist';
    return attributeType(type);
}

function optionOf(option: unknown): OptionModel {
    if (!isObject(option)) throw new TypeError(`An option is ${JSON.stringify(option)}; expected an object.`);
    const { Value: value, State: state, DefaultStatus: defaultStatus } = option;
    return {
        value: Number(value),
        labels: labelsOf(option['Label'], String(value)),
        ...(typeof state === 'number' && { state }),
        ...(typeof defaultStatus === 'number' && { defaultStatus }),
    };
}

/** Both languages; where the environment has only one, that one. */
function labelsOf(label: unknown, fallback: string): Labels {
    const list: unknown = isObject(label) ? label['LocalizedLabels'] : undefined;
    const labels = new Map(
        (Array.isArray(list) ? list : []).filter(isObject).map((it) => [it['LanguageCode'], String(it['Label'])]),
    );
    const primary = labels.get(1033) ?? [...labels.values()][0] ?? fallback;
    return { 1033: primary, 1036: labels.get(1036) ?? primary };
}

function isObject(value: unknown): value is Json {
    return typeof value === 'object' && value !== null;
}
