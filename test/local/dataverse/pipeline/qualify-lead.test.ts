import fc from 'fast-check';
import type { LocalDataverse } from '../../../../local/dataverse/local-dataverse';
import type { MessageParameters, RequestContext, Row, RowReference } from '../../../../local/dataverse/pipeline/types';
import {
    STAGES,
    USERS,
    aLead,
    account,
    admin,
    anEnvironment,
    contact,
    count,
    lead,
    manager,
    otherSeller,
    refusal,
    refusalCode,
    seller,
} from './an-environment';

let dataverse: LocalDataverse;
beforeEach(() => {
    dataverse = anEnvironment();
});
afterEach(() => dataverse.close());

const newLead = (row: Row = {}, context = seller) => dataverse.organization.create('lead', aLead(row), context);

/** As the app's own client calls it. */
function qualify(id: string, more: MessageParameters = {}, context: RequestContext = seller): readonly RowReference[] {
    const answer = dataverse.organization.execute(
        'QualifyLead',
        { entity: lead(id), CreateAccount: true, CreateContact: true, CreateOpportunity: true, Status: -1, ...more },
        context,
    );
    return answer.value as readonly RowReference[];
}

const made = (rows: readonly RowReference[], table: string): string => {
    const row = rows.find((each) => each.table === table);
    if (!row) {
        throw new Error(`No ${table} was made.`);
    }
    return row.id;
};

const read = (table: string, id: string, columns: readonly string[]): Row => {
    const row = dataverse.organization.retrieve(table, id, columns, admin);
    return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
};

const instanceOf = (leadId: string) =>
    dataverse.environment.store
        .prepare(
            'SELECT activestageid, traversedpath, opportunityid, statecode FROM leadtoopportunitysalesprocess WHERE leadid = ?',
        )
        .get(leadId);

