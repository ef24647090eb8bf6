import type { ClientColumn, ClientTable } from '../../../dataverse/client/types';
import type { Platform } from '../../platform/types';
import { plainId } from '../../platform/guid';
import type { FormAttribute } from './attribute';
import { type FormValue, type LookupValue, attributeTypeOf, dateToWire, isLookupValue, webApiProperty } from './values';

/** Columns every form reads besides its own: the state decides what may be edited. */
const ALWAYS_READ = ['statecode', 'statuscode', 'ownerid', 'transactioncurrencyid', 'modifiedon'];

/** Party lists are rows of activityparty, found through the activity's collection of them. */
function partyNavigation(table: ClientTable): string | undefined {
    return table.oneToMany.find(
        (relationship) =>
            relationship.referencingTable === 'activityparty' && relationship.referencingColumn === 'activityid',
    )?.collectionNavigationProperty;
}

/** `$select` (and `$expand` of the parties) for one row of a form. */
export function readOptions(table: ClientTable, columns: readonly ClientColumn[]): string {
    const always = [...ALWAYS_READ, table.primaryNameColumn ?? '', 'entityimage_url'].flatMap((name) => {
        const column = table.columns[name];
        return column === undefined ? [] : [column];
    });
    const read = [...columns, ...always].filter((column) => column.validForRead && column.type !== 'PartyList');
    const select = [table.primaryIdColumn, ...new Set(read.map(webApiProperty))].join(',');
    const parties = columns.some((column) => column.type === 'PartyList') ? partyNavigation(table) : undefined;
    return `?$select=${select}${
        parties === undefined ? '' : `&$expand=${parties}($select=_partyid_value,participationtypemask,addressused)`
    }`;
}

/** participationtypemask by party list column (Microsoft Learn, "ActivityParty entity"). */
const PARTICIPATION: Readonly<Record<string, number>> = {
    from: 1,
    to: 2,
    cc: 3,
    bcc: 4,
    requiredattendees: 5,
    optionalattendees: 6,
    organizer: 7,
    resources: 10,
    partners: 11,
    customers: 11,
};

/** Reads a party list out of a row that was read with `readOptions`. */
export function partiesFromRow(
    table: ClientTable,
    column: ClientColumn,
    row: Readonly<Record<string, unknown>>,
): FormValue {
    const parties = row[partyNavigation(table) ?? ''];
    if (!Array.isArray(parties)) {
        return null;
    }
    const mask = PARTICIPATION[column.logicalName];
    const values = parties.flatMap((party: Readonly<Record<string, unknown>>): LookupValue[] => {
        const id = party._partyid_value;
        return party.participationtypemask === mask && typeof id === 'string'
            ? [
                  {
                      id: `{${id.toUpperCase()}}`,
                      name: String(party['_partyid_value@OData.Community.Display.V1.FormattedValue'] ?? ''),
                      entityType: String(party['_partyid_value@Microsoft.Dynamics.CRM.lookuplogicalname'] ?? ''),
                  },
              ]
            : [];
    });
    return values.length === 0 ? null : values;
}

/** The body that creates or changes a row with these attributes' values. */
export async function writeBody(
    platform: Platform,
    table: ClientTable,
    attributes: readonly FormAttribute[],
): Promise<Record<string, unknown>> {
    const body: Record<string, unknown> = {};
    const parties: unknown[] = [];
    for (const attribute of attributes) {
        const { column, value } = attribute;
        if (column.type === 'PartyList') {
            parties.push(...(await partiesToWire(platform, column, value)));
        } else if (attribute.type === 'lookup') {
            const [property, reference] = await lookupToWire(platform, table, attribute);
            body[property] = reference;
        } else {
            body[column.logicalName] = plainToWire(column, value);
        }
    }
    const navigation = partyNavigation(table);
    if (navigation !== undefined && attributes.some(({ isPartyList }) => isPartyList)) {
        body[navigation] = parties;
    }
    return body;
}

function plainToWire(column: ClientColumn, value: FormValue): unknown {
    if (value === null) {
        return null;
    }
    switch (attributeTypeOf(column)) {
        case 'datetime':
            return value instanceof Date ? dateToWire(column, value) : null;
        case 'multiselectoptionset':
            return Array.isArray(value) ? value.join(',') : null;
        default:
            return value;
    }
}

async function lookupToWire(
    platform: Platform,
    table: ClientTable,
    attribute: FormAttribute,
): Promise<readonly [property: string, reference: string | null]> {
    const { column } = attribute;
    const wanted = firstLookup(attribute.value);
    const target = wanted ?? firstLookup(attribute.initialValue);
    const property = navigationProperty(table, column, target?.entityType);
    if (wanted === undefined) {
        return [`${property}@odata.bind`, null];
    }
    const { entitySetName } = await platform.table(wanted.entityType);
    return [`${property}@odata.bind`, `/${entitySetName}(${plainId(wanted.id)})`];
}

/**
 * The single-valued navigation property of a lookup column for one of its target tables.
 * @throws Error that names the column and the table when the column cannot point there
 */
export function navigationProperty(table: ClientTable, column: ClientColumn, target: string | undefined): string {
    const relationships = table.manyToOne.filter(({ referencingColumn }) => referencingColumn === column.logicalName);
    const found =
        relationships.find(({ referencedTable }) => referencedTable === target) ??
        (target === undefined || column.type === 'Owner' ? relationships[0] : undefined);
    if (column.type === 'Owner') {
        return found?.lookupNavigationProperty ?? column.logicalName;
    }
    if (found !== undefined) {
        return found.lookupNavigationProperty;
    }
    if (target === undefined || column.targets?.includes(target) === true) {
        return column.targets !== undefined && column.targets.length > 1 && target !== undefined
            ? `${column.logicalName}_${target}`
            : column.logicalName;
    }
    throw new Error(
        `Save of ${table.logicalName}: column "${column.logicalName}" cannot point to table "${target}"; ` +
            `it takes ${column.targets?.join(', ') ?? 'no table'}.`,
    );
}

async function partiesToWire(platform: Platform, column: ClientColumn, value: FormValue): Promise<unknown[]> {
    const lookups: readonly unknown[] = Array.isArray(value) ? value : [];
    return Promise.all(
        lookups.filter(isLookupValue).map(async (party) => {
            const { entitySetName } = await platform.table(party.entityType);
            return {
                participationtypemask: PARTICIPATION[column.logicalName] ?? 0,
                [`partyid_${party.entityType}@odata.bind`]: `/${entitySetName}(${plainId(party.id)})`,
            };
        }),
    );
}

export function firstLookup(value: FormValue): LookupValue | undefined {
    const first: unknown = Array.isArray(value) ? value[0] : undefined;
    return isLookupValue(first) ? first : undefined;
}
