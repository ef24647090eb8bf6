/** The ways of Microsoft Learn, "Web API query data sample", and of the Sales app's lists. */
import { aClient, ALL_ANNOTATIONS, SERVICE_ROOT, USERS, type Client } from './a-client';

let client: Client;
let account: string;

beforeAll(() => {
    client = aClient();
    account = client.create('accounts', {
        name: 'Contoso, Ltd. (sample)',
        primarycontactid: {
            firstname: 'Yvonne',
            lastname: 'McKay (sample)',
            jobtitle: 'Coffee Master',
            annualincome: 45000,
        },
        Account_Tasks: [1, 2, 3].map((number) => ({ subject: `Task ${number}`, actualdurationminutes: 10 })),
        contact_customer_accounts: [
            { firstname: 'Susanna', lastname: 'Stubberod (sample)', jobtitle: 'Senior Purchaser', annualincome: 52000 },
            { firstname: 'Nancy', lastname: 'Anderson (sample)', jobtitle: 'Activities Manager', annualincome: 55500 },
            { firstname: 'Maria', lastname: 'Cambell (sample)', jobtitle: 'Accounts Manager', annualincome: 31000 },
            { firstname: 'Scott', lastname: 'Konersmann (sample)', jobtitle: 'Accounts Manager', annualincome: 38000 },
            { firstname: 'Robert', lastname: 'Lyon (sample)', jobtitle: 'Senior Technician', annualincome: 78000 },
        ],
    });
});
afterAll(() => client.close());

const contacts = (query: string, headers = {}) => client.send('GET', `contacts?${query}`, undefined, headers);