describe('a qualified lead', () => {
    it('becomes account, contact and opportunity that know each other', () => {
        const id = newLead({
            estimatedamount: 80000,
            budgetamount: 75000,
            address1_city: 'Göteborg',
            mobilephone: '+46 70 555 0120',
        });
        const rows = qualify(id);
        expect(rows.map(({ table }) => table)).toEqual(['account', 'contact', 'opportunity']);
        const [accountId, contactId, opportunityId] = [
            made(rows, 'account'),
            made(rows, 'contact'),
            made(rows, 'opportunity'),
        ];
        expect(
            read('account', accountId, [
                'name',
                'address1_city',
                'primarycontactid',
                'originatingleadid',
                'telephone1',
            ]),
        ).toEqual({
            name: 'Göteborg Motor AB',
            address1_city: 'Göteborg',
            primarycontactid: contact(contactId),
            originatingleadid: lead(id),
            telephone1: '+46 31 555 01 20',
        });
        expect(
            read('contact', contactId, ['fullname', 'jobtitle', 'emailaddress1', 'mobilephone', 'parentcustomerid']),
        ).toEqual({
            fullname: 'Karin Lindqvist',
            jobtitle: 'Head of Purchasing',
            emailaddress1: 'karin.lindqvist@goteborgmotor.example',
            mobilephone: '+46 70 555 0120',
            parentcustomerid: account(accountId),
        });
        expect(
            read('opportunity', opportunityId, [
                'name',
                'customerid',
                'parentaccountid',
                'parentcontactid',
                'originatingleadid',
                'estimatedvalue',
                'budgetamount',
                'statecode',
                'statuscode',
            ]),
        ).toEqual({
            name: 'Body shop robots',
            customerid: account(accountId),
            parentaccountid: account(accountId),
            parentcontactid: contact(contactId),
            originatingleadid: lead(id),
            estimatedvalue: 80000,
            budgetamount: 75000,
            statecode: 0,
            statuscode: 1,
        });
        expect(
            read('lead', id, [
                'statecode',
                'statuscode',
                'parentaccountid',
                'parentcontactid',
                'qualifyingopportunityid',
            ]),
        ).toEqual({
            statecode: 1,
            statuscode: 3,
            parentaccountid: account(accountId),
            parentcontactid: contact(contactId),
            qualifyingopportunityid: { table: 'opportunity', id: opportunityId },
        });
        expect(instanceOf(id)).toEqual({
            activestageid: STAGES.develop,
            traversedpath: `${STAGES.qualify},${STAGES.develop}`,
            opportunityid: opportunityId,
            statecode: 0,
        });
    });

    it('is linked to the account and contact it has, which stay as they are', () => {
        const accountId = dataverse.organization.create('account', { name: 'Göteborg Motor AB' }, seller);
        const contactId = dataverse.organization.create('contact', { lastname: 'Lindqvist' }, seller);
        const id = newLead({ parentaccountid: account(accountId), parentcontactid: contact(contactId) });
        const rows = qualify(id);
        expect(rows.map(({ table }) => table)).toEqual(['opportunity']);
        expect(
            read('opportunity', made(rows, 'opportunity'), ['parentaccountid', 'parentcontactid', 'customerid']),
        ).toEqual({
            parentaccountid: account(accountId),
            parentcontactid: contact(contactId),
            customerid: account(accountId),
        });
        expect(read('account', accountId, ['primarycontactid'])).toEqual({ primarycontactid: null });
        expect([count(dataverse, 'account'), count(dataverse, 'contact')]).toEqual([1, 1]);
    });

    it('gives a new contact the account that is there already', () => {
        const accountId = dataverse.organization.create('account', { name: 'Göteborg Motor AB' }, seller);
        const rows = qualify(newLead({ parentaccountid: account(accountId) }));
        expect(read('contact', made(rows, 'contact'), ['parentcustomerid'])).toEqual({
            parentcustomerid: account(accountId),
        });
    });

    it('makes no account without a company name', () => {
        const rows = qualify(newLead({ companyname: null }));
        expect(rows.map(({ table }) => table)).toEqual(['contact', 'opportunity']);
        expect(read('opportunity', made(rows, 'opportunity'), ['customerid'])).toEqual({
            customerid: contact(made(rows, 'contact')),
        });
    });

    it('takes its competitors along and leaves its activities where they are', () => {
        const id = newLead();
        const competitorId = dataverse.organization.create('competitor', { name: 'Adventure Robotics' }, seller);
        dataverse.organization.associate(
            'leadcompetitors_association',
            lead(id),
            [{ table: 'competitor', id: competitorId }],
            seller,
        );
        const taskId = dataverse.organization.create(
            'task',
            { subject: 'Call back', regardingobjectid: lead(id) },
            seller,
        );
        const opportunityId = made(qualify(id), 'opportunity');
        expect(
            count(
                dataverse,
                'opportunitycompetitors',
                `opportunityid = '${opportunityId}' AND competitorid = '${competitorId}'`,
            ),
        ).toBe(1);
        expect(read('task', taskId, ['regardingobjectid', 'statecode'])).toEqual({
            regardingobjectid: lead(id),
            statecode: 0,
        });
    });

    it('can be qualified without an opportunity; the process stays where it is', () => {
        const id = newLead();
        const rows = qualify(id, { CreateOpportunity: false });
        expect(rows.map(({ table }) => table)).toEqual(['account', 'contact']);
        expect(instanceOf(id)).toMatchObject({ activestageid: STAGES.qualify, opportunityid: null });
    });
});

