import type { ClientColumn, ClientOption, ClientProcess, ClientTable } from '../../../../local/dataverse/client/types';
import type { BatchRequest, Platform, WebApiResponse, WebApiRow } from '../../../../local/app/platform/types';
import { createTexts } from '../../../../local/app/platform/texts';
import formTexts from '../../../../local/app/texts/form.1033.json';
import { ClientApi } from '../../../../local/app/form/client-api/client-api';
import { parseForm } from '../../../../local/app/form/definition/parse-form';
import { FormModel, type FormOptions } from '../../../../local/app/form/model/form-model';

export const USER_ID = '11111111-1111-4111-8111-111111111102';
export const LEAD_ID = 'aaaaaaaa-0000-4000-8000-000000000001';
export const INSTANCE_ID = 'bbbbbbbb-0000-4000-8000-000000000001';
export const STAGES = {
    qualify: 'f99b4d48-7aad-456e-864a-8e7d543f7495',
    develop: 'bfc9108c-8389-406b-9166-2c3298a2e41f',
    propose: '3a275c22-fc45-4e89-97fc-41e5ec578743',
} as const;

export function aColumn(
    logicalName: string,
    type: ClientColumn['type'],
    more: Partial<ClientColumn> = {},
): ClientColumn {
    return {
        logicalName,
        schemaName: logicalName,
        type,
        displayName: logicalName,
        description: '',
        requiredLevel: 'None',
        validForCreate: true,
        validForRead: true,
        validForUpdate: true,
        ...more,
    };
}

export function aTable(
    logicalName: string,
    columns: readonly ClientColumn[],
    more: Partial<ClientTable> = {},
): ClientTable {
    return {
        logicalName,
        schemaName: logicalName,
        entitySetName: `${logicalName}s`,
        objectTypeCode: 4,
        displayName: logicalName,
        displayCollectionName: `${logicalName}s`,
        primaryIdColumn: `${logicalName}id`,
        ownership: 'UserOwned',
        isActivity: false,
        hasNotes: true,
        hasActivities: true,
        columns: Object.fromEntries(columns.map((column) => [column.logicalName, column])),
        oneToMany: [],
        manyToOne: [],
        manyToMany: [],
        views: [],
        forms: [],
        ribbonXml: '<RibbonDefinition/>',
        gridControls: [],
        process: null,
        privileges: { create: 8, read: 8, write: 8, delete: 8, append: 8, appendTo: 8, assign: 8, share: 8 },
        ...more,
    };
}

const options = (...labels: readonly string[]): ClientOption[] => labels.map((label, value) => ({ value, label }));

const STATUS: readonly ClientOption[] = [
    { value: 1, label: 'New', state: 0 },
    { value: 2, label: 'Contacted', state: 0 },
    { value: 3, label: 'Qualified', state: 1 },
    { value: 7, label: 'Canceled', state: 2 },
];

export const SALES_PROCESS: ClientProcess = {
    id: '919e14d1-6489-4852-abd0-a63a6ecaac5d',
    name: 'Lead to Opportunity Sales Process',
    table: 'salesprocess',
    stages: [
        {
            id: STAGES.qualify,
            name: 'Qualify',
            category: 0,
            table: 'lead',
            steps: [
                { name: 'Purchase timeframe', column: 'purchasetimeframe', required: false },
                { name: 'Decision maker?', column: 'decisionmaker', required: true },
            ],
        },
        { id: STAGES.develop, name: 'Develop', category: 1, table: 'opportunity', steps: [] },
        { id: STAGES.propose, name: 'Propose', category: 2, table: 'opportunity', steps: [] },
    ],
};

function lookupTo(column: string, table: string, from: string): ClientTable['manyToOne'][number] {
    return {
        schemaName: `${table}_${from}_${column}`,
        referencedTable: table,
        referencedColumn: `${table}id`,
        referencingTable: from,
        referencingColumn: column,
        lookupNavigationProperty: column,
        collectionNavigationProperty: `${table}_${from}s`,
        deleteBehavior: 'RemoveLink',
    };
}

