import type { LocalDataverse } from '../../../../local/dataverse/local-dataverse';
import type { Relationship } from '../../../../local/dataverse/metadata/types';
import type { Row } from '../../../../local/dataverse/pipeline/types';
import {
    USERS,
    aColumn,
    aLead,
    aTable,
    account,
    admin,
    anEnvironment,
    as,
    contact,
    count,
    lead,
    manager,
    otherSeller,
    refusal,
    refusalCode,
    seller,
    user,
} from './an-environment';

let dataverse: LocalDataverse;
beforeEach(() => {
    dataverse = anEnvironment();
});
afterEach(() => dataverse.close());

const read = (table: string, id: string, columns: readonly string[]): Row => {
    const row = dataverse.organization.retrieve(table, id, columns, admin);
    return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
};
const newLead = (row: Row = {}, context = seller) => dataverse.organization.create('lead', aLead(row), context);

describe('Update', () => {
    it('notes who changed the row and when, and gives it a new version', () => {
        const id = newLead();
        const before = dataverse.organization.retrieve('lead', id, undefined, seller);
        dataverse.organization.update(
            'lead',
            id,
            { subject: 'Paint shop robots' },
            as(USERS.manager, { now: '2026-03-03T00:00:00Z' }),
        );
        const after = dataverse.organization.retrieve('lead', id, undefined, seller);
        expect(after).toMatchObject({
            subject: 'Paint shop robots',
            modifiedon: '2026-03-03T00:00:00Z',
            modifiedby: user(USERS.manager),
            createdby: user(USERS.seller),
        });
        expect(Number(after.versionnumber)).toBeGreaterThan(Number(before.versionnumber));
    });

    it('is refused with 412 when somebody else was faster', () => {
        const id = newLead();
        const { versionnumber } = dataverse.organization.retrieve('lead', id, ['versionnumber'], seller);
        const version = Number(versionnumber);
        dataverse.organization.update('lead', id, { subject: 'First' }, seller, version);
        const error = refusal(() => dataverse.organization.update('lead', id, { subject: 'Second' }, seller, version));
        expect([error.hexCode, error.httpStatus]).toEqual(['0x80060882', 412]);
        expect(read('lead', id, ['subject'])).toEqual({ subject: 'First' });
    });

    it('of a row that is not there names table and id', () => {
        const error = refusal(() => dataverse.organization.update('lead', USERS.admin, { subject: 'x' }, seller));
        expect([error.hexCode, error.httpStatus, error.message]).toEqual([
            '0x80040217',
            404,
            `lead With Id = ${USERS.admin} Does Not Exist`,
        ]);
    });
});

describe('Upsert', () => {
    it('creates the row with its id, then changes it', () => {
        const id = 'aaaaaaaa-0000-4000-8000-000000000001';
        expect(dataverse.organization.upsert('account', id, { name: 'One' }, seller)).toBe(true);
        expect(dataverse.organization.upsert('account', id, { name: 'Two' }, seller)).toBe(false);
        expect(read('account', id, ['name'])).toEqual({ name: 'Two' });
    });
});

describe('the bulk messages', () => {
    it('create, change and upsert rows, all or none', () => {
        const targets = [1, 2].map((each) => ({ table: 'account', row: { name: `Account ${each}` } }));
        const { Ids } = dataverse.organization.execute(
            'CreateMultiple',
            { entityLogicalName: 'account', Targets: targets },
            seller,
        );
        const [first = '', second = ''] = Ids as readonly string[];
        dataverse.organization.execute(
            'UpdateMultiple',
            {
                Targets: [first, second].map((accountid) => ({
                    table: 'account',
                    row: { accountid, numberofemployees: 7 },
                })),
            },
            seller,
        );
        expect(read('account', second, ['name', 'numberofemployees'])).toEqual({
            name: 'Account 2',
            numberofemployees: 7,
        });
        const mixed = [
            { table: 'account', row: { name: 'Good' } },
            { table: 'account', row: { name: 'x'.repeat(200) } },
        ];
        expect(refusalCode(() => dataverse.organization.execute('CreateMultiple', { Targets: mixed }, seller))).toBe(
            '0x80044331',
        );
        expect(count(dataverse, 'account')).toBe(2);
        const answer = dataverse.organization.execute(
            'UpsertMultiple',
            {
                Targets: [
                    { table: 'account', row: { accountid: first, name: 'Renamed' } },
                    { table: 'account', row: { accountid: 'aaaaaaaa-0000-4000-8000-000000000002', name: 'New' } },
                ],
            },
            seller,
        );
        expect(answer.Results).toMatchObject([{ RecordCreated: false }, { RecordCreated: true }]);
    });

    it('refuse an empty list and rows of several tables', () => {
        expect(
            refusal(() => dataverse.organization.execute('CreateMultiple', { Targets: [] }, seller)).message,
        ).toMatch(/'Targets' is empty/);
        const mixed = [
            { table: 'account', row: {} },
            { table: 'lead', row: {} },
        ];
        expect(
            refusal(() => dataverse.organization.execute('CreateMultiple', { Targets: mixed }, seller)).message,
        ).toMatch(/send each table by itself/);
    });
});

