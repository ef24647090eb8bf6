/**
 * A small environment for tests of the player's frame: one table, one app, a platform whose requests the test answers.
 */
import type { ClientApp, ClientEnvironment, ClientTable } from '../../../local/dataverse/client/types';
import { createDialogs } from '../../../local/app/dialogs/dialog-store';
import type { ShellPlatform } from '../../../local/app/platform/create-platform';
import { createNavigation } from '../../../local/app/platform/navigation';
import { createNotifications } from '../../../local/app/platform/notifications';
import { createTexts } from '../../../local/app/platform/texts';
import type { WebApiPage, WebApiRow } from '../../../local/app/platform/types';
import english from '../../../local/app/texts/1033';

export const environment: ClientEnvironment = {
    organization: {
        id: 'o',
        name: 'Local',
        version: '9.2.0.0',
        baseCurrency: { id: 'c', code: 'EUR', symbol: '€' },
        baseLanguage: 1033,
        languages: [1033, 1036],
    },
    user: {
        id: '11111111-1111-4111-8111-111111111102',
        fullName: 'Sam Rivera',
        email: 'seller@local',
        title: 'Seller',
        businessUnitId: 'b',
        roles: [{ id: 'r', name: 'Salesperson' }],
        privileges: { prvReadLead: 8 },
        language: 1033,
        locale: 'en-US',
        timeZone: 'Europe/Berlin',
        currency: { id: 'c', code: 'EUR', symbol: '€' },
        theme: 'light',
    },
    users: [],
    apps: [{ id: 'app', uniqueName: 'sales', name: 'Sales', description: '' }],
};

export const app: ClientApp = {
    id: 'app',
    uniqueName: 'sales',
    name: 'Sales',
    tables: ['lead'],
    areas: [
        {
            id: 'sales',
            title: 'Sales',
            groups: [{ id: 'work', title: 'My work', subAreas: [{ id: 'lead', title: 'Leads', table: 'lead' }] }],
        },
        {
            id: 'settings',
            title: 'Settings',
            groups: [
                { id: 'set', title: 'Rules', subAreas: [{ id: 'criterion', title: 'Criteria', table: 'criterion' }] },
            ],
        },
    ],
};

const column = (
    logicalName: string,
    type: ClientTable['columns'][string]['type'],
    displayName: string,
    more: object = {},
): ClientTable['columns'][string] => ({
    logicalName,
    schemaName: logicalName,
    type,
    displayName,
    description: '',
    requiredLevel: 'None',
    validForCreate: true,
    validForRead: true,
    validForUpdate: true,
    ...more,
});

export function leadTable(change: Partial<ClientTable> = {}): ClientTable {
    const columns = [
        column('leadid', 'Uniqueidentifier', 'Lead'),
        column('fullname', 'String', 'Name'),
        column('subject', 'String', 'Topic'),
        column('statecode', 'State', 'Status', {
            options: [
                { value: 0, label: 'Open', defaultStatus: 1 },
                { value: 1, label: 'Qualified', defaultStatus: 3 },
                { value: 2, label: 'Disqualified', defaultStatus: 4 },
            ],
        }),
        column('statuscode', 'Status', 'Status Reason', {
            options: [
                { value: 1, label: 'New', state: 0 },
                { value: 2, label: 'Contacted', state: 0 },
                { value: 3, label: 'Qualified', state: 1 },
                { value: 4, label: 'Lost', state: 2 },
                { value: 5, label: 'Cannot Contact', state: 2 },
            ],
        }),
    ];
    return {
        logicalName: 'lead',
        schemaName: 'Lead',
        entitySetName: 'leads',
        objectTypeCode: 4,
        displayName: 'Lead',
        displayCollectionName: 'Leads',
        primaryIdColumn: 'leadid',
        primaryNameColumn: 'fullname',
        ownership: 'UserOwned',
        isActivity: false,
        hasNotes: true,
        hasActivities: true,
        columns: Object.fromEntries(columns.map((one) => [one.logicalName, one])),
        oneToMany: [],
        manyToOne: [],
        manyToMany: [],
        views: [
            {
                id: 'aaaaaaaa-0000-4000-8000-000000000001',
                name: 'Open Leads',
                queryType: 0,
                isDefault: true,
                isPersonal: false,
                fetchXml: LEAD_FETCH,
                layoutXml: LEAD_LAYOUT,
            },
            {
                id: 'aaaaaaaa-0000-4000-8000-000000000002',
                name: 'Quick Find',
                queryType: 4,
                isDefault: true,
                isPersonal: false,
                fetchXml:
                    '<fetch><entity name="lead"><filter type="or" isquickfindfields="1"><condition attribute="fullname" operator="like" value="{0}"/></filter></entity></fetch>',
                layoutXml: LEAD_LAYOUT,
            },
        ],
        forms: [],
        ribbonXml: '<RibbonDefinition/>',
        gridControls: [],
        process: null,
        privileges: { create: 8, read: 8, write: 8, delete: 0, append: 8, appendTo: 8, assign: 1, share: 1 },
        ...change,
    };
}

export const LEAD_FETCH =
    '<fetch><entity name="lead"><attribute name="fullname"/><order attribute="fullname"/></entity></fetch>';
export const LEAD_LAYOUT =
    '<grid><row id="leadid"><cell name="fullname" width="200"/><cell name="subject" width="300"/><cell name="statuscode" width="100"/></row></grid>';

export const leadRows: readonly WebApiRow[] = ['Ana', 'Bo', 'Cy'].map((name, index) => ({
    leadid: `00000000-0000-4000-8000-00000000000${index + 1}`,
    fullname: name,
    subject: `Topic of ${name}`,
    statecode: 0,
    statuscode: 1,
    'statuscode@OData.Community.Display.V1.FormattedValue': 'New',
}));

export interface FakePlatform extends ShellPlatform {
    /** FetchXML of every fetch so far. */
    readonly fetched: string[];
}

/** A platform of which only the frame is real; pages of rows come from `answer`. */
export function fakePlatform(
    table: ClientTable,
    answer: (fetchXml: string) => Partial<WebApiPage> = () => ({ rows: leadRows, totalCount: leadRows.length }),
): FakePlatform {
    const fetched: string[] = [];
    const notExpected = (): never => {
        throw new Error('The test did not expect this request.');
    };
    return {
        environment,
        app,
        table: (name) =>
            name === table.logicalName ? Promise.resolve(table) : Promise.reject(new Error(`no table ${name}`)),
        webApi: {
            send: notExpected,
            request: notExpected,
            retrieve: notExpected,
            retrieveMultiple: notExpected,
            create: notExpected,
            update: notExpected,
            delete: notExpected,
            batch: notExpected,
            fetch: (_table, fetchXml) => {
                fetched.push(fetchXml);
                return Promise.resolve({ rows: [], totalCount: -1, moreRecords: false, ...answer(fetchXml) });
            },
        },
        navigation: createNavigation(window, { page: 'list', app: app.id, table: table.logicalName }),
        dialogs: createDialogs(),
        notifications: createNotifications(),
        scripts: { load: () => Promise.resolve(), resolve: notExpected },
        texts: createTexts(english),
        xrm: {},
        fetched,
    };
}
