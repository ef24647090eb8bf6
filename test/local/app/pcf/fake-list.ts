/** A platform and a table in memory for the host of code components. */
import type { ClientColumn, ClientTable } from '../../../../local/dataverse/client/types';
import type { GridSource } from '../../../../local/app/list/grid-model';
import type { Platform, WebApiPage } from '../../../../local/app/platform/types';

function column(logicalName: string, type: ClientColumn['type'], rest: Partial<ClientColumn> = {}): ClientColumn {
    return {
        logicalName,
        schemaName: logicalName,
        type,
        displayName: `Label of ${logicalName}`,
        description: '',
        requiredLevel: 'None',
        validForCreate: true,
        validForRead: true,
        validForUpdate: true,
        ...rest,
    };
}

const COLUMNS = [
    column('contactid', 'Uniqueidentifier'),
    column('fullname', 'String'),
    column('emailaddress1', 'String', { format: 'Email' }),
    column('statecode', 'State'),
    column('createdon', 'DateTime'),
    column('parentcustomerid', 'Customer', { targets: ['account', 'contact'] }),
    column('numberofchildren', 'Integer', { minValue: 0, maxValue: 20 }),
];

export const contactTable = {
    logicalName: 'contact',
    schemaName: 'Contact',
    entitySetName: 'contacts',
    displayName: 'Contact',
    displayCollectionName: 'Contacts',
    primaryIdColumn: 'contactid',
    primaryNameColumn: 'fullname',
    columns: Object.fromEntries(COLUMNS.map((one) => [one.logicalName, one])),
    views: [],
    manyToOne: [],
    oneToMany: [],
    privileges: { create: 8, read: 8, write: 8, delete: 8, append: 8, appendTo: 8, assign: 8, share: 8 },
} as unknown as ClientTable;

export const contactSource: GridSource = {
    table: contactTable,
    viewId: 'AAAAAAAA-0000-4000-8000-000000000001',
    viewName: 'Active Contacts',
    fetchXml:
        '<fetch><entity name="contact"><attribute name="fullname"/><order attribute="fullname"/></entity></fetch>',
    layoutXml: '<grid><row id="contactid"><cell name="fullname" width="200"/></row></grid>',
};

export const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Answers pages of so many contacts, and keeps the queries. */
export function fakePlatform(count: number): { readonly platform: Platform; readonly queries: string[] } {
    const queries: string[] = [];
    const attribute = (xml: string, name: string): number =>
        Number(new RegExp(`<fetch[^>]* ${name}="(\\d+)"`).exec(xml)?.[1]);
    const fetch = (_table: string, xml: string): Promise<WebApiPage> => {
        queries.push(xml);
        const size = attribute(xml, 'count');
        const first = (attribute(xml, 'page') - 1) * size;
        const rows = Array.from({ length: Math.max(0, Math.min(size, count - first)) }, (_, index) => ({
            contactid: idOf(first + index),
            fullname: `Contact ${first + index}`,
            statecode: 0,
            'statecode@OData.Community.Display.V1.FormattedValue': 'Active',
            createdon: '2026-11-01T09:00:00Z',
            numberofchildren: 2,
            _parentcustomerid_value: idOf(900),
            '_parentcustomerid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'account',
            '_parentcustomerid_value@OData.Community.Display.V1.FormattedValue': 'Steel Works',
        }));
        return Promise.resolve({ rows, totalCount: count, moreRecords: first + rows.length < count });
    };
    const user = {
        id: idOf(1),
        fullName: 'Sam Rivera',
        roles: [],
        privileges: { prvReadContact: 2 },
        language: 1036,
        locale: 'fr-FR',
        timeZone: 'Europe/Paris',
        currency: { id: idOf(2), code: 'EUR', symbol: '€' },
        theme: 'dark',
    };
    const webApi = Object.fromEntries(
        ['createRecord', 'deleteRecord', 'updateRecord', 'retrieveRecord', 'retrieveMultipleRecords'].map((name) => [
            name,
            () => Promise.resolve({}),
        ]),
    );
    const platform = {
        webApi: { fetch },
        table: () => Promise.resolve(contactTable),
        environment: { user },
        texts: (key: string, ...values: readonly (string | number)[]) => [key, ...values].join(' '),
        xrm: {
            WebApi: webApi,
            Navigation: { openForm: () => Promise.resolve({}) },
            Utility: {
                getEntityMetadata: () => Promise.resolve({}),
                lookupObjects: () => Promise.resolve([]),
                getGlobalContext: () => ({ userSettings: { dateFormattingInfo: { ShortDatePattern: 'dd/MM/yyyy' } } }),
            },
        },
    };
    return { platform: platform as unknown as Platform, queries };
}
