/** Change sets of a seller: what belongs together is written together, and whoever comes second is told so. */
import { randomUUID } from 'node:crypto';
import { aClient, ALL_ANNOTATIONS, USERS, type Client } from './a-client';

const QUALIFY = 'f99b4d48-7aad-456e-864a-8e7d543f7495';
const DEVELOP = 'bfc9108c-8389-406b-9166-2c3298a2e41f';

let client: Client;
beforeEach(() => {
    client = aClient();
});
afterEach(() => client.close());

type Json = Record<string, unknown>;

interface Write {
    readonly method: 'POST' | 'PATCH';
    readonly url: string;
    readonly body: Json;
    readonly headers?: Readonly<Record<string, string>>;
}

const post = (url: string, body: Json, headers: Write['headers'] = {}): Write => ({
    method: 'POST',
    url,
    body,
    headers,
});
const patch = (url: string, body: Json, ifMatch = '*'): Write => ({
    method: 'PATCH',
    url,
    body,
    headers: { 'If-Match': ifMatch },
});
/** Preferences of the batch are not those of its parts: who wants annotations asks for them with each. */
const DETECT = { 'MSCRM.SuppressDuplicateDetection': 'false', Prefer: 'odata.include-annotations="*"' };

/** One batch of change sets as Sam; the status of each response, and the first error in its place. */
function write(...changeSets: readonly (readonly Write[])[]): readonly (number | Json)[] {
    const lines = changeSets.flatMap((writes, set) => [
        '--batch_1',
        `Content-Type: multipart/mixed; boundary=changeset_${set}`,
        '',
        ...writes.flatMap(({ method, url, body, headers = {} }, index) => [
            `--changeset_${set}`,
            'Content-Type: application/http',
            'Content-Transfer-Encoding: binary',
            `Content-ID: ${index + 1}`,
            '',
            `${method} ${url} HTTP/1.1`,
            'Content-Type: application/json; type=entry',
            ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
            '',
            JSON.stringify(body),
        ]),
        `--changeset_${set}--`,
        '',
    ]);
    const reply = client.send('POST', '$batch', [...lines, '--batch_1--', ''].join('\r\n'), {
        'content-type': 'multipart/mixed; boundary=batch_1',
        prefer: 'odata.continue-on-error',
        mscrmcallerid: USERS.sam,
    });
    expect(reply.status).toBe(200);
    return [...reply.text.matchAll(/^HTTP\/1\.1 (\d+) [^\r]*\r\n(?:[^\r]+\r\n)*\r\n([^\r]*)/gm)].map((match) => {
        const json = JSON.parse(match[2] === '' ? '{}' : (match[2] ?? '{}')) as { readonly error?: Json };
        return json.error ?? Number(match[1]);
    });
}

const asSam = { mscrmcallerid: USERS.sam };
const read = (url: string): Json => client.send('GET', url, undefined, asSam).json;
const rows = (url: string): readonly Json[] => client.send('GET', url, undefined, asSam).rows;

function add(entitySet: string, body: Json): string {
    const reply = client.send('POST', entitySet, body, asSam);
    expect([reply.status, reply.text]).toEqual([204, '']);
    return reply.id;
}

interface Lead {
    readonly id: string;
    readonly etag: string;
    readonly processId: string;
}

function aLead(columns: Json = {}): Lead {
    const id = add('leads', { subject: 'Vans', lastname: 'Bauer', companyname: 'Contoso', ...columns });
    const [instance] = rows(`leadtoopportunitysalesprocesses?$filter=_leadid_value eq ${id}`);
    return {
        id,
        etag: String(read(`leads(${id})?$select=subject`)['@odata.etag']),
        processId: String(instance?.['businessprocessflowinstanceid']),
    };
}

const newIds = () => ({ account: randomUUID(), contact: randomUUID(), opportunity: randomUUID() });

