import { AccountColumn, ContactColumn, EMAIL_COLUMNS, LeadColumn, PHONE_COLUMNS, Table } from '../../columns';
import type { Row } from '../../row';
import { selectOf } from '../../table-definitions/column-value';
import { isLookup } from '../../table-definitions/table-definition';
import type { ConversionMetadata } from '../conversion-metadata';
import { arriving, mappedColumns } from '../mapped-columns';
import { PARTIES, type Party } from '../target';
import { searchWord } from './company-name';
import { leadKeys, type MatchKeys } from './match-keys';
import { phoneEndings } from './phone';

/** What an address is asked for. */
export interface MatchQuery {
    readonly party: Party;
    /** Whether a duplicate rule says that its rows are the same. */
    readonly byRule: boolean;
    readonly address: string;
}

/** Rows that one query may answer; of more than that none stands out. */
const MOST_ROWS = 50;

/** Texts that are longer tell no two rows apart, and an address has its limits. */
const LONGEST_TEXT = 200;

/** Shared with the columns of the maps: what a match is told by and shown with. */
const SHOWN: Readonly<Record<Party, readonly string[]>> = {
    account: [AccountColumn.name, AccountColumn.city, AccountColumn.website, ...EMAIL_COLUMNS, ...PHONE_COLUMNS],
    contact: [
        ContactColumn.fullName,
        ContactColumn.firstName,
        ContactColumn.lastName,
        ContactColumn.company,
        ContactColumn.jobTitle,
        AccountColumn.website,
        ...EMAIL_COLUMNS,
        ...PHONE_COLUMNS,
    ],
};

/** Where rows that the lead may stand for are found; nothing is looked for that the lead refers to already. */
export function matchQueries(lead: Row, metadata: ConversionMetadata, wanted = PARTIES): readonly MatchQuery[] {
    const keys = leadKeys(lead);
    return wanted.flatMap((party): readonly MatchQuery[] => {
        const filters = party === Table.account ? accountFilters(keys) : contactFilters(keys, metadata);
        return [
            ...filters.map((filter) => ({ party, byRule: false, address: address(party, filter, metadata) })),
            ...duplicateAddresses(lead, party, metadata).map((it) => ({ party, byRule: true, address: it })),
        ];
    });
}

/** `$select` of a match: what it is told by and shown with, and what its merge looks at. */
export function matchSelect(party: Party, { definitions, maps }: ConversionMetadata): string {
    return selectOf(definitions[party], [...SHOWN[party], ...maps[party].map(({ target }) => target)]);
}

function address(party: Party, filter: string, metadata: ConversionMetadata): string {
    return (
        `${metadata.definitions[party].entitySet}?$select=${matchSelect(party, metadata)}` +
        `&$filter=statecode eq 0 and (${filter})&$orderby=modifiedon desc&$top=${MOST_ROWS}`
    );
}

/** What points at few rows first; by one word of the name only for itself, because it may point at many. */
function accountFilters({ company, emails, phones, domains }: MatchKeys): readonly string[] {
    const word = searchWord(company);
    const strong = [
        ...(company === '' ? [] : [`${AccountColumn.name} eq ${literal(company)}`]),
        ...emails.map((email) => `emailaddress1 eq ${literal(email)}`),
        ...phoneFilters(phones, ['telephone1', 'telephone2']),
        ...domains.flatMap((domain) => [
            `endswith(emailaddress1,${literal(`@${domain}`)})`,
            `contains(${AccountColumn.website},${literal(domain)})`,
        ]),
    ];
    return [
        ...(strong.length > 0 ? [strong.join(' or ')] : []),
        ...(word === null ? [] : [`contains(${AccountColumn.name},${literal(word)})`]),
    ];
}

function contactFilters(
    { firstName, lastName, emails, phones }: MatchKeys,
    { definitions }: ConversionMetadata,
): readonly string[] {
    const has = (column: string): boolean => definitions.contact.columns.has(column);
    const initial = [...firstName][0];
    const name = [
        ...(lastName === '' ? [] : [`${ContactColumn.lastName} eq ${literal(lastName)}`]),
        ...(initial === undefined ? [] : [`startswith(${ContactColumn.firstName},${literal(initial)})`]),
    ];
    const all = [
        ...emails.flatMap((email) => EMAIL_COLUMNS.filter(has).map((column) => `${column} eq ${literal(email)}`)),
        ...phoneFilters(phones, PHONE_COLUMNS.filter(has)),
        ...(lastName === '' ? [] : [`(${name.join(' and ')})`]),
    ];
    return all.length > 0 ? [all.join(' or ')] : [];
}

function phoneFilters(phones: MatchKeys['phones'], columns: readonly string[]): readonly string[] {
    const endings = [...new Set(phones.flatMap(phoneEndings))];
    return columns.flatMap((column) => endings.map((ending) => `endswith(${column},${literal(ending)})`));
}

/**
 * The environment's duplicate rules, asked for what would be created and for the lead itself (Microsoft Learn,
 * "RetrieveDuplicates Function").
 */
function duplicateAddresses(lead: Row, party: Party, metadata: ConversionMetadata): readonly string[] {
    const { definitions, hasDuplicateRule } = metadata;
    const { columns } = definitions[party];
    const created = Object.fromEntries(
        arriving(mappedColumns(lead, party, metadata)).flatMap(({ target, value }) => {
            const column = columns.get(target);
            return column && !isLookup(column) && isShort(value) ? [[target, value]] : [];
        }),
    );
    const own = Object.fromEntries(
        [LeadColumn.firstName, LeadColumn.lastName, LeadColumn.companyName, ...EMAIL_COLUMNS, ...PHONE_COLUMNS].flatMap(
            (column) => (isShort(lead[column]) ? [[column, lead[column]]] : []),
        ),
    );
    const asked = (base: Party | Table.lead, values: Row): readonly string[] =>
        hasDuplicateRule(base, party) && Object.keys(values).length > 0 ? [duplicates(base, values, party)] : [];
    return [...asked(party, created), ...asked(Table.lead, own)];
}

function isShort(value: unknown): boolean {
    if (typeof value === 'string') return value.trim() !== '' && value.length <= LONGEST_TEXT;
    return typeof value === 'number' || typeof value === 'boolean';
}

function duplicates(base: string, values: Row, matching: Party): string {
    const row = encodeURIComponent(JSON.stringify({ '@odata.type': `Microsoft.Dynamics.CRM.${base}`, ...values }));
    const paging = encodeURIComponent(JSON.stringify({ PageNumber: 1, Count: MOST_ROWS }));
    return (
        'RetrieveDuplicates(BusinessEntity=@row,MatchingEntityName=@table,PagingInfo=@paging)' +
        `?@row=${row}&@table='${matching}'&@paging=${paging}`
    );
}

function literal(text: string): string {
    return `'${encodeURIComponent(text.replace(/'/g, "''"))}'`;
}