describe('messages that are not there', () => {
    it('Merge says that it is not supported here', () => {
        const error = refusal(() =>
            dataverse.organization.execute(
                'Merge',
                { Target: lead(USERS.admin), Subordinate: lead(USERS.admin) },
                seller,
            ),
        );
        expect([error.httpStatus, error.message]).toEqual([501, 'Merge is not supported here (local Dataverse).']);
    });
    it('an unknown one names itself', () => {
        const error = refusal(() => dataverse.organization.execute('QualifyEverything', {}, seller));
        expect([error.hexCode, error.httpStatus]).toEqual(['0x80060888', 404]);
        expect(error.message).toMatch(/'QualifyEverything'/);
    });
    it.each(['activitypointer', 'activityparty', 'leadcompetitors', 'owner'])('Create does not support %s', (table) => {
        expect(refusalCode(() => dataverse.organization.create(table, {}, admin))).toBe('0x80040800');
    });
});

describe('the customer of a row', () => {
    it('is the account, else the contact, and fills the lookup of its kind', () => {
        const accountId = dataverse.organization.create('account', { name: 'A' }, seller);
        const contactId = dataverse.organization.create('contact', { lastname: 'C' }, seller);
        const id = dataverse.organization.create(
            'opportunity',
            { name: 'O', parentcontactid: contact(contactId) },
            seller,
        );
        expect(read('opportunity', id, ['customerid'])).toEqual({ customerid: contact(contactId) });
        dataverse.organization.update('opportunity', id, { parentaccountid: account(accountId) }, seller);
        expect(read('opportunity', id, ['customerid'])).toEqual({ customerid: account(accountId) });
        dataverse.organization.update('opportunity', id, { parentaccountid: null }, seller);
        expect(read('opportunity', id, ['customerid'])).toEqual({ customerid: contact(contactId) });
        const other = dataverse.organization.create(
            'opportunity',
            { name: 'O', customerid: account(accountId) },
            seller,
        );
        expect(read('opportunity', other, ['parentaccountid', 'parentcontactid'])).toEqual({
            parentaccountid: account(accountId),
            parentcontactid: null,
        });
    });
});

describe('activities', () => {
    it('keep their parties as rows, also owner and regarding row', () => {
        const leadId = newLead();
        const id = dataverse.organization.create(
            'phonecall',
            {
                subject: 'First call',
                regardingobjectid: lead(leadId),
                from: [{ partyid: user(USERS.seller) }],
                to: [{ partyid: lead(leadId) }, { addressused: 'desk@goteborgmotor.example' }],
            },
            seller,
        );
        const row = dataverse.organization.retrieve('phonecall', id, ['from', 'to', 'activitytypecode'], seller);
        expect(row.activitytypecode).toBe('phonecall');
        expect(row.from).toMatchObject([{ partyid: user(USERS.seller), participationtypemask: 1 }]);
        expect(row.to).toMatchObject([
            { partyid: lead(leadId) },
            { partyid: null, addressused: 'desk@goteborgmotor.example' },
        ]);
        const masks = () =>
            dataverse.environment.store
                .prepare<{ mask: number }>(
                    'SELECT participationtypemask AS mask FROM activityparty WHERE activityid = ? ORDER BY 1',
                )
                .all(id)
                .map(({ mask }) => mask);
        expect(masks()).toEqual([1, 2, 2, 8, 9]);
        dataverse.organization.update(
            'phonecall',
            id,
            { to: [{ partyid: user(USERS.manager) }], regardingobjectid: null },
            seller,
        );
        expect(masks()).toEqual([1, 2, 9]);
        expect(
            dataverse.organization.retrieve('activitypointer', id, ['subject', 'activitytypecode'], seller),
        ).toMatchObject({ subject: 'First call', activitytypecode: 'phonecall' });
        dataverse.organization.delete('phonecall', id, seller);
        expect(masks()).toEqual([]);
    });

    it('refuse a party that is nobody', () => {
        expect(
            refusal(() => dataverse.organization.create('phonecall', { subject: 'x', to: [{}] }, seller)).message,
        ).toMatch(/neither partyid nor addressused/);
    });
});