/** All that belongs to the qualification of a lead, but what follows it. */
function qualification(lead: Lead, ids: ReturnType<typeof newIds>, names: { readonly account: string }): Write[] {
    const { account, contact, opportunity } = ids;
    const originatingLead = { 'originatingleadid@odata.bind': `/leads(${lead.id})` };
    return [
        post('accounts', { accountid: account, name: names.account, ...originatingLead }, DETECT),
        post(
            'contacts',
            {
                contactid: contact,
                lastname: 'Bauer',
                'parentcustomerid_account@odata.bind': `/accounts(${account})`,
                ...originatingLead,
            },
            DETECT,
        ),
        patch(`accounts(${account})`, { 'primarycontactid@odata.bind': `/contacts(${contact})` }),
        post(
            'opportunities',
            {
                opportunityid: opportunity,
                name: 'Vans',
                estimatedvalue: 25000,
                'customerid_account@odata.bind': `/accounts(${account})`,
                'parentaccountid@odata.bind': `/accounts(${account})`,
                'parentcontactid@odata.bind': `/contacts(${contact})`,
                'ownerid@odata.bind': `/systemusers(${USERS.sam})`,
                ...originatingLead,
            },
            DETECT,
        ),
        patch(
            `leads(${lead.id})`,
            {
                'parentaccountid@odata.bind': `/accounts(${account})`,
                'parentcontactid@odata.bind': `/contacts(${contact})`,
                'qualifyingopportunityid@odata.bind': `/opportunities(${opportunity})`,
            },
            lead.etag,
        ),
        ...closing(lead, opportunity),
    ];
}

function closing(lead: Lead, opportunity: string): Write[] {
    return [
        post(`leads(${lead.id})/Microsoft.Dynamics.CRM.QualifyLead`, {
            CreateAccount: false,
            CreateContact: false,
            CreateOpportunity: false,
            Status: -1,
        }),
        patch(`leadtoopportunitysalesprocesses(${lead.processId})`, {
            'opportunityid@odata.bind': `/opportunities(${opportunity})`,
            'activestageid@odata.bind': `/processstages(${DEVELOP})`,
            traversedpath: `${QUALIFY},${DEVELOP}`,
        }),
    ];
}

const written = (writes: readonly Write[]): readonly number[] =>
    writes.map(({ url }) => (url.endsWith('QualifyLead') ? 200 : 204));