describe('the parameters of QualifyLead', () => {
    it('accept what the app’s own client sends: empty objects for absent rows, the process by its general name', () => {
        const id = newLead();
        const instance = dataverse.environment.store
            .prepare<{
                id: string;
            }>('SELECT businessprocessflowinstanceid AS id FROM leadtoopportunitysalesprocess WHERE leadid = ?')
            .get(id)?.id;
        const rows = qualify(id, {
            OpportunityCustomerId: {},
            SourceCampaignId: { table: 'campaign', row: {} },
            SuppressDuplicateDetection: false,
            ProcessInstanceId: {
                table: 'businessprocessflowinstance',
                row: { businessprocessflowinstanceid: instance ?? null },
            },
        });
        expect(rows).toHaveLength(3);
    });

    it('set customer, campaign and currency of the opportunity', () => {
        const accountId = dataverse.organization.create('account', { name: 'Parent company' }, seller);
        const campaignId = dataverse.organization.create('campaign', { name: 'Trade fair' }, admin);
        const dollars = dataverse.environment.store
            .prepare<{
                id: string;
            }>("SELECT transactioncurrencyid AS id FROM transactioncurrency WHERE isocurrencycode = 'USD'")
            .get()?.id;
        const rows = qualify(newLead(), {
            OpportunityCustomerId: { table: 'account', row: { accountid: accountId } },
            SourceCampaignId: { table: 'campaign', id: campaignId },
            OpportunityCurrencyId: { table: 'transactioncurrency', id: dollars ?? '' },
        });
        expect(
            read('opportunity', made(rows, 'opportunity'), [
                'customerid',
                'parentaccountid',
                'campaignid',
                'transactioncurrencyid',
            ]),
        ).toEqual({
            customerid: account(accountId),
            parentaccountid: account(accountId),
            campaignid: { table: 'campaign', id: campaignId },
            transactioncurrencyid: { table: 'transactioncurrency', id: dollars },
        });
    });

    it('fall back to the organization’s currency', () => {
        const rows = qualify(newLead());
        const base = dataverse.environment.store
            .prepare<{ id: string }>('SELECT basecurrencyid AS id FROM organization')
            .get()?.id;
        expect(read('opportunity', made(rows, 'opportunity'), ['transactioncurrencyid'])).toEqual({
            transactioncurrencyid: { table: 'transactioncurrency', id: base },
        });
    });

    it.each([
        ['a missing one', { CreateAccount: undefined }, '0x80040203', /'CreateAccount' of QualifyLead is missing/],
        [
            'a status reason of another state',
            { Status: 6 },
            '0x80048408',
            /6 is not a valid status code for state code LeadState.Qualified/,
        ],
        [
            'a customer that is none',
            { OpportunityCustomerId: { table: 'lead', id: USERS.admin } },
            '0x8004022d',
            /'lead'; give an account or a contact/,
        ],
        [
            'a process of another lead',
            { ProcessInstanceId: { table: 'leadtoopportunitysalesprocess', id: USERS.admin } },
            '0x80040217',
            /Does Not Exist for lead/,
        ],
    ])('refuse %s', (_what, more, code, message) => {
        const id = newLead();
        const error = refusal(() => qualify(id, more as MessageParameters));
        expect(error.hexCode).toBe(code);
        expect(error.message).toMatch(message);
        expect(count(dataverse, 'opportunity')).toBe(0);
    });

    it('follow the create-what table: existing rows are never made again, whatever is asked for', () => {
        fc.assert(
            fc.property(
                fc.boolean(),
                fc.boolean(),
                fc.boolean(),
                fc.boolean(),
                fc.boolean(),
                (hasAccount, hasContact, hasCompany, CreateAccount, CreateContact) => {
                    const accountId = dataverse.organization.create('account', { name: 'There' }, seller);
                    const contactId = dataverse.organization.create('contact', { lastname: 'There' }, seller);
                    const id = newLead({
                        companyname: hasCompany ? 'New' : null,
                        ...(hasAccount ? { parentaccountid: account(accountId) } : {}),
                        ...(hasContact ? { parentcontactid: contact(contactId) } : {}),
                    });
                    const tables = qualify(id, { CreateAccount, CreateContact }).map(({ table }) => table);
                    expect(tables).toEqual([
                        ...(CreateAccount && !hasAccount && hasCompany ? ['account'] : []),
                        ...(CreateContact && !hasContact ? ['contact'] : []),
                        'opportunity',
                    ]);
                },
            ),
            { numRuns: 32 },
        );
    });
});