it('a note knows what it is about and whether it carries a file', () => {
    const leadId = newLead();
    const id = dataverse.organization.create(
        'annotation',
        {
            subject: 'Card',
            objectid: lead(leadId),
            filename: 'card.txt',
            documentbody: 'aGVsbG8=',
            mimetype: 'text/plain',
        },
        seller,
    );
    expect(read('annotation', id, ['objecttypecode', 'isdocument', 'filesize'])).toEqual({
        objecttypecode: 'lead',
        isdocument: true,
        filesize: 5,
    });
    const plain = dataverse.organization.create(
        'annotation',
        { notetext: 'Met at the fair', objectid: lead(leadId) },
        seller,
    );
    expect(read('annotation', plain, ['isdocument', 'filesize'])).toEqual({ isdocument: false, filesize: null });
});

describe('money', () => {
    const currency = (code: string) => ({
        table: 'transactioncurrency',
        id:
            dataverse.environment.store
                .prepare<{
                    id: string;
                }>('SELECT transactioncurrencyid AS id FROM transactioncurrency WHERE isocurrencycode = ?')
                .get(code)?.id ?? '',
    });
    const rate = (code: string) =>
        dataverse.environment.store
            .prepare<{ rate: number }>('SELECT exchangerate AS rate FROM transactioncurrency WHERE isocurrencycode = ?')
            .get(code)?.rate ?? NaN;

    it('has a twin in the base currency', () => {
        const id = newLead({ budgetamount: 1000, transactioncurrencyid: currency('USD') });
        const row = read('lead', id, ['budgetamount', 'budgetamount_base', 'exchangerate']);
        expect(row.exchangerate).toBe(rate('USD'));
        expect(row.budgetamount_base).toBeCloseTo(1000 / rate('USD'), 3);
        dataverse.organization.update('lead', id, { budgetamount: null }, seller);
        expect(read('lead', id, ['budgetamount', 'budgetamount_base'])).toEqual({
            budgetamount: null,
            budgetamount_base: null,
        });
    });

    it('is rounded to the places of its currency', () => {
        const id = newLead({ budgetamount: 10.567, transactioncurrencyid: currency('JPY') });
        expect(read('lead', id, ['budgetamount'])).toEqual({ budgetamount: 11 });
    });

    it('keeps the rate it was written with until money, currency or state change', () => {
        const id = newLead({ budgetamount: 1000, transactioncurrencyid: currency('USD') });
        const former = rate('USD');
        dataverse.organization.update('transactioncurrency', currency('USD').id, { exchangerate: 2 }, admin);
        dataverse.organization.update('lead', id, { subject: 'Same money' }, seller);
        expect(read('lead', id, ['exchangerate'])).toEqual({ exchangerate: former });
        dataverse.organization.update('lead', id, { budgetamount: 900 }, seller);
        expect(read('lead', id, ['exchangerate', 'budgetamount_base'])).toEqual({
            exchangerate: 2,
            budgetamount_base: 450,
        });
    });

    it('needs a currency', () => {
        const id = newLead({ budgetamount: 1000 });
        expect(
            refusalCode(() => dataverse.organization.update('lead', id, { transactioncurrencyid: null }, seller)),
        ).toBe('0x80048cfb');
        expect(read('lead', newLead(), ['transactioncurrencyid'])).toEqual({ transactioncurrencyid: null });
    });
});

