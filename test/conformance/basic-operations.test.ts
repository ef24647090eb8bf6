/** The ways of Microsoft Learn, "Web API basic operations sample", on rows of our own. */
import { aClient, ALL_ANNOTATIONS, SERVICE_ROOT, type Client } from './a-client';

let client: Client;
beforeAll(() => {
    client = aClient();
});
afterAll(() => client.close());

describe('creating and changing rows', () => {
    it('answers a create with 204 and the address of the row', () => {
        const reply = client.send('POST', 'contacts', { firstname: 'Rafel', lastname: 'Shillo' });
        expect(reply.status).toBe(204);
        expect(reply.text).toBe('');
        expect(reply.headers['OData-EntityId']).toBe(`${SERVICE_ROOT}contacts(${reply.id})`);
        expect(reply.headers['OData-Version']).toBe('4.0');
    });

    it('answers an update with 204, and reads it back with formatted values, currency and the primary key', () => {
        const id = client.create('contacts', { firstname: 'Rafel', lastname: 'Shillo' });
        const patch = client.send(
            'PATCH',
            `contacts(${id})`,
            { annualincome: 80000, jobtitle: 'Junior Developer' },
            { 'if-match': '*' },
        );
        expect([patch.status, patch.id]).toEqual([204, id]);
        const row = client.send(
            'GET',
            `contacts(${id})?$select=fullname,annualincome,jobtitle,description`,
            undefined,
            ALL_ANNOTATIONS,
        );
        expect(row.status).toBe(200);
        expect(row.headers['ETag']).toMatch(/^W\/"\d+"$/);
        expect(row.json).toEqual({
            '@odata.context': `${SERVICE_ROOT}$metadata#contacts(fullname,annualincome,jobtitle,description)/$entity`,
            '@odata.etag': row.headers['ETag'],
            fullname: 'Rafel Shillo',
            'annualincome@OData.Community.Display.V1.FormattedValue': '€80,000.00',
            annualincome: 80000,
            jobtitle: 'Junior Developer',
            description: null,
            '_transactioncurrencyid_value@OData.Community.Display.V1.FormattedValue': 'Euro',
            '_transactioncurrencyid_value@Microsoft.Dynamics.CRM.associatednavigationproperty': 'transactioncurrencyid',
            '_transactioncurrencyid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'transactioncurrency',
            _transactioncurrencyid_value: '33333333-3333-4333-8333-333333333301',
            contactid: id,
        });
    });

    it('reads, writes and clears one column', () => {
        const id = client.create('contacts', { lastname: 'Shillo' });
        expect(client.send('PUT', `contacts(${id})/telephone1`, { value: '555-0105' }).status).toBe(204);
        expect(client.send('GET', `contacts(${id})/telephone1`).json).toEqual({
            '@odata.context': `${SERVICE_ROOT}$metadata#contacts(${id})/telephone1`,
            value: '555-0105',
        });
        expect(client.send('GET', `contacts(${id})/telephone1/$value`).text).toBe('555-0105');
        expect(client.send('DELETE', `contacts(${id})/telephone1`).status).toBe(204);
        expect(client.send('GET', `contacts(${id})/telephone1`).status).toBe(204);
    });

    it('answers with the row when the client prefers it', () => {
        const created = client.send(
            'POST',
            'accounts?$select=name',
            { name: 'Contoso' },
            { prefer: 'return=representation' },
        );
        expect(created.status).toBe(201);
        expect(created.headers['Preference-Applied']).toBe('return=representation');
        expect(created.json).toMatchObject({ name: 'Contoso', accountid: created.id });
        const changed = client.send(
            'PATCH',
            `accounts(${created.id})?$select=name`,
            { name: 'B' },
            { prefer: 'return=representation', 'if-match': '*' },
        );
        expect([changed.status, changed.json['name']]).toEqual([200, 'B']);
    });

    it('creates rows two levels deep, and links to existing ones in every form of @odata.bind', () => {
        const contact = client.create('contacts', { lastname: 'Bound' });
        for (const url of [
            `/contacts(${contact})`,
            `contacts(${contact})`,
            `${SERVICE_ROOT}contacts(${contact})`,
            `/contacts({${contact.toUpperCase()}})`,
        ]) {
            const account = client.create('accounts', { name: 'A', 'primarycontactid@odata.bind': url });
            expect(client.send('GET', `accounts(${account})?$select=_primarycontactid_value`).json).toMatchObject({
                _primarycontactid_value: contact,
            });
        }
        const deep = client.create('accounts', {
            name: 'Fourth Coffee',
            primarycontactid: {
                firstname: 'Susie',
                lastname: 'Curtis',
                Contact_Tasks: [{ subject: 'Sign invoice' }, { subject: 'Setup new display' }],
            },
            opportunity_customer_accounts: [{ name: 'Beans', Opportunity_Tasks: [{ subject: 'Taste' }] }],
        });
        const row = client.send(
            'GET',
            `accounts(${deep})?$select=name&$expand=primarycontactid($select=fullname;$expand=Contact_Tasks($select=subject;$orderby=subject)),opportunity_customer_accounts($select=name;$expand=Opportunity_Tasks($select=subject))`,
        );
        expect(row.json).toMatchObject({
            primarycontactid: {
                fullname: 'Susie Curtis',
                Contact_Tasks: [{ subject: 'Setup new display' }, { subject: 'Sign invoice' }],
            },
            opportunity_customer_accounts: [{ name: 'Beans', Opportunity_Tasks: [{ subject: 'Taste' }] }],
        });
    });

    it('clears a lookup bound to null', () => {
        const contact = client.create('contacts', { lastname: 'X' });
        const account = client.create('accounts', {
            name: 'A',
            'primarycontactid@odata.bind': `/contacts(${contact})`,
        });
        expect(client.send('PATCH', `accounts(${account})`, { 'primarycontactid@odata.bind': null }).status).toBe(204);
        expect(client.send('GET', `accounts(${account})/primarycontactid`).status).toBe(204);
    });

    it('links and unlinks rows by $ref: one to many and many to many', () => {
        const account = client.create('accounts', { name: 'A' });
        const contact = client.create('contacts', { lastname: 'C' });
        const link = { '@odata.id': `${SERVICE_ROOT}contacts(${contact})` };
        expect(client.send('POST', `accounts(${account})/contact_customer_accounts/$ref`, link).status).toBe(204);
        expect(
            client.send('GET', `accounts(${account})/contact_customer_accounts?$select=lastname`).rows,
        ).toMatchObject([{ lastname: 'C' }]);
        expect(client.send('DELETE', `accounts(${account})/contact_customer_accounts(${contact})/$ref`).status).toBe(
            204,
        );
        expect(client.send('GET', `accounts(${account})/contact_customer_accounts/$count`).text).toBe('0');
        expect(client.send('PUT', `accounts(${account})/primarycontactid/$ref`, link).status).toBe(204);
        expect(client.send('GET', `accounts(${account})/primarycontactid/$ref`).json['@odata.id']).toBe(
            `${SERVICE_ROOT}contacts(${contact})`,
        );
        expect(client.send('DELETE', `accounts(${account})/primarycontactid/$ref`).status).toBe(204);

        const lead = client.create('leads', { lastname: 'L' });
        const competitor = client.create('competitors', { name: 'Rival' });
        // One client loses a slash of the absolute address on the way.
        client.send('POST', `leads(${lead})/leadcompetitors_association/$ref`, {
            '@odata.id': `http:/127.0.0.1:8484/api/data/v9.2/competitors(${competitor})`,
        });
        expect(client.send('GET', `leads(${lead})/leadcompetitors_association?$select=name`).rows).toMatchObject([
            { name: 'Rival' },
        ]);
        client.send(
            'DELETE',
            `leads(${lead})/leadcompetitors_association/$ref?$id=${SERVICE_ROOT}competitors(${competitor})`,
        );
        expect(client.send('GET', `leads(${lead})/leadcompetitors_association`).rows).toEqual([]);
    });

    it('deletes a row once', () => {
        const id = client.create('contacts', { lastname: 'Gone' });
        expect(client.send('DELETE', `contacts(${id})`).status).toBe(204);
        const again = client.send('DELETE', `contacts(${id})`);
        expect([again.status, again.json.error?.code]).toEqual([404, '0x80040217']);
        expect(client.send('GET', `contacts(${id})`).status).toBe(404);
    });

    it('ignores annotations in bodies, and takes bodies that were stringified twice', () => {
        const lead = client.create('leads', {
            lastname: 'L',
            'ownerid@odata.bind': '/systemusers(11111111-1111-4111-8111-111111111102)',
            'ownerid@OData.Community.Display.V1.FormattedValue': 'Somebody',
            '@odata.etag': 'W/"1"',
        });
        expect(client.send('GET', `leads(${lead})?$select=_ownerid_value`).json['_ownerid_value']).toBe(
            '11111111-1111-4111-8111-111111111102',
        );
        const twice = client.send('POST', 'leads', JSON.stringify(JSON.stringify({ lastname: 'Twice' })));
        expect(twice.status).toBe(204);
    });
});