describe('QualifyLead is refused', () => {
    it('the second time, and there is one opportunity', () => {
        const id = newLead();
        qualify(id);
        const error = refusal(() => qualify(id));
        expect(error.hexCode).toBe('0x80040519');
        expect(error.message).toMatch(/^The lead is already closed\./);
        expect(count(dataverse, 'opportunity')).toBe(1);
    });

    it('for a disqualified lead', () => {
        const id = newLead();
        dataverse.organization.update('lead', id, { statecode: 2, statuscode: 6 }, seller);
        expect(refusalCode(() => qualify(id))).toBe('0x80040519');
    });

    it('for a lead of somebody whose leads the user may only read', () => {
        const id = newLead({}, otherSeller);
        const error = refusal(() => qualify(id));
        expect([error.hexCode, error.httpStatus]).toEqual(['0x80040220', 403]);
        expect(error.message).toMatch(/WriteAccess right\(s\) for record with id .* of entity lead/);
        expect(qualify(id, {}, manager)).toHaveLength(3);
    });

    it('when the user may not create one of the rows, naming the privilege', () => {
        dataverse.environment.store
            .prepare("DELETE FROM roleprivileges WHERE privilegename = 'prvCreateOpportunity'")
            .run();
        const id = newLead();
        expect(refusal(() => qualify(id)).message).toMatch(
            /is missing prvCreateOpportunity privilege on OTC=3 for entity 'opportunity'/,
        );
        expect(read('lead', id, ['statecode'])).toEqual({ statecode: 0 });
    });

    it('when the process stands at a stage of the opportunity', () => {
        const id = newLead();
        qualify(id);
        dataverse.organization.update('lead', id, { statecode: 0 }, seller);
        expect(refusalCode(() => qualify(id))).toBe('0x80100002');
        const instance = dataverse.environment.store
            .prepare<{
                id: string;
            }>('SELECT businessprocessflowinstanceid AS id FROM leadtoopportunitysalesprocess WHERE leadid = ?')
            .get(id)?.id;
        dataverse.organization.update(
            'leadtoopportunitysalesprocess',
            instance ?? '',
            { activestageid: { table: 'processstage', id: STAGES.qualify }, traversedpath: STAGES.qualify },
            seller,
        );
        expect(qualify(id).map(({ table }) => table)).toEqual(['opportunity']);
    });

    it('when a text does not fit the column it is mapped to, naming both', () => {
        const store = dataverse.environment.store;
        store
            .prepare(
                "UPDATE attributemap SET targetattributename = 'tickersymbol' WHERE sourceattributename = 'companyname' AND targetattributename = 'name'",
            )
            .run();
        const error = refusal(() => qualify(newLead()));
        expect(error.hexCode).toBe('0x80044331');
        expect(error.message).toMatch(
            /'companyname' of the lead is mapped to 'tickersymbol' of account, which holds 10 characters; the text has 17/,
        );
        expect(count(dataverse, 'account')).toBe(0);
    });

    it('when a duplicate is found and the check is not suppressed, and then goes through', () => {
        dataverse.organization.create('account', { name: 'göteborg motor ab' }, admin);
        const id = newLead();
        const error = refusal(() => qualify(id, { SuppressDuplicateDetection: false }));
        expect([error.hexCode, error.details]).toEqual(['0x80040333', { DuplicateEntity: 'account' }]);
        expect(qualify(id, { SuppressDuplicateDetection: true })).toHaveLength(3);
    });
});

describe('a fault anywhere in QualifyLead leaves nothing half-written', () => {
    it.each([
        ['Create', 'account', 'preOperation'],
        ['Create', 'account', 'postOperation'],
        ['Create', 'contact', 'preOperation'],
        ['Create', 'contact', 'postOperation'],
        ['Update', 'account', 'postOperation'],
        ['Create', 'opportunity', 'validation'],
        ['Create', 'opportunity', 'postOperation'],
        ['Associate', 'opportunity', 'postOperation'],
        ['Update', 'lead', 'preOperation'],
        ['Update', 'lead', 'postOperation'],
        ['Update', 'leadtoopportunitysalesprocess', 'postOperation'],
        ['QualifyLead', 'lead', 'postOperation'],
    ] as const)('%s of %s, %s', (message, table, stage) => {
        const id = newLead();
        const competitorId = dataverse.organization.create('competitor', { name: 'Adventure Robotics' }, seller);
        dataverse.organization.associate(
            'leadcompetitors_association',
            lead(id),
            [{ table: 'competitor', id: competitorId }],
            seller,
        );
        const before = everything(dataverse);
        const remove = dataverse.organization.registerStep({
            message,
            table,
            stage,
            run: () => {
                throw new Error('Power cut');
            },
        });
        expect(() => qualify(id)).toThrow('Power cut');
        expect(everything(dataverse)).toEqual(before);
        remove();
        expect(qualify(id)).toHaveLength(3);
    });
});

function everything({ environment }: LocalDataverse): unknown {
    return [
        'lead',
        'account',
        'contact',
        'opportunity',
        'opportunitycompetitors',
        'leadtoopportunitysalesprocess',
        'rowversion',
    ].map((table) => environment.store.prepare(`SELECT * FROM "${table}" ORDER BY 1`).all());
}