export const LEAD = aTable(
    'lead',
    [
        aColumn('leadid', 'Uniqueidentifier'),
        aColumn('subject', 'String', { displayName: 'Topic', requiredLevel: 'ApplicationRequired', maxLength: 20 }),
        aColumn('description', 'Memo', { displayName: 'Description', maxLength: 2000 }),
        aColumn('emailaddress1', 'String', { displayName: 'Email', format: 'Email', maxLength: 100 }),
        aColumn('numberofemployees', 'Integer', { displayName: 'Employees', minValue: 0, maxValue: 1000 }),
        aColumn('budgetamount', 'Money', { displayName: 'Budget', precision: 2 }),
        aColumn('decisionmaker', 'Boolean', { displayName: 'Decision maker?', options: options('no', 'yes') }),
        aColumn('purchasetimeframe', 'Picklist', {
            displayName: 'Timeframe',
            options: options('Immediate', 'This Quarter', 'Next Quarter'),
        }),
        aColumn('interests', 'MultiSelectPicklist', {
            displayName: 'Interests',
            options: options('Cars', 'Boats', 'Planes'),
        }),
        aColumn('estimatedclosedate', 'DateTime', {
            displayName: 'Close date',
            format: 'DateOnly',
            dateTimeBehavior: 'DateOnly',
        }),
        aColumn('lastcontact', 'DateTime', {
            displayName: 'Last contact',
            format: 'DateAndTime',
            dateTimeBehavior: 'UserLocal',
        }),
        aColumn('parentaccountid', 'Lookup', { displayName: 'Company', targets: ['account'] }),
        aColumn('ownerid', 'Owner', { displayName: 'Owner', targets: ['systemuser', 'team'] }),
        aColumn('statecode', 'State', { displayName: 'Status', options: options('Open', 'Qualified', 'Disqualified') }),
        aColumn('statuscode', 'Status', { displayName: 'Status reason', options: STATUS, defaultValue: 1 }),
    ],
    {
        primaryNameColumn: 'subject',
        displayName: 'Lead',
        displayCollectionName: 'Leads',
        process: SALES_PROCESS,
        manyToOne: [lookupTo('parentaccountid', 'account', 'lead'), lookupTo('ownerid', 'systemuser', 'lead')],
    },
);

const ACCOUNT = aTable(
    'account',
    [aColumn('accountid', 'Uniqueidentifier'), aColumn('name', 'String', { displayName: 'Account Name' })],
    {
        primaryNameColumn: 'name',
        displayName: 'Account',
    },
);

const OPPORTUNITY = aTable('opportunity', [aColumn('name', 'String')], {
    entitySetName: 'opportunities',
    primaryNameColumn: 'name',
    displayName: 'Opportunity',
});

const INSTANCES = aTable(
    'salesprocess',
    [
        aColumn('name', 'String'),
        aColumn('traversedpath', 'String'),
        aColumn('statuscode', 'Status'),
        aColumn('activestagestartedon', 'DateTime'),
        aColumn('completedon', 'DateTime'),
        aColumn('createdon', 'DateTime'),
        aColumn('leadid', 'Lookup', { targets: ['lead'] }),
        aColumn('opportunityid', 'Lookup', { targets: ['opportunity'] }),
    ],
    {
        entitySetName: 'salesprocesses',
        primaryIdColumn: 'businessprocessflowinstanceid',
        manyToOne: [
            { ...lookupTo('leadid', 'lead', 'salesprocess'), lookupNavigationProperty: 'leadId' },
            { ...lookupTo('opportunityid', 'opportunity', 'salesprocess'), lookupNavigationProperty: 'opportunityId' },
        ],
    },
);

const USER = aTable('systemuser', [aColumn('fullname', 'String')], {
    primaryNameColumn: 'fullname',
    displayName: 'User',
});

const cell = (column: string, more = ''): string =>
    `<row><cell id="{${column}}"><labels><label description="${LEAD.columns[column]?.displayName ?? column}" languagecode="1033"/></labels>` +
    `<control id="${column}" classid="{4273EDBD-AC1D-40d3-9FB2-095C621B552D}" datafieldname="${column}" ${more}/></cell></row>`;