describe('duplicate detection', () => {
    const asking = { ...seller, suppressDuplicateDetection: false };

    it('refuses what a published rule calls a duplicate, when the request asks', () => {
        dataverse.organization.create('account', { name: 'Café Zürich' }, seller);
        const error = refusal(() => dataverse.organization.create('account', { name: 'CAFE ZURICH' }, asking));
        expect([error.hexCode, error.httpStatus, error.details]).toEqual([
            '0x80040333',
            412,
            { DuplicateEntity: 'account' },
        ]);
        expect(dataverse.organization.create('account', { name: 'CAFE ZURICH' }, seller)).toBeTruthy();
    });

    it('looks on update only when a column of a rule changes, and never at the row itself', () => {
        dataverse.organization.create('account', { name: 'Twin' }, seller);
        const id = dataverse.organization.create('account', { name: 'Other' }, seller);
        dataverse.organization.update('account', id, { numberofemployees: 3 }, asking);
        dataverse.organization.update('account', id, { name: 'Other' }, asking);
        expect(refusalCode(() => dataverse.organization.update('account', id, { name: 'Twin' }, asking))).toBe(
            '0x80040333',
        );
    });

    it('leaves rules alone that are not published', () => {
        dataverse.environment.store.prepare('UPDATE duplicaterule SET statuscode = 0, statecode = 0').run();
        dataverse.organization.create('account', { name: 'Twin' }, seller);
        expect(dataverse.organization.create('account', { name: 'Twin' }, asking)).toBeTruthy();
    });

    it('answers the matches', () => {
        const id = dataverse.organization.create('account', { name: 'Twin' }, seller);
        const { value } = dataverse.organization.execute(
            'RetrieveDuplicates',
            { BusinessEntity: { table: 'account', row: { name: 'twin' } }, MatchingEntityName: 'account' },
            seller,
        );
        expect(value).toMatchObject([{ table: 'account', row: { accountid: id } }]);
    });
});

describe('relationships', () => {
    it('Associate and Disassociate set and empty the lookup from either side', () => {
        const accountId = dataverse.organization.create('account', { name: 'A' }, seller);
        const contactId = dataverse.organization.create('contact', { lastname: 'C' }, seller);
        dataverse.organization.associate('contact_customer_accounts', account(accountId), [contact(contactId)], seller);
        expect(read('contact', contactId, ['parentcustomerid'])).toEqual({ parentcustomerid: account(accountId) });
        dataverse.organization.disassociate(
            'contact_customer_accounts',
            contact(contactId),
            [account(accountId)],
            seller,
        );
        expect(read('contact', contactId, ['parentcustomerid'])).toEqual({ parentcustomerid: null });
    });

    it('N:N rows are linked once, and unlinked as often as one likes', () => {
        const leadId = newLead();
        const competitor = {
            table: 'competitor',
            id: dataverse.organization.create('competitor', { name: 'Adventure Robotics' }, seller),
        };
        dataverse.organization.associate('leadcompetitors_association', lead(leadId), [competitor], seller);
        expect(
            refusalCode(() =>
                dataverse.organization.associate('leadcompetitors_association', competitor, [lead(leadId)], seller),
            ),
        ).toBe('0x80040237');
        dataverse.organization.disassociate('leadcompetitors_association', lead(leadId), [competitor], seller);
        dataverse.organization.disassociate('leadcompetitors_association', lead(leadId), [competitor], seller);
        expect(count(dataverse, 'leadcompetitors')).toBe(0);
    });

    it('name themselves when they do not fit', () => {
        expect(
            refusal(() => dataverse.organization.associate('nosuch', lead(USERS.admin), [], seller)).message,
        ).toMatch(/'nosuch'/);
        expect(
            refusal(() =>
                dataverse.organization.associate(
                    'leadcompetitors_association',
                    lead(USERS.admin),
                    [lead(USERS.admin)],
                    seller,
                ),
            ).message,
        ).toMatch(/relates lead and competitor, not lead and lead|relates competitor and lead/);
    });

    it('a deleted lead takes its notes, tasks and links along, and leaves what it led to', () => {
        const leadId = newLead();
        const rows = dataverse.organization.execute(
            'QualifyLead',
            { entity: lead(leadId), CreateAccount: true, CreateContact: true, CreateOpportunity: true, Status: -1 },
            seller,
        ).value;
        const competitor = {
            table: 'competitor',
            id: dataverse.organization.create('competitor', { name: 'Adventure Robotics' }, seller),
        };
        dataverse.organization.associate('leadcompetitors_association', lead(leadId), [competitor], seller);
        dataverse.organization.create('annotation', { notetext: 'x', objectid: lead(leadId) }, seller);
        dataverse.organization.create('task', { subject: 'x', regardingobjectid: lead(leadId) }, seller);
        dataverse.organization.delete('lead', leadId, seller);
        expect(['lead', 'annotation', 'task', 'leadcompetitors'].map((table) => count(dataverse, table))).toEqual([
            0, 0, 0, 0,
        ]);
        const opportunityId =
            (rows as readonly { table: string; id: string }[]).find(({ table }) => table === 'opportunity')?.id ?? '';
        expect(read('opportunity', opportunityId, ['originatingleadid'])).toEqual({ originatingleadid: null });
    });

    it('an assigned account takes along what belongs to it', () => {
        const accountId = dataverse.organization.create('account', { name: 'A' }, manager);
        const noteId = dataverse.organization.create(
            'annotation',
            { notetext: 'x', objectid: account(accountId) },
            manager,
        );
        dataverse.organization.update('account', accountId, { ownerid: user(USERS.otherSeller) }, admin);
        expect(read('annotation', noteId, ['ownerid'])).toEqual({ ownerid: user(USERS.otherSeller) });
        expect(read('account', accountId, ['owningbusinessunit', 'owninguser'])).toMatchObject({
            owninguser: user(USERS.otherSeller),
            owningbusinessunit: read('systemuser', USERS.otherSeller, ['businessunitid']).businessunitid,
        });
    });
});

