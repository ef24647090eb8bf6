/** Actions and functions as clients call them. */
import { aClient, SERVICE_ROOT, USERS, type Client } from './a-client';

let client: Client;
beforeAll(() => {
    client = aClient();
});
afterAll(() => client.close());

describe('functions', () => {
    it.each(['WhoAmI', 'WhoAmI()', 'WhoAmI?', '/api/data/v8.0/WhoAmI()', 'Microsoft.Dynamics.CRM.WhoAmI'])(
        '%s says who asks',
        (url) => {
            expect(client.send('GET', url).json).toMatchObject({
                UserId: USERS.admin,
                OrganizationId: expect.any(String) as string,
                BusinessUnitId: expect.any(String) as string,
            });
        },
    );

    it("run as the user of MSCRMCallerID, CallerObjectId or the app's cookie", () => {
        const who = (headers: Record<string, string>) =>
            client.send('GET', 'WhoAmI', undefined, headers).json['UserId'];
        expect(who({ MSCRMCallerID: USERS.sam })).toBe(USERS.sam);
        expect(who({ callerobjectid: USERS.sam })).toBe(USERS.sam);
        expect(who({ cookie: `a=b; local-user=${USERS.nadia}` })).toBe(USERS.nadia);
        expect(
            client.send('GET', 'WhoAmI', undefined, { mscrmcallerid: '99999999-1111-4111-8111-111111111101' }).status,
        ).toBe(404);
    });

    it('take parameters by alias, percent-encoded, and in the query', () => {
        const count = client.send('GET', 'RetrieveTotalRecordCount(EntityNames=@p1)?@p1=[%22systemuser%22,%22lead%22]');
        expect(count.json['EntityRecordCountCollection']).toEqual({
            Count: 2,
            IsReadOnly: false,
            Keys: ['systemuser', 'lead'],
            Values: [5, 0],
        });
        expect(
            client.send(
                'GET',
                'GetTimeZoneCodeByLocalizedName(LocalizedStandardName=@p1,LocaleId=@p2)?@p1=%27Pacific%20Standard%20Time%27&@p2=1033',
            ).json['TimeZoneCode'],
        ).toBe(4);
        expect(
            client.send(
                'GET',
                "FormatAddress(Line1=@p1,City=@p2,StateOrProvince=@p3,PostalCode=@p4,Country=@p5)?@p1='123 Maple St.'&@p2='Seattle'&@p3='WA'&@p4='98007'&@p5='USA'",
            ).json['Address'],
        ).toBe('123 Maple St.\r\nSeattle, WA 98007\r\nUSA');
        expect(
            client.send(
                'GET',
                "RetrieveCurrentOrganization(AccessType=@p1)?@p1=Microsoft.Dynamics.CRM.EndpointAccessType'Default'",
            ).json['Detail'],
        ).toMatchObject({ State: 'Enabled' });
    });

    it('are called on rows', () => {
        const lead = client.create('leads', { lastname: 'L' });
        const access = client.send(
            'GET',
            `systemusers(${USERS.admin})/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@Target)?@Target={"@odata.id":"leads(${lead})"}`,
        );
        expect(access.json['AccessRights']).toContain('WriteAccess');
        const privileges = client.send(
            'GET',
            `systemusers(${USERS.sam})/Microsoft.Dynamics.CRM.RetrieveUserPrivileges()`,
        ).json['RolePrivileges'];
        expect(privileges).toContainEqual(expect.objectContaining({ PrivilegeName: 'prvReadLead' }));
    });

    it('bring values for a new row, ready to be posted', () => {
        const account = client.create('accounts', { name: 'Acme' });
        const lead = client.create('leads', {
            lastname: 'L',
            subject: 'Ten cars',
            'parentaccountid@odata.bind': `/accounts(${account})`,
        });
        const reply = client.send(
            'GET',
            `InitializeFrom(EntityMoniker=@p1,TargetEntityName=@p2,TargetFieldType=@p3)?@p1={'@odata.id':'leads(${lead})'}&@p2='opportunity'&@p3=Microsoft.Dynamics.CRM.TargetFieldType'ValidForCreate'`,
        );
        expect(reply.json).toMatchObject({
            '@odata.type': '#Microsoft.Dynamics.CRM.opportunity',
            name: 'Ten cars',
            'parentaccountid@odata.bind': `accounts(${account})`,
        });
        const created = client.send('POST', 'opportunities', reply.json);
        expect(created.status).toBe(204);
    });
});