export const LEAD_FORM_XML = `<form>
  <tabs>
    <tab name="SUMMARY" id="{A1}" expanded="true">
      <labels><label description="Summary" languagecode="1033"/><label description="Résumé" languagecode="1036"/></labels>
      <columns>
        <column width="60%"><sections>
          <section name="PERSON" id="{B1}" columns="1" showlabel="true">
            <labels><label description="Person" languagecode="1033"/></labels>
            <rows>${['subject', 'description', 'emailaddress1', 'numberofemployees', 'budgetamount', 'decisionmaker'].map((name) => cell(name)).join('')}
            ${cell('subject')}</rows>
          </section>
        </sections></column>
        <column width="40%"><sections>
          <section name="COMPANY" id="{B2}" columns="11"><labels><label description="Company" languagecode="1033"/></labels>
            <rows>${['purchasetimeframe', 'interests', 'estimatedclosedate', 'lastcontact', 'parentaccountid', 'statuscode'].map((name) => cell(name)).join('')}</rows>
          </section>
        </sections></column>
      </columns>
    </tab>
    <tab name="MORE" id="{A2}"><labels><label description="More" languagecode="1033"/></labels><columns><column width="100%"><sections>
      <section name="REST" id="{B3}"><rows><row><cell id="{C1}"/></row></rows></section></sections></column></columns></tab>
  </tabs>
  <header id="{H}"><rows><row><cell id="{H1}"><labels><label description="Owner" languagecode="1033"/></labels>
    <control id="header_ownerid" classid="{270BD3DB-D9AF-4782-9025-509E298DEC0A}" datafieldname="ownerid"/></cell></row></rows></header>
  <formLibraries><Library name="contoso_/lead.js" libraryUniqueId="{L1}"/></formLibraries>
  <events>
    <event name="onload" application="false" active="false"><Handlers>
      <Handler functionName="Contoso.onLoad" libraryName="contoso_/lead.js" handlerUniqueId="{E1}" enabled="true" parameters="" passExecutionContext="true"/>
      <Handler functionName="Contoso.off" libraryName="contoso_/lead.js" handlerUniqueId="{E2}" enabled="false" parameters="" passExecutionContext="true"/>
    </Handlers></event>
    <event name="onchange" attribute="subject"><Handlers>
      <Handler functionName="Contoso.onSubject" libraryName="contoso_/lead.js" handlerUniqueId="{E3}" enabled="true" parameters="'a', 2" passExecutionContext="false"/>
    </Handlers></event>
  </events>
</form>`;

export const LEAD_FORM = { id: 'dddddddd-0000-4000-8000-000000000001', name: 'Lead', formXml: LEAD_FORM_XML };

export const LEAD_ROW: WebApiRow = {
    '@odata.etag': 'W/"100"',
    leadid: LEAD_ID,
    subject: 'New fleet',
    description: null,
    emailaddress1: 'ada@example.com',
    numberofemployees: 12,
    budgetamount: 2500.5,
    decisionmaker: true,
    purchasetimeframe: 1,
    interests: '0,2',
    estimatedclosedate: '2026-12-24',
    lastcontact: '2026-11-20T09:30:00Z',
    _parentaccountid_value: 'cccccccc-0000-4000-8000-000000000001',
    '_parentaccountid_value@OData.Community.Display.V1.FormattedValue': 'Contoso',
    '_parentaccountid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'account',
    _ownerid_value: USER_ID,
    '_ownerid_value@OData.Community.Display.V1.FormattedValue': 'Sam Rivera',
    '_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'systemuser',
    statecode: 0,
    statuscode: 1,
};

/** What went over the wire, in order. */
export interface FakeServer {
    readonly requests: BatchRequest[];
    readonly alerts: string[];
    readonly errors: string[];
    readonly routes: unknown[];
    row: WebApiRow;
    instance: WebApiRow | null;
    /** Answers a write; by default 204. */
    answer: (request: BatchRequest) => WebApiResponse | Error;
    readonly platform: Platform;
}