describe('tables that a solution brings', () => {
    const reasonOfLead: Relationship = {
        kind: 'OneToMany',
        schemaName: 'new_reason_lead',
        referencedTable: 'new_reason',
        referencedColumn: 'new_reasonid',
        referencingTable: 'lead',
        referencingColumn: 'new_reasonid',
        lookupNavigationProperty: 'new_ReasonId',
        collectionNavigationProperty: 'new_reason_lead',
        cascade: {
            assign: 'NoCascade',
            delete: 'Restrict',
            merge: 'NoCascade',
            reparent: 'NoCascade',
            share: 'NoCascade',
            unshare: 'NoCascade',
        },
        isCustom: true,
    };
    const bring = () =>
        dataverse.environment.putLayer({
            solution: 'Test',
            managed: false,
            tables: [
                aTable('new_reason', [aColumn('new_code', { maxLength: 10 })], {
                    keys: [{ logicalName: 'new_codekey', columns: ['new_code'] }],
                }),
                {
                    logicalName: 'lead',
                    columns: [
                        aColumn('new_reasonid', {
                            type: 'Lookup',
                            targets: ['new_reason'],
                            schemaName: 'new_ReasonId',
                        }),
                    ],
                },
            ],
            relationships: [reasonOfLead],
            optionSets: [],
        });

    it('hold rows back that others point to, where the relationship restricts', () => {
        bring();
        const reason = {
            table: 'new_reason',
            id: dataverse.organization.create('new_reason', { new_name: 'No budget' }, admin),
        };
        const leadId = newLead({ new_reasonid: reason }, admin);
        const error = refusal(() => dataverse.organization.delete('new_reason', reason.id, admin));
        expect([error.hexCode, error.httpStatus]).toEqual(['0x80040227', 405]);
        expect(error.message).toMatch(/rows of lead point to this new_reason by 'new_reasonid'/);
        dataverse.organization.update('lead', leadId, { new_reasonid: null }, admin);
        dataverse.organization.delete('new_reason', reason.id, admin);
        expect(count(dataverse, 'new_reason')).toBe(0);
    });

    it('keep alternate keys unique, empty ones aside', () => {
        bring();
        dataverse.organization.create('new_reason', { new_name: 'a', new_code: 'B1' }, admin);
        const error = refusal(() =>
            dataverse.organization.create('new_reason', { new_name: 'b', new_code: 'b1' }, admin),
        );
        expect([error.hexCode, error.httpStatus]).toEqual(['0x80060892', 412]);
        expect(error.message).toMatch(/^Entity Key new_codekey violated/);
        dataverse.organization.create('new_reason', { new_name: 'c' }, admin);
        dataverse.organization.create('new_reason', { new_name: 'd' }, admin);
    });

    it('are closed to roles that have no privileges on them', () => {
        bring();
        expect(
            refusal(() => dataverse.organization.create('new_reason', { new_name: 'a' }, otherSeller)).message,
        ).toMatch(
            /Id=11111111-1111-4111-8111-111111111103, name=Nadia Laurent, .* is missing prvCreatenew_reason privilege/,
        );
        expect(dataverse.organization.create('new_reason', { new_name: 'a' }, as(USERS.maker))).toBeTruthy();
    });
});

it('InitializeFrom answers what a new row would take over', () => {
    const leadId = newLead();
    const { value } = dataverse.organization.execute(
        'InitializeFrom',
        { EntityMoniker: lead(leadId), TargetEntityName: 'contact' },
        seller,
    );
    expect(value).toMatchObject({
        table: 'contact',
        row: { firstname: 'Karin', lastname: 'Lindqvist', jobtitle: 'Head of Purchasing' },
    });
    expect(count(dataverse, 'contact')).toBe(0);
});