describe('a qualification written out as a change set', () => {
    it('makes account, contact and opportunity with the ids given, closes the lead and moves its process', () => {
        const lead = aLead();
        const ids = newIds();
        const writes = qualification(lead, ids, { account: 'Contoso' });
        expect(write(writes)).toEqual(written(writes));
        expect(read(`leads(${lead.id})`)).toMatchObject({
            statecode: 1,
            statuscode: 3,
            _parentaccountid_value: ids.account,
            _parentcontactid_value: ids.contact,
            _qualifyingopportunityid_value: ids.opportunity,
        });
        expect(read(`opportunities(${ids.opportunity})`)).toMatchObject({
            _customerid_value: ids.account,
            _originatingleadid_value: lead.id,
            estimatedvalue: 25000,
            statecode: 0,
        });
        expect(read(`accounts(${ids.account})`)).toMatchObject({ _primarycontactid_value: ids.contact });
        expect(read(`contacts(${ids.contact})`)).toMatchObject({
            _parentcustomerid_value: ids.account,
            _originatingleadid_value: lead.id,
        });
        expect(read(`leadtoopportunitysalesprocesses(${lead.processId})`)).toMatchObject({
            _opportunityid_value: ids.opportunity,
            _activestageid_value: DEVELOP,
            traversedpath: `${QUALIFY},${DEVELOP}`,
        });
    });

    it('takes open activities of every kind, notes, stakeholders and competitors along', () => {
        const lead = aLead();
        const about = (kind: string) => ({ [`regardingobjectid_lead_${kind}@odata.bind`]: `/leads(${lead.id})` });
        const hours = { scheduledstart: '2026-11-24T10:00:00Z', scheduledend: '2026-11-24T11:00:00Z' };
        const activities = {
            tasks: ['task', add('tasks', { subject: 'Call back', ...about('task') })],
            phonecalls: ['phonecall', add('phonecalls', { subject: 'Call', ...about('phonecall') })],
            emails: ['email', add('emails', { subject: 'Offer', ...about('email') })],
            appointments: ['appointment', add('appointments', { subject: 'Visit', ...hours, ...about('appointment') })],
        } as const;
        const note = add('annotations', { subject: 'Fleet', 'objectid_lead@odata.bind': `/leads(${lead.id})` });
        const stakeholder = add('contacts', { lastname: 'Keller' });
        const competitor = client.create('competitors', { name: 'Fabrikam' });
        const ids = newIds();
        const opportunity = `/opportunities(${ids.opportunity})`;
        const writes = [
            ...qualification(lead, ids, { account: 'Contoso' }),
            ...Object.entries(activities).map(([set, [kind, id]]) =>
                patch(`${set}(${id})`, { [`regardingobjectid_opportunity_${kind}@odata.bind`]: opportunity }),
            ),
            patch(`annotations(${note})`, { 'objectid_opportunity@odata.bind': opportunity }),
            post('connections', {
                'record1id_opportunity@odata.bind': opportunity,
                'record2id_contact@odata.bind': `/contacts(${stakeholder})`,
            }),
            post(`opportunities(${ids.opportunity})/opportunitycompetitors_association/$ref`, {
                '@odata.id': `competitors(${competitor})`,
            }),
        ];
        expect(write(writes)).toEqual(written(writes));
        expect(
            rows(
                `activitypointers?$select=activitytypecode&$filter=_regardingobjectid_value eq ${ids.opportunity}` +
                    '&$orderby=activitytypecode',
            ).map((row) => row['activitytypecode']),
        ).toEqual(['appointment', 'email', 'phonecall', 'task']);
        expect(read(`annotations(${note})`)['_objectid_value']).toBe(ids.opportunity);
        expect(rows(`connections?$filter=_record1id_value eq ${ids.opportunity}`)).toMatchObject([
            { _record2id_value: stakeholder },
        ]);
        expect(rows(`opportunities(${ids.opportunity})/opportunitycompetitors_association`)).toMatchObject([
            { competitorid: competitor },
        ]);
    });

    it('starts a process at the opportunity for a lead that has none', () => {
        const lead = aLead();
        client.send('DELETE', `leadtoopportunitysalesprocesses(${lead.processId})`);
        const ids = newIds();
        const [move] = qualification(lead, ids, { account: 'Contoso' }).slice(-1);
        const writes = [
            ...qualification(lead, ids, { account: 'Contoso' }).slice(0, -1),
            post('leadtoopportunitysalesprocesses', { 'leadId@odata.bind': `/leads(${lead.id})`, ...move?.body }),
        ];
        expect(write(writes)).toEqual(written(writes));
        expect(rows(`leadtoopportunitysalesprocesses?$filter=_leadid_value eq ${lead.id}`)).toMatchObject([
            { _opportunityid_value: ids.opportunity, _activestageid_value: DEVELOP },
        ]);
    });

    it('leaves nothing when any of its writes is refused, and the ones after it are written', () => {
        const [first, second] = [aLead(), aLead({ lastname: 'Chen' })];
        const ids = [newIds(), newIds()] as const;
        const whole = qualification(first, ids[0], { account: 'Contoso' });
        const other = qualification(second, ids[1], { account: 'Fabrikam' });
        for (const place of whole.keys()) {
            const broken = [...whole.slice(0, place), post('accounts', { nosuchcolumn: 1 }), ...whole.slice(place)];
            expect(write(broken)).toEqual([expect.objectContaining({ code: '0x80048d19' })]);
        }
        const answers = write([...whole, post('accounts', { nosuchcolumn: 1 })], other);
        expect(answers).toEqual([expect.objectContaining({ code: '0x80048d19' }), ...written(other)]);
        expect(read(`leads(${first.id})`)).toMatchObject({
            '@odata.etag': first.etag,
            statecode: 0,
            _qualifyingopportunityid_value: null,
        });
        expect(rows(`accounts?$filter=accountid eq ${ids[0].account}`)).toEqual([]);
        expect(rows(`opportunities?$filter=opportunityid eq ${ids[0].opportunity}`)).toEqual([]);
        expect(read(`leadtoopportunitysalesprocesses(${first.processId})`)['_activestageid_value']).toBe(QUALIFY);
        expect(read(`leads(${second.id})`)['statecode']).toBe(1);
    });

    it('asks about duplicates only where a write wants them found', () => {
        add('accounts', { name: 'Contoso' });
        const lead = aLead();
        const writes = qualification(lead, newIds(), { account: 'Contoso' });
        expect(write(writes)).toEqual([
            expect.objectContaining({
                code: '0x80040333',
                '@Microsoft.PowerApps.CDS.ErrorDetails.DuplicateEntity': 'account',
            }),
        ]);
        expect(read(`leads(${lead.id})`)['statecode']).toBe(0);
        const without = writes.map((each) => (each.headers === DETECT ? { ...each, headers: {} } : each));
        expect(write(without)).toEqual(written(without));
    });

    it('is refused to whoever read the lead before somebody else changed it', () => {
        const lead = aLead();
        client.send('PATCH', `leads(${lead.id})`, { subject: 'Trucks' });
        expect(write(qualification(lead, newIds(), { account: 'Contoso' }))).toEqual([
            expect.objectContaining({
                code: '0x80060882',
                message: expect.stringContaining("doesn't match the RowVersion property provided") as string,
            }),
        ]);
        expect(rows('opportunities')).toEqual([]);
    });

    it('is refused to the second of two who qualify the same lead', () => {
        const lead = aLead();
        const first = qualification(lead, newIds(), { account: 'Contoso' });
        const second = qualification(lead, newIds(), { account: 'Fabrikam' });
        expect(write(first, second)).toEqual([...written(first), expect.objectContaining({ code: '0x80060882' })]);
        const id = String(rows('opportunities')[0]?.['opportunityid']);
        expect(write(closing(lead, id))).toEqual([expect.objectContaining({ code: '0x80040519' })]);
        expect(rows('opportunities')).toHaveLength(1);
    });

    it('is found out to be written already when it is sent again after a lost answer', () => {
        const lead = aLead();
        const writes = qualification(lead, newIds(), { account: 'Contoso' });
        write(writes);
        const [again] = write(writes.map((each) => ({ ...each, headers: {} })));
        expect(again).toMatchObject({ code: '0x80040237' });
        expect(rows('accounts')).toHaveLength(1);
    });
});