export function aServer(): FakeServer {
    const tables = [LEAD, ACCOUNT, OPPORTUNITY, INSTANCES, USER];
    const texts = createTexts(formTexts);
    const server = {
        requests: [] as BatchRequest[],
        alerts: [] as string[],
        errors: [] as string[],
        routes: [] as unknown[],
        row: LEAD_ROW,
        instance: null as WebApiRow | null,
        answer: (): WebApiResponse | Error => ({ status: 204, headers: {}, body: undefined }),
    } as unknown as { -readonly [Key in keyof FakeServer]: FakeServer[Key] };
    const send = (request: BatchRequest): WebApiResponse => {
        if (request.method === 'GET') {
            return { status: 200, headers: {}, body: { value: [] } };
        }
        server.requests.push(request);
        const answer = server.answer(request);
        if (answer instanceof Error) {
            throw answer;
        }
        return answer;
    };
    server.platform = {
        environment: {
            organization: { languages: [1033, 1036] },
            user: {
                id: USER_ID,
                fullName: 'Sam Rivera',
                language: 1033,
                locale: 'en-US',
                timeZone: 'Europe/Berlin',
                currency: { id: 'eeeeeeee-0000-4000-8000-000000000001', code: 'EUR', symbol: '€' },
            },
        } as unknown as Platform['environment'],
        app: {
            uniqueName: 'contoso_sales',
            tables: tables.map(({ logicalName }) => logicalName),
        } as unknown as Platform['app'],
        table: (name) => {
            const table = tables.find(({ logicalName }) => logicalName === name);
            return table === undefined ? Promise.reject(new Error(`no table ${name}`)) : Promise.resolve(table);
        },
        webApi: {
            request: (method, path, body, headers) =>
                Promise.resolve().then(() => send({ method, path, body, ...(headers ? { headers } : {}) })),
            retrieve: () => Promise.resolve(server.row),
            retrieveMultiple: (table) =>
                Promise.resolve({
                    rows: table === 'salesprocess' && server.instance !== null ? [server.instance] : [],
                    totalCount: -1,
                    moreRecords: false,
                }),
            fetch: () => Promise.resolve({ rows: [], totalCount: 0, moreRecords: false }),
            create: () => Promise.reject(new Error('not used')),
            update: () => Promise.reject(new Error('not used')),
            delete: () => Promise.resolve(),
            batch: (requests) => Promise.resolve().then(() => requests.map(send)),
        },
        navigation: {
            route: { page: 'apps' },
            go: (route) => {
                server.routes.push(route);
                return Promise.resolve(true);
            },
            back: () => undefined,
            subscribe: () => () => undefined,
            guard: () => () => undefined,
        },
        dialogs: {
            alert: ({ text }) => {
                server.alerts.push(text);
                return Promise.resolve();
            },
            confirm: () => Promise.resolve(true),
            error: ({ message }) => {
                server.errors.push(message);
                return Promise.resolve();
            },
            open: () => Promise.resolve(undefined),
            showProgress: () => undefined,
            closeProgress: () => undefined,
        },
        notifications: {
            add: ({ message }) => {
                server.alerts.push(message);
                return 'n';
            },
            remove: () => undefined,
        },
        scripts: {
            load: () => Promise.resolve(),
            resolve: (name) => () => {
                throw new Error(`no function ${name}`);
            },
        },
        texts,
        xrm: { Utility: { getGlobalContext: () => 'the global context' } },
    } as Platform;
    return server;
}

/** An instance at a stage of the sales process. */
export function anInstance(stage: keyof typeof STAGES, more: WebApiRow = {}): WebApiRow {
    return {
        businessprocessflowinstanceid: INSTANCE_ID,
        name: 'New fleet',
        _activestageid_value: STAGES[stage],
        traversedpath: STAGES.qualify,
        statuscode: 1,
        activestagestartedon: '2026-11-18T09:00:00Z',
        createdon: '2026-11-18T09:00:00Z',
        _leadid_value: LEAD_ID,
        _opportunityid_value: null,
        ...more,
    };
}

/** An open lead form and its Client API. */
export async function openLead(
    server: FakeServer,
    more: Partial<FormOptions> = {},
): Promise<{ form: FormModel; formContext: Xrm.FormContext; closed: string[]; api: ClientApi }> {
    const closed: string[] = [];
    const form = new FormModel({
        platform: server.platform,
        table: LEAD,
        definition: parseForm(LEAD_FORM, 1033),
        host: {
            close: () => closed.push('close'),
            openNew: () => closed.push('new'),
            created: (id) => closed.push(`created ${id.length}`),
        },
        id: LEAD_ID,
        ...more,
    });
    const api = new ClientApi(form);
    await form.load();
    return { form, formContext: api.formContext, closed, api };
}

export async function newLead(
    server: FakeServer,
    parameters: Readonly<Record<string, unknown>> = {},
): Promise<{ form: FormModel; formContext: Xrm.FormContext; closed: string[]; api: ClientApi }> {
    const closed: string[] = [];
    const form = new FormModel({
        platform: server.platform,
        table: LEAD,
        definition: parseForm(LEAD_FORM, 1033),
        host: {
            close: () => closed.push('close'),
            openNew: () => closed.push('new'),
            created: (id) => closed.push(`created ${id.length}`),
        },
        parameters,
    });
    const api = new ClientApi(form);
    await form.load();
    return { form, formContext: api.formContext, closed, api };
}