describe('refusals', () => {
    it.each([
        ['GET', 'nothings', undefined, 404, '0x80060888', "Resource not found for the segment 'nothings'."],
        [
            'GET',
            'leads(11111111-0000-4000-8000-000000000000)',
            undefined,
            404,
            '0x80040217',
            'lead With Id = 11111111-0000-4000-8000-000000000000 Does Not Exist',
        ],
        [
            'GET',
            'leads?$filter=color eq 1',
            undefined,
            400,
            '0x80060888',
            "Could not find a property named 'color' on type 'Microsoft.Dynamics.CRM.lead'.",
        ],
        ['GET', 'leads?$skip=1', undefined, 400, '0x80060888', 'Skip Clause is not supported in CRM'],
        [
            'POST',
            'leads',
            { color: 1 },
            400,
            '0x80048d19',
            "Error identified in Payload provided by the user for Entity :'leads'",
        ],
        ['POST', 'leads', { estimatedvalue: 'much' }, 400, '0x80048d19', "to the expected type 'Edm.Double'"],
        [
            'POST',
            'leads',
            { parentaccountid: 'x' },
            400,
            '0x80048d19',
            'CRM do not support direct update of Entity Reference properties',
        ],
        ['POST', 'leads', '{"subject"', 400, '0x80048d19', 'Error identified in Payload'],
        [
            'POST',
            'leads',
            { 'parentaccountid@odata.bind': '/accounts' },
            400,
            '0x80048d19',
            "'/accounts' is not the address of a row",
        ],
        ['PUT', 'leads', {}, 405, '0x80060888', "does not support http method 'PUT'"],
        ['POST', 'Merge', {}, 400, '0x80040203', "Required parameter 'Target' of Merge is missing"],
        [
            'GET',
            "accounts(accountnumber='A1')",
            undefined,
            400,
            '0x80060890',
            'not a defined key for the account entity',
        ],
        ['POST', 'EntityDefinitions', {}, 501, '0x80040800', 'is not supported here'],
        [
            'GET',
            'leads(11111111-0000-4000-8000-000000000000)/entityimage',
            undefined,
            501,
            '0x80040800',
            'The image column "entityimage"',
        ],
    ])('%s %s is refused by code and reason', (method, url, body, status, code, reason) => {
        const reply = client.send(method, url, body);
        expect([reply.status, reply.json.error?.code]).toEqual([status, code]);
        expect(reply.json.error?.message).toContain(reason);
    });

    it('undoes everything of a request that fails half-way', () => {
        const name = 'Half an account';
        const reply = client.send('POST', 'accounts', { name, Account_Tasks: [{ subject: 'ok' }, { nothing: 1 }] });
        expect(reply.status).toBe(400);
        expect(client.send('GET', `accounts?$filter=name eq '${name}'`).rows).toEqual([]);
        expect(client.send('GET', "tasks?$filter=subject eq 'ok'").rows).toEqual([]);
    });
});
