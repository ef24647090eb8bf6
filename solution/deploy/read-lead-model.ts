import type { LeadState } from '../../lifecycle/choices';
import type {
    ColumnKind,
    Labels,
    LeadColumnModel,
    LeadModel,
    LookupTarget,
    StatusReasonModel,
} from '../../plugins/model/lead-model';
import type { Json, WebApiClient } from './web-api-client';

/**
 * Reads what the plug-ins depend on from the environment's metadata: the columns of lead, makers' own among them, and
 * its status reasons (Microsoft Learn, "Query table definitions using the Web API").
 */
export async function readLeadModel(client: WebApiClient): Promise<LeadModel> {
    const path = "EntityDefinitions(LogicalName='lead')/Attributes";
    const typed = (type: string, query: string): Promise<readonly Json[]> =>
        client.rows(`${path}/Microsoft.Dynamics.CRM.${type}?${query}`);
    const [attributes, lookups, dates, statuses, states, tables] = await Promise.all([
        client.rows(
            `${path}?$select=LogicalName,AttributeType,AttributeTypeName,AttributeOf,DisplayName,IsValidForRead,` +
                'IsValidODataAttribute',
        ),
        typed('LookupAttributeMetadata', '$select=LogicalName,Targets'),
        typed('DateTimeAttributeMetadata', '$select=LogicalName,DateTimeBehavior'),
        typed('StatusAttributeMetadata', '$select=LogicalName&$expand=OptionSet'),
        typed('StateAttributeMetadata', '$select=LogicalName&$expand=OptionSet'),
        client.rows('EntityDefinitions?$select=LogicalName,EntitySetName,PrimaryIdAttribute'),
    ]);
    const targets = targetsByColumn(lookups, tables);
    const behaviors = new Map(dates.map((it) => [it['LogicalName'], valueOf(it['DateTimeBehavior'])]));
    return {
        columns: attributes
            .flatMap((attribute) => columnOf(attribute, targets, behaviors))
            .sort((left, right) => (left.name < right.name ? -1 : 1)),
        statusReasons: statusReasons(optionsOf(statuses), optionsOf(states)),
    };
}

function columnOf(
    attribute: Json,
    targets: ReadonlyMap<string, readonly LookupTarget[]>,
    behaviors: ReadonlyMap<unknown, unknown>,
): LeadColumnModel | readonly [] {
    const name = String(attribute['LogicalName']);
    const kind = kindOf(attribute, behaviors.get(name));
    // A column of another one, such as the name beside a lookup, holds nothing of its own.
    const isUsable =
        attribute['AttributeOf'] == null &&
        attribute['IsValidForRead'] !== false &&
        attribute['IsValidODataAttribute'] !== false;
    if (!kind || !isUsable) return [];
    const column = { name, kind, labels: labelsOf(attribute['DisplayName'], name) };
    return kind === 'lookup' ? { ...column, targets: targets.get(name) ?? [] } : column;
}

function kindOf(attribute: Json, dateTimeBehavior: unknown): ColumnKind | undefined {
    switch (attribute['AttributeType']) {
        case 'String':
        case 'Memo':
        case 'EntityName':
            return 'text';
        case 'Integer':
        case 'BigInt':
        case 'Decimal':
        case 'Double':
        case 'Money':
            return 'number';
        case 'Boolean':
            return 'yes-no';
        case 'Picklist':
        case 'State':
        case 'Status':
            return 'choice';
        case 'DateTime':
            return dateTimeBehavior === 'DateOnly' ? 'day' : 'moment';
        case 'Uniqueidentifier':
            return 'id';
        case 'Lookup':
        case 'Customer':
        case 'Owner':
            return 'lookup';
        case 'Virtual':
            // Newer types are all "Virtual"; only their name tells them apart. Files and images hold no text to compare.
            return valueOf(attribute['AttributeTypeName']) === 'MultiSelectPicklistType' ? 'choices' : undefined;
        default:
            return undefined;
    }
}

function targetsByColumn(
    lookups: readonly Json[],
    tables: readonly Json[],
): ReadonlyMap<string, readonly LookupTarget[]> {
    const known = new Map(
        tables.map((it) => [
            it['LogicalName'],
            { table: String(it['EntitySetName']), key: String(it['PrimaryIdAttribute']) },
        ]),
    );
    return new Map(
        lookups.map((lookup) => {
            const names = Array.isArray(lookup['Targets']) ? lookup['Targets'] : [];
            return [String(lookup['LogicalName']), names.flatMap((name: unknown) => known.get(name) ?? [])];
        }),
    );
}

function statusReasons(statuses: readonly Json[], states: readonly Json[]): readonly StatusReasonModel[] {
    const defaults = new Map(states.map((state) => [state['Value'], state['DefaultStatus']]));
    return statuses.map((status) => ({
        value: Number(status['Value']),
        state: stateOf(status['State']),
        isDefault: defaults.get(status['State']) === status['Value'],
        labels: labelsOf(status['Label'], String(status['Value'])),
    }));
}

function stateOf(value: unknown): LeadState {
    if (value === 0 || value === 1 || value === 2) return value;
    throw new Error(
        `A status reason of lead belongs to the state ${String(value)}; the states of lead are 0, 1 and 2.`,
    );
}

function optionsOf(attributes: readonly Json[]): readonly Json[] {
    const set = attributes[0]?.['OptionSet'];
    const options: unknown = isObject(set) ? set['Options'] : undefined;
    return Array.isArray(options) ? options.filter(isObject) : [];
}

/** Both languages; where the environment has only one, that one. */
function labelsOf(label: unknown, fallback: string): Labels {
    const list: unknown = isObject(label) ? label['LocalizedLabels'] : undefined;
    const labels = new Map(
        (Array.isArray(list) ? list : []).filter(isObject).map((it) => [it['LanguageCode'], String(it['Label'])]),
    );
    const any = labels.get(1033) ?? [...labels.values()][0] ?? fallback;
    return { 1033: any, 1036: labels.get(1036) ?? any };
}

const valueOf = (value: unknown): unknown => (isObject(value) ? value['Value'] : undefined);

function isObject(value: unknown): value is Json {
    return typeof value === 'object' && value !== null;
}