describe('actions', () => {
    it('qualify a lead with exactly what the Sales app sends, and win its opportunity', () => {
        const lead = client.create('leads', {
            subject: 'Ten cars',
            firstname: 'Ana',
            lastname: 'Silva',
            companyname: 'Frota Lda',
        });
        const qualified = client.send('POST', `leads(${lead})/Microsoft.Dynamics.CRM.QualifyLead`, {
            entity: { '@odata.type': 'Microsoft.Dynamics.CRM.lead', leadid: lead },
            CreateAccount: true,
            CreateContact: true,
            CreateOpportunity: true,
            OpportunityCustomerId: {},
            Status: -1,
            SuppressDuplicateDetection: false,
            SourceCampaignId: {},
        });
        expect(qualified.json['@odata.context']).toBe(
            `${SERVICE_ROOT}$metadata#Collection(Microsoft.Dynamics.CRM.crmbaseentity)`,
        );
        expect(qualified.rows.map((row) => row['@odata.type'])).toEqual(
            ['account', 'contact', 'opportunity'].map((table) => `#Microsoft.Dynamics.CRM.${table}`),
        );
        const opportunity = String(qualified.rows[2]?.['opportunityid']);
        const row = client.send(
            'GET',
            `opportunities(${opportunity})?$select=name,statecode&$expand=customerid_account($select=name),originatingleadid($select=fullname,statecode)`,
        );
        expect(row.json).toMatchObject({
            name: 'Ten cars',
            statecode: 0,
            customerid_account: { name: 'Frota Lda' },
            originatingleadid: { fullname: 'Ana Silva', statecode: 1 },
        });
        const close = {
            Status: 3,
            OpportunityClose: {
                subject: 'Won',
                'opportunityid@odata.bind': `/opportunities(${opportunity})`,
                actualrevenue: 25000,
            },
        };
        const won = client.send('POST', 'WinOpportunity()', close);
        expect([won.status, won.text]).toEqual([204, '']);
        expect(client.send('GET', `opportunities(${opportunity})?$select=statecode,actualvalue`).json).toMatchObject({
            statecode: 1,
            actualvalue: 25000,
        });
        expect(client.send('POST', 'WinOpportunity', close).json.error?.code).toBe('0x80040515');
    });

    it('create, update and upsert many rows at once', () => {
        const many = (name: string, targets: readonly object[]) =>
            client.send('POST', `accounts/Microsoft.Dynamics.CRM.${name}`, {
                Targets: targets.map((target) => ({ '@odata.type': 'Microsoft.Dynamics.CRM.account', ...target })),
            });
        const created = many('CreateMultiple', [{ name: 'A' }, { name: 'B' }]);
        const [first, second] = created.json['Ids'] as string[];
        expect(
            many('UpdateMultiple', [
                { accountid: first, name: 'A2' },
                { accountid: second, name: 'B2' },
            ]).status,
        ).toBe(204);
        const third = '11111111-bbbb-4bbb-8bbb-111111111111';
        const upserted = many('UpsertMultiple', [
            { '@odata.id': `accounts(${third})`, name: 'C' },
            { '@odata.id': `accounts(${String(first)})`, name: 'A3' },
        ]);
        expect(upserted.json['Results']).toMatchObject([{ RecordCreated: true }, { RecordCreated: false }]);
        const names = client
            .send(
                'GET',
                "accounts?$select=name&$orderby=name&$filter=not contains(name,'o') and not contains(name,'e')",
            )
            .rows.map((row) => row['name']);
        expect(names).toEqual(['A3', 'B2', 'C']);
    });

    it.each([
        [
            'POST',
            'leads/Microsoft.Dynamics.CRM.Nothing',
            404,
            "Resource not found for the segment 'Microsoft.Dynamics.CRM.Nothing'",
        ],
        ['GET', 'WinOpportunity', 405, 'WinOpportunity is a action; use POST'],
        ['POST', 'WhoAmI', 405, 'WhoAmI is a function; use GET'],
        [
            'GET',
            'WhoAmI(Name=1)',
            400,
            "The parameter 'Name' in the request payload is not a valid parameter for the operation 'WhoAmI'",
        ],
        ['GET', 'RetrieveTotalRecordCount()', 400, "Required parameter 'EntityNames'"],
        [
            'GET',
            'RetrieveProcessControlData(Target=null)',
            404,
            "Resource not found for the segment 'RetrieveProcessControlData'",
        ],
    ])('%s %s is refused', (method, url, status, reason) => {
        const reply = client.send(method, url, method === 'POST' ? {} : undefined);
        expect(reply.status).toBe(status);
        expect(reply.json.error?.message).toContain(reason);
    });
});

describe('PublishDuplicateRule', () => {
    const RULE = 'duplicaterules(dddddddd-dddd-4ddd-8ddd-dddddddddd04)';
    const newRule = (): string =>
        client.create('duplicaterules', {
            name: 'Leads with the same topic',
            baseentityname: 'lead',
            matchingentityname: 'lead',
            baseentitytypecode: 4,
            matchingentitytypecode: 4,
        });

    it('publishes the rule and answers the job that did it', () => {
        const rule = newRule();
        const state = () => client.send('GET', `duplicaterules(${rule})?$select=statecode,statuscode`).json;
        expect(state()).toMatchObject({ statecode: 0, statuscode: 0 });
        const reply = client.send('POST', `duplicaterules(${rule})/Microsoft.Dynamics.CRM.PublishDuplicateRule`);
        expect(reply.status).toBe(200);
        expect(state()).toMatchObject({ statecode: 1, statuscode: 2 });
        const job = client.send('GET', `asyncoperations(${String(reply.json['asyncoperationid'])})`).json;
        expect(job).toMatchObject({ statecode: 3, statuscode: 30, messagename: 'PublishDuplicateRule' });
    });

    it('asks for its privilege, and for a rule that is there', () => {
        const reply = client.send('POST', `${RULE}/PublishDuplicateRule`, {}, { MSCRMCallerID: USERS.sam });
        expect(reply.status).toBe(403);
        expect(reply.json.error?.message).toContain('prvPublishDuplicateRule');
        const nowhere = 'duplicaterules(dddddddd-dddd-4ddd-8ddd-ddddddddddff)/PublishDuplicateRule';
        expect(client.send('POST', nowhere, {}).status).toBe(404);
    });
});