describe('queries', () => {
    it('filter by text, by number and with precedence', () => {
        const filtered = contacts(
            "$select=fullname&$filter=contains(fullname,'(sample)') and (contains(jobtitle,'senior') or contains(jobtitle,'manager')) and annualincome gt 50000&$orderby=annualincome desc",
        );
        expect(filtered.rows.map((row) => row['fullname'])).toEqual([
            'Robert Lyon (sample)',
            'Nancy Anderson (sample)',
            'Susanna Stubberod (sample)',
        ]);
    });

    it('order with and without parameter aliases', () => {
        const names = ['$orderby=jobtitle asc,annualincome desc', '%24orderby=jobtitle%20asc,annualincome%20desc'].map(
            (orderby) =>
                contacts(`$select=lastname&$filter=contains(lastname,@p1)&${orderby}&@p1='sample'`).rows.map(
                    (row) => row['lastname'],
                ),
        );
        expect(names[0]).toEqual(names[1]);
        expect(names[0]?.slice(0, 3)).toEqual(['Konersmann (sample)', 'Cambell (sample)', 'Anderson (sample)']);
    });

    it('count: in the answer, and as an address of its own', () => {
        const counted = contacts("$select=fullname&$filter=contains(jobtitle,'senior')&$count=true&$top=1");
        expect([counted.json['@odata.count'], counted.rows.length]).toEqual([2, 1]);
        expect(client.send('GET', 'contacts/$count').text).toBe('6');
        expect(client.send('GET', "contacts/$count?$filter=contains(jobtitle,'senior')").text).toBe('2');
        expect(client.send('GET', `accounts(${account})/contact_customer_accounts/$count`).text).toBe('5');
    });

    it('page by odata.maxpagesize, following links to the end', () => {
        const seen: unknown[] = [];
        let url: string | undefined = 'contacts?$select=lastname&$orderby=lastname&$count=true';
        let pages = 0;
        while (url !== undefined) {
            const page = client.send('GET', url, undefined, { prefer: 'odata.maxpagesize=4' });
            expect(page.json['@odata.count']).toBe(6);
            seen.push(...page.rows.map((row) => row['lastname']));
            url = page.json['@odata.nextLink'] as string | undefined;
            pages += 1;
        }
        expect(pages).toBe(2);
        expect(seen).toEqual([...seen].sort());
        expect(new Set(seen).size).toBe(6);
    });

    it('ignore $top when a page size is preferred, as documented', () => {
        expect(contacts('$select=lastname&$top=1', { prefer: 'odata.maxpagesize=3' }).rows).toHaveLength(3);
    });

    it('expand single and collection-valued navigation properties, nested, with options of their own', () => {
        const reply = client.send(
            'GET',
            `accounts(${account})?$select=name,&$expand=primarycontactid($select=fullname),contact_customer_accounts($select=lastname;$filter=annualincome gt 50000;$orderby=lastname desc;$top=2),Account_Tasks($select=subject;$expand=owninguser_task($select=fullname))`,
        );
        expect(reply.json).toMatchObject({
            primarycontactid: { fullname: 'Yvonne McKay (sample)' },
            contact_customer_accounts: [{ lastname: 'Stubberod (sample)' }, { lastname: 'Lyon (sample)' }],
        });
        expect(reply.json['Account_Tasks']).toHaveLength(3);
        expect((reply.json['Account_Tasks'] as Record<string, unknown>[])[0]).toMatchObject({
            owninguser_task: { fullname: 'Avery Stone' },
        });
        expect(reply.json['@odata.context']).toBe(
            `${SERVICE_ROOT}$metadata#accounts(name,primarycontactid(fullname),contact_customer_accounts(lastname),Account_Tasks(subject,owninguser_task(fullname)))/$entity`,
        );
    });

    it('expand owners: what users and teams share, or the columns of users', () => {
        const expanded = (options: string) =>
            client.send('GET', `accounts(${account})?$select=name&$expand=ownerid(${options})`).json['ownerid'];
        expect(expanded('$select=name')).toMatchObject({ name: 'Avery Stone', ownerid: USERS.admin });
        expect(expanded('$select=fullname,domainname')).toMatchObject({
            fullname: 'Avery Stone',
            systemuserid: USERS.admin,
        });
    });

    it('give activities the navigation properties of activitypointer', () => {
        const rows = client.send(
            'GET',
            'tasks?$select=subject&$expand=createdby($select=fullname)&$filter=regardingobjectid_account/name ne null&$top=1',
        ).rows;
        expect(rows).toMatchObject([{ createdby: { fullname: 'Avery Stone' } }]);
    });

    it('name the target of every lookup', () => {
        const task = client.send(
            'GET',
            `accounts(${account})/Account_Tasks?$select=_regardingobjectid_value,_ownerid_value&$top=1`,
            undefined,
            ALL_ANNOTATIONS,
        ).rows[0];
        expect(task).toMatchObject({
            _regardingobjectid_value: account,
            '_regardingobjectid_value@OData.Community.Display.V1.FormattedValue': 'Contoso, Ltd. (sample)',
            '_regardingobjectid_value@Microsoft.Dynamics.CRM.associatednavigationproperty':
                'regardingobjectid_account_task',
            '_regardingobjectid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'account',
            '_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'systemuser',
        });
    });

    it('return every column without $select, lookups as their values', () => {
        const [row] = client.send('GET', 'leads?$top=1').rows;
        expect(row).toBeUndefined();
        client.create('leads', { lastname: 'L' });
        const lead = client.send('GET', 'leads?$top=1').rows[0] ?? {};
        expect(Object.keys(lead)).toEqual(
            expect.arrayContaining([
                'leadid',
                'fullname',
                'statecode',
                '_ownerid_value',
                '_parentaccountid_value',
                'createdon',
            ]),
        );
        expect(Object.keys(lead)).not.toEqual(expect.arrayContaining(['owneridname']));
    });

    it('take FetchXML with pages and hand on a cookie', () => {
        const fetch = (page: number, cookie = ''): string =>
            encodeURIComponent(
                `<fetch version="1.0" mapping="logical" returntotalrecordcount="true" page="${page}" count="4" no-lock="false"${cookie}><entity name="contact"><attribute name="fullname"/><attribute name="parentcustomerid"/><order attribute="fullname"/></entity></fetch>`,
            );
        const first = client.send('GET', `contacts?fetchXml=${fetch(1)}`, undefined, ALL_ANNOTATIONS);
        expect(first.json).toMatchObject({
            '@Microsoft.Dynamics.CRM.totalrecordcount': 6,
            '@Microsoft.Dynamics.CRM.morerecords': true,
            '@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded': false,
        });
        const annotation = String(first.json['@Microsoft.Dynamics.CRM.fetchxmlpagingcookie']);
        const outer = /pagingcookie="([^"]*)"/.exec(annotation)?.[1] ?? '';
        const cookie = decodeURIComponent(decodeURIComponent(outer));
        expect(cookie).toMatch(
            /^<cookie page="1"><fullname last=".*" first=".*" \/><contactid last="\{[0-9A-F-]+\}" first="\{[0-9A-F-]+\}" \/><\/cookie>$/,
        );
        const escaped = cookie
            .replace(/&/g, '&amp;')
            .replace(/</g, '&lt;')
            .replace(/>/g, '&gt;')
            .replace(/"/g, '&quot;');
        const second = client.send(
            'GET',
            `contacts?fetchXml=${fetch(2, ` paging-cookie="${escaped}"`)}`,
            undefined,
            ALL_ANNOTATIONS,
        );
        expect(second.rows).toHaveLength(2);
        expect(second.json['@Microsoft.Dynamics.CRM.morerecords']).toBe(false);
        expect(second.json['@Microsoft.Dynamics.CRM.fetchxmlpagingcookie']).toBeUndefined();
    });

    it('hand on the FetchXML cookie even to clients that ask for no annotation', () => {
        const xml = encodeURIComponent(
            '<fetch count="1"><entity name="contact"><attribute name="fullname"/></entity></fetch>',
        );
        const reply = client.send('GET', `contacts?fetchXml=${xml}`);
        expect(reply.json['@Microsoft.Dynamics.CRM.fetchxmlpagingcookie']).toContain('<cookie pagenumber="2"');
        expect(reply.json['@Microsoft.Dynamics.CRM.morerecords']).toBeUndefined();
    });

    it('name columns of linked tables in FetchXML answers by alias', () => {
        const xml =
            '<fetch><entity name="account"><attribute name="name"/><link-entity name="contact" from="contactid" to="primarycontactid" alias="c"><attribute name="annualincome"/><attribute name="ownerid"/><attribute name="transactioncurrencyid"/></link-entity></entity></fetch>';
        const [row] = client.send(
            'GET',
            `accounts?fetchXml=${encodeURIComponent(xml)}`,
            undefined,
            ALL_ANNOTATIONS,
        ).rows;
        expect(row).toMatchObject({
            name: 'Contoso, Ltd. (sample)',
            'c.annualincome': 45000,
            'c.annualincome@OData.Community.Display.V1.FormattedValue': '€45,000.00',
            'c.annualincome@OData.Community.Display.V1.AttributeName': 'annualincome',
            'c.ownerid': USERS.admin,
            'c.ownerid@OData.Community.Display.V1.FormattedValue': 'Avery Stone',
        });
    });

    it('run saved views', () => {
        const view = client.send(
            'GET',
            "savedqueries?$select=savedqueryid,name&$filter=returnedtypecode eq 'contact' and querytype eq 0 and isdefault eq true",
        ).rows[0];
        expect(view).toBeDefined();
        const reply = client.send('GET', `contacts?savedQuery=${String(view?.['savedqueryid'])}`);
        expect(reply.status).toBe(200);
        expect(reply.rows.length).toBeGreaterThan(0);
    });

    it('format for the user who asks', () => {
        const query = "contacts?$select=annualincome,createdon&$filter=lastname eq 'Lyon (sample)'";
        const french = client.send('GET', query, undefined, { ...ALL_ANNOTATIONS, mscrmcallerid: USERS.nadia }).rows[0];
        expect(String(french?.['annualincome@OData.Community.Display.V1.FormattedValue']).replace(/\s/g, ' ')).toBe(
            '78 000,00 €',
        );
        expect(french?.['createdon@OData.Community.Display.V1.FormattedValue']).toMatch(
            /^\d\d\/\d\d\/\d{4} \d\d:\d\d$/,
        );
    });
});