describe('what a dialog reads before it writes', () => {
    it('answers the maps between tables with their columns', () => {
        const maps = rows(
            'attributemaps?$select=sourceattributename,targetattributename' +
                '&$expand=entitymapid($select=sourceentityname,targetentityname)' +
                "&$filter=entitymapid/sourceentityname eq 'lead'",
        );
        expect(maps).toContainEqual(
            expect.objectContaining({
                sourceattributename: 'subject',
                targetattributename: 'name',
                entitymapid: expect.objectContaining({ targetentityname: 'opportunity' }) as unknown,
            }),
        );
    });

    it('tells how long texts may be and which options a choice has', () => {
        const attributes = (cast: string, rest: string): readonly Json[] =>
            rows(`EntityDefinitions(LogicalName='lead')/Attributes/Microsoft.Dynamics.CRM.${cast}?$select=${rest}`);
        expect(attributes('StringAttributeMetadata', 'LogicalName,MaxLength')).toContainEqual(
            expect.objectContaining({ LogicalName: 'companyname', MaxLength: 100 }),
        );
        expect(attributes('MemoAttributeMetadata', 'LogicalName,MaxLength')).toContainEqual(
            expect.objectContaining({ LogicalName: 'description', MaxLength: 2000 }),
        );
        const need = attributes('PicklistAttributeMetadata', 'LogicalName&$expand=OptionSet($select=Options)').find(
            (column) => column['LogicalName'] === 'need',
        );
        expect(need).toMatchObject({
            OptionSet: { Options: [{ Value: 0, Label: { UserLocalizedLabel: { Label: 'Must have' } } }, {}, {}, {}] },
        });
    });

    it('finds duplicates of a row that is not there yet, written in the address', () => {
        const id = add('accounts', { name: 'Contoso' });
        const entity = { '@odata.type': 'Microsoft.Dynamics.CRM.account', name: 'Contoso' };
        const json = JSON.stringify(entity);
        const page = encodeURIComponent('{"PageNumber":1,"Count":20}');
        for (const written of [json, json.replaceAll('"', "'")]) {
            const found = rows(
                "RetrieveDuplicates(BusinessEntity=@e,MatchingEntityName='account',PagingInfo=@p)" +
                    `?@e=${encodeURIComponent(written)}&@p=${page}`,
            );
            expect(found).toMatchObject([{ accountid: id, name: 'Contoso' }]);
        }
    });

    it('gives a row with its version and its values in words', () => {
        const { id, etag } = aLead({ purchasetimeframe: 1 });
        const reply = client.send('GET', `leads(${id})?$select=purchasetimeframe,_ownerid_value`, undefined, {
            ...asSam,
            ...ALL_ANNOTATIONS,
        });
        expect(reply.json).toMatchObject({
            '@odata.etag': etag,
            'purchasetimeframe@OData.Community.Display.V1.FormattedValue': 'This Quarter',
            '_ownerid_value@OData.Community.Display.V1.FormattedValue': 'Sam Rivera',
            '_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'systemuser',
        });
    });
});
