import fc from 'fast-check';
import { Table } from '../../../lifecycle/columns';
import type { QualificationChoices } from '../../../lifecycle/qualify/qualification-choices';
import type { QualificationInput } from '../../../lifecycle/qualify/qualification-input';
import { mergeOf, proposeChoices } from '../../../lifecycle/qualify/propose-choices';
import { newQualificationIds } from '../../../lifecycle/qualify/new-ids';
import { prepareQualification } from '../../../lifecycle/qualify/prepare-qualification';
import type { QualificationOutcome } from '../../../lifecycle/qualify/qualification-outcome';
import { qualificationWrites } from '../../../lifecycle/qualify/qualification-writes';
import { runQualification } from '../../../lifecycle/qualify/run-qualification';
import type { Row } from '../../../lifecycle/row';
import { ConnectionLost } from '../../../lifecycle/web-api/web-api';
import {
    aRealDataverse,
    aStore,
    Person,
    type Fault,
    type HostOptions,
    type RealDataverse,
    type RealHost,
} from '../real-dataverse';

jest.setTimeout(120_000);

let dataverse: RealDataverse;
beforeAll(async () => {
    dataverse = await aRealDataverse();
});
afterAll(() => dataverse.close());

/** Definitions are read once, as in a session. */
const keptIn = aStore();
const aHost = (options: HostOptions = {}): Promise<RealHost> => dataverse.host({ keptIn, ...options });

/** Names that no other test uses, so that none finds the rows of another. */
let count = 0;
const aPerson = (): { readonly firstname: string; readonly lastname: string; readonly companyname: string } & Row => {
    count += 1;
    const letters = [...String(count)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
    return {
        firstname: 'Ines',
        lastname: `Moreau${letters}`,
        companyname: `Atelier ${letters.repeat(3)} SARL`,
        emailaddress1: `ines@${letters}.example`,
    };
};

const qualify = async (
    host: RealHost,
    leadId: string,
    change: (choices: QualificationChoices, input: QualificationInput) => QualificationChoices = (it) => it,
): Promise<QualificationOutcome> => {
    const input = await prepareQualification(host, leadId);
    const choices = change(proposeChoices(input), input);
    return runQualification(host, input, choices, { ids: newQualificationIds(host, input), detectDuplicates: true });
};

/** Everything that a qualification may write, but for the rows that follow. */
const snapshot = async (leadId: string): Promise<unknown> => [
    await dataverse.read(`leads(${leadId})`),
    await dataverse.rows(`leadtoopportunitysalesprocesses?$filter=_leadid_value eq ${leadId}`),
    await dataverse.count('accounts'),
    await dataverse.count('contacts'),
    await dataverse.count('opportunities'),
    await dataverse.count('llc_statushistories'),
    await dataverse.count('connections'),
];

const idsIn = (outcome: QualificationOutcome): { opportunity: string; account: string; contact: string } => {
    if (outcome.kind !== 'done') throw new Error(`Not done: ${JSON.stringify(outcome)}`);
    return {
        opportunity: outcome.opportunityId ?? '',
        account: outcome.accountId ?? '',
        contact: outcome.contactId ?? '',
    };
};

const lead = (id: string): Promise<Row> =>
    dataverse.read(
        `leads(${id})?$select=statecode,statuscode,_parentaccountid_value,_parentcontactid_value,` +
            '_qualifyingopportunityid_value,llc_statusnote',
    );

describe('a seller qualifies a lead', () => {
    it('in one write after two reads, with account, contact, opportunity, history and process as they belong', async () => {
        const person = aPerson();
        const id = await dataverse.addLead({
            ...person,
            estimatedamount: 12_500,
            estimatedclosedate: '2027-01-31',
            telephone1: '+33 1 23 45 67 89',
        });
        const host = await aHost();
        const outcome = await qualify(host, id, (choices) => ({
            ...choices,
            note: 'Wants an offer.',
            passedWarnings: ['Timeframe is not known.'],
        }));
        expect(host.sent.map(({ kind }) => kind)).toEqual(['read', 'read', 'write']);
        const { opportunity, account, contact } = idsIn(outcome);

        expect(await lead(id)).toMatchObject({
            statecode: 1,
            statuscode: 3,
            _parentaccountid_value: account,
            _parentcontactid_value: contact,
            _qualifyingopportunityid_value: opportunity,
            llc_statusnote: null,
        });
        expect(await dataverse.read(`accounts(${account})`)).toMatchObject({
            name: person.companyname,
            telephone1: '+33 1 23 45 67 89',
            _primarycontactid_value: contact,
            _originatingleadid_value: id,
            _ownerid_value: Person.seller,
        });
        expect(await dataverse.read(`contacts(${contact})`)).toMatchObject({
            fullname: `Ines ${person.lastname}`,
            emailaddress1: person['emailaddress1'],
            _parentcustomerid_value: account,
        });
        expect(await dataverse.read(`opportunities(${opportunity})`)).toMatchObject({
            name: 'Ten vans',
            estimatedvalue: 12_500,
            estimatedclosedate: '2027-01-31',
            budgetamount: 250_000,
            _customerid_value: account,
            _parentaccountid_value: account,
            _parentcontactid_value: contact,
            _originatingleadid_value: id,
            statecode: 0,
        });
        const history = await dataverse.rows(`llc_statushistories?$filter=_llc_leadid_value eq ${id}`);
        expect(history).toMatchObject([
            { llc_fromstatuscode: 1, llc_tostatuscode: 3, llc_note: 'Wants an offer.\nTimeframe is not known.' },
        ]);
        const processes = await dataverse.rows(`leadtoopportunitysalesprocesses?$filter=_leadid_value eq ${id}`);
        expect(processes).toMatchObject([{ _opportunityid_value: opportunity }]);
        expect(processes[0]?.['_activestageid_value@OData.Community.Display.V1.FormattedValue']).toBe('Develop');
    });

    it('with one read when the opener knows the lead and the metadata has been kept', async () => {
        const person = aPerson();
        const id = await dataverse.addLead(person);
        const contact = await dataverse.add('contacts', { ...nameOf(person), emailaddress1: person['emailaddress1'] });
        const host = await dataverse.host({ keptIn: aStore() });
        await prepareQualification(host, id, { known: person });
        expect(host.sent).toHaveLength(2);
        const input = await prepareQualification(host, id, { known: person });
        expect(host.sent).toHaveLength(3);
        expect(input.matches.contact.map((match) => match.id)).toEqual([contact]);

        const outdated = await prepareQualification(host, id, { known: { ...person, lastname: 'Somebody' } });
        expect(host.sent).toHaveLength(5);
        expect(outdated.matches.contact.map((match) => match.id)).toEqual([contact]);
    });

    it('and open activities, notes, stakeholders and competitors follow; what is done stays', async () => {
        const id = await dataverse.addLead(aPerson());
        const regarding = (table: string): Row => ({ [`regardingobjectid_lead_${table}@odata.bind`]: `/leads(${id})` });
        const activities: Record<string, string> = {};
        for (const [table, entitySet] of [
            ['task', 'tasks'],
            ['phonecall', 'phonecalls'],
            ['email', 'emails'],
            ['appointment', 'appointments'],
        ] as const) {
            const times = table === 'appointment' && {
                scheduledstart: '2027-01-04T09:00:00Z',
                scheduledend: '2027-01-04T10:00:00Z',
            };
            activities[entitySet] = await dataverse.add(
                entitySet,
                { subject: table, ...regarding(table), ...times },
                Person.seller,
            );
        }
        const done = await dataverse.add('tasks', { subject: 'Done', ...regarding('task') }, Person.seller);
        await dataverse.update(`tasks(${done})`, { statecode: 1, statuscode: 5 }, Person.seller);
        const note = await dataverse.add(
            'annotations',
            { subject: 'Budget', 'objectid_lead@odata.bind': `/leads(${id})` },
            Person.seller,
        );
        const colleague = await dataverse.add('contacts', { lastname: 'Colleague' }, Person.seller);
        await dataverse.add(
            'connections',
            {
                'record1id_lead@odata.bind': `/leads(${id})`,
                'record2id_contact@odata.bind': `/contacts(${colleague})`,
                description: 'Signs',
            },
            Person.seller,
        );
        const competitor = await dataverse.add('competitors', { name: 'Rival' });
        await dataverse.post(`leads(${id})/leadcompetitors_association/$ref`, {
            '@odata.id': `competitors(${competitor})`,
        });

        const host = await aHost();
        const { opportunity } = idsIn(await qualify(host, id));
        for (const [entitySet, activity] of Object.entries(activities)) {
            const row = await dataverse.read(`${entitySet}(${activity})?$select=_regardingobjectid_value`);
            expect([entitySet, row['_regardingobjectid_value']]).toEqual([entitySet, opportunity]);
        }
        expect(await dataverse.read(`tasks(${done})`)).toMatchObject({ _regardingobjectid_value: id });
        expect(await dataverse.read(`annotations(${note})`)).toMatchObject({ _objectid_value: opportunity });
        const connections = await dataverse.rows(`connections?$filter=_record1id_value eq ${opportunity}`);
        expect(connections).toMatchObject([{ _record2id_value: colleague, description: 'Signs' }]);
        const competitors = await dataverse.rows(
            `opportunities(${opportunity})/opportunitycompetitors_association?$select=name`,
        );
        expect(competitors).toMatchObject([{ name: 'Rival' }]);
    });

    it('whose account and contact exist already: they are linked to each other and take what they lacked', async () => {
        const person = aPerson();
        const account = await dataverse.add('accounts', { name: person.companyname.toUpperCase(), fax: '1' });
        const contact = await dataverse.add('contacts', { ...nameOf(person), emailaddress1: person['emailaddress1'] });
        const id = await dataverse.addLead({ ...person, jobtitle: 'Buyer', fax: '2' });
        const host = await aHost({ user: Person.administrator });
        const outcome = await qualify(host, id, (choices, input) => {
            expect(choices).toMatchObject({
                account: { kind: 'link', id: account },
                contact: { kind: 'link', id: contact },
            });
            expect(input.matches.account[0]?.reasons).toContain('company');
            expect(input.matches.contact[0]?.reasons).toContain('email');
            expect(choices.merges.account.map(({ column, take }) => [column, take])).toEqual(
                expect.arrayContaining([
                    ['fax', 'theirs'],
                    ['name', 'theirs'],
                    ['emailaddress1', 'lead'],
                ]),
            );
            return choices;
        });
        expect(idsIn(outcome)).toMatchObject({ account, contact });
        expect(await dataverse.read(`accounts(${account})`)).toMatchObject({
            name: person.companyname.toUpperCase(),
            fax: '1',
            emailaddress1: person['emailaddress1'],
        });
        expect(await dataverse.read(`contacts(${contact})`)).toMatchObject({
            jobtitle: 'Buyer',
            _parentcustomerid_value: account,
        });
    });

    it('that refers to account and contact already: no others are looked for or made', async () => {
        const account = await dataverse.add('accounts', { name: 'Somebody else' }, Person.seller);
        const contact = await dataverse.add(
            'contacts',
            { lastname: 'Known', 'parentcustomerid_account@odata.bind': `/accounts(${account})` },
            Person.seller,
        );
        const id = await dataverse.addLead({
            ...aPerson(),
            'parentaccountid@odata.bind': `/accounts(${account})`,
            'parentcontactid@odata.bind': `/contacts(${contact})`,
        });
        const [accounts, contacts] = [await dataverse.count('accounts'), await dataverse.count('contacts')];
        const host = await aHost();
        const { opportunity } = idsIn(
            await qualify(host, id, (choices, input) => {
                expect(input.matches).toEqual({ account: [], contact: [] });
                expect(choices.account).toEqual({ kind: 'existing', id: account });
                return choices;
            }),
        );
        expect([await dataverse.count('accounts'), await dataverse.count('contacts')]).toEqual([accounts, contacts]);
        expect(await dataverse.read(`opportunities(${opportunity})`)).toMatchObject({
            _customerid_value: account,
            _parentcontactid_value: contact,
        });
    });

    it('with an opportunity as the seller wants it: other customer, owner, currency, no revenue', async () => {
        const id = await dataverse.addLead({ ...aPerson(), estimatedamount: 5 });
        const other = await dataverse.add('contacts', { lastname: 'Payer' }, Person.seller);
        const [currency] = await dataverse.rows("transactioncurrencies?$filter=isocurrencycode ne 'EUR'");
        const host = await aHost();
        const { opportunity, account } = idsIn(
            await qualify(host, id, (choices) => ({
                ...choices,
                contact: { kind: 'skip' },
                opportunity: {
                    topic: ' Twelve vans ',
                    estimatedValue: null,
                    closeDate: '2027-05-01',
                    customer: { kind: 'other', table: Table.contact, id: other, name: 'Payer' },
                    currencyId: String(currency?.['transactioncurrencyid']),
                    ownerId: Person.secondSeller,
                },
            })),
        );
        expect(await dataverse.read(`opportunities(${opportunity})`)).toMatchObject({
            name: 'Twelve vans',
            estimatedvalue: null,
            estimatedclosedate: '2027-05-01',
            _customerid_value: other,
            _parentcontactid_value: other,
            _parentaccountid_value: account,
            _transactioncurrencyid_value: currency?.['transactioncurrencyid'],
            _ownerid_value: Person.secondSeller,
        });
    });

    it('without an opportunity, account or contact', async () => {
        const id = await dataverse.addLead(aPerson());
        const before = await snapshot(id);
        const host = await aHost();
        const outcome = await qualify(host, id, (choices) => ({
            ...choices,
            account: { kind: 'skip' },
            contact: { kind: 'skip' },
            opportunity: null,
        }));
        expect(outcome).toEqual({ kind: 'done', opportunityId: null, accountId: null, contactId: null });
        expect(await lead(id)).toMatchObject({ statecode: 1, _qualifyingopportunityid_value: null });
        expect((await snapshot(id)) as unknown[]).toMatchObject(
            (before as unknown[])
                .slice(1, 5)
                .reduce<Row>((rows, value, index) => ({ ...rows, [index + 1]: value }), {}),
        );
    });

    it('whose process has strayed to a stage of the opportunity, or that has none', async () => {
        const [strayed, without] = [await dataverse.addLead(aPerson()), await dataverse.addLead(aPerson())];
        const instanceOf = async (id: string): Promise<Row> =>
            (await dataverse.rows(`leadtoopportunitysalesprocesses?$filter=_leadid_value eq ${id}`))[0] ?? {};
        const opportunity = await dataverse.add('opportunities', { name: 'Of another day' });
        const { processId, develop, address } = await moveToDevelop(await instanceOf(strayed), opportunity);
        expect((await instanceOf(strayed))['_activestageid_value']).toBe(develop);
        expect(address).toContain(processId);
        await dataverse.delete(
            `leadtoopportunitysalesprocesses(${String((await instanceOf(without))['businessprocessflowinstanceid'])})`,
        );
        for (const id of [strayed, without]) {
            const ids = idsIn(await qualify(await aHost(), id));
            expect(await instanceOf(id)).toMatchObject({
                _opportunityid_value: ids.opportunity,
                _activestageid_value: develop,
            });
        }
    });
});

const nameOf = ({ firstname, lastname }: Row): Row => ({ firstname, lastname });

const QUALIFY_STAGE = 'f99b4d48-7aad-456e-864a-8e7d543f7495';
const DEVELOP_STAGE = 'bfc9108c-8389-406b-9166-2c3298a2e41f';

async function moveToDevelop(
    instance: Row,
    opportunity: string,
): Promise<{ readonly processId: string; readonly develop: string; readonly address: string }> {
    const processId = String(instance['businessprocessflowinstanceid']);
    const address = `leadtoopportunitysalesprocesses(${processId})`;
    await dataverse.update(address, {
        'opportunityId@odata.bind': `/opportunities(${opportunity})`,
        'activestageid@odata.bind': `/processstages(${DEVELOP_STAGE})`,
        traversedpath: `${QUALIFY_STAGE},${DEVELOP_STAGE}`,
    });
    return { processId, develop: DEVELOP_STAGE, address };
}

describe('a qualification that is refused', () => {
    it('by a duplicate rule says of which table, and goes on without it', async () => {
        const person = aPerson();
        await dataverse.add('accounts', { name: person.companyname }, Person.seller);
        const id = await dataverse.addLead(person);
        const before = await snapshot(id);
        const host = await aHost();
        const input = await prepareQualification(host, id);
        expect(input.matches.account[0]?.reasons).toEqual(['company', 'duplicate-rule']);
        const choices: QualificationChoices = { ...proposeChoices(input), account: { kind: 'create' } };
        const ids = newQualificationIds(host, input);
        const first = await runQualification(host, input, choices, { ids, detectDuplicates: true });
        expect(first).toEqual({ kind: 'duplicates', table: 'account' });
        expect(await snapshot(id)).toEqual(before);
        const second = await runQualification(host, input, choices, { ids, detectDuplicates: false });
        expect(second).toMatchObject({ kind: 'done', accountId: ids.account });
    });

    it('by the makers is told in their words, and leaves nothing', async () => {
        const id = await dataverse.addLead(aPerson());
        const host = await aHost();
        const input = await prepareQualification(host, id);
        const transition = await dataverse.add('llc_statustransitions', {
            llc_name: 'Only to Contacted',
            llc_fromstatuscode: 1,
            llc_tostatuscode: 3,
            llc_requiredcolumns: 'mobilephone',
            llc_message: 'Ask for the mobile phone first.',
        });
        const before = await snapshot(id);
        const choices = proposeChoices(input);
        const outcome = await runQualification(host, input, choices, {
            ids: newQualificationIds(host, input),
            detectDuplicates: true,
        });
        expect(outcome).toMatchObject({ kind: 'refused', problem: { message: 'Ask for the mobile phone first.' } });
        expect(await snapshot(id)).toEqual(before);
        const prepared = await prepareQualification(await aHost(), id);
        expect(prepared.decision).toMatchObject({ allowed: false, message: 'Ask for the mobile phone first.' });
        await dataverse.delete(`llc_statustransitions(${transition})`);
    });

    it('at any of its writes leaves nothing of the others', async () => {
        const person = aPerson();
        const contact = await dataverse.add('contacts', { ...nameOf(person) }, Person.seller);
        const id = await dataverse.addLead({ ...person, jobtitle: 'Buyer' });
        await dataverse.add(
            'tasks',
            { subject: 'Call', 'regardingobjectid_lead_task@odata.bind': `/leads(${id})` },
            Person.seller,
        );
        const input = await prepareQualification(await aHost(), id);
        const choices: QualificationChoices = { ...proposeChoices(input), contact: { kind: 'link', id: contact } };
        const withMerge = {
            ...choices,
            merges: { ...choices.merges, contact: mergeOf(input, Table.contact, choices.contact) },
        };
        const ids = newQualificationIds(await aHost(), input);
        const writes = qualificationWrites(input, withMerge, { ids, detectDuplicates: true });
        expect(writes.length).toBeGreaterThanOrEqual(7);
        const before = await snapshot(id);
        await fc.assert(
            fc.asyncProperty(fc.integer({ min: 1, max: writes.length }), async (refused) => {
                const host = await aHost({ tamper: (body) => withoutColumn(body, refused) });
                const outcome = await runQualification(host, input, withMerge, { ids, detectDuplicates: true });
                expect(outcome.kind).toBe('refused');
                expect(await snapshot(id)).toEqual(before);
            }),
            { numRuns: 20 },
        );
        const outcome = await runQualification(await aHost(), input, withMerge, {
            ids,
            detectDuplicates: true,
        });
        expect(outcome.kind).toBe('done');
    });
});

/** The text of a batch with a column in its n-th write that no table has. */
function withoutColumn(body: string, write: number): string {
    const [before = '', ...parts] = body.split(/(?=Content-ID: )/);
    return (
        before +
        parts.map((part, index) => (index + 1 === write ? part.replace(/\{/, '{"nosuchcolumn":1,') : part)).join('')
    );
}

describe('when somebody else is faster', () => {
    it.each([
        ['detected', true],
        ['not detected', false],
    ])(
        'two sellers at once make one opportunity; the second is told who, when and which (duplicates %s)',
        async (_, detectDuplicates) => {
            const id = await dataverse.addLead(aPerson());
            const [first, second] = [await aHost(), await aHost({ user: Person.administrator })];
            const [input, same] = [await prepareQualification(first, id), await prepareQualification(second, id)];
            const run = (host: RealHost, prepared: QualificationInput): Promise<QualificationOutcome> =>
                runQualification(host, prepared, proposeChoices(prepared), {
                    ids: newQualificationIds(host, prepared),
                    detectDuplicates,
                });
            const [won, lost] = await Promise.all([run(first, input), run(second, same)]);
            const { opportunity } = idsIn(won);
            expect(lost).toMatchObject({
                kind: 'conflict',
                row: 'lead',
                isQualified: true,
                by: 'Sam Rivera',
                opportunityId: opportunity,
                opportunityName: 'Ten vans',
            });
            expect(lost.kind === 'conflict' && lost.on).toMatch(/\d/);
            expect(await dataverse.count('opportunities', `_originatingleadid_value eq ${id}`)).toBe(1);
        },
    );

    it('a lead that was changed since is not qualified by what was known before', async () => {
        const id = await dataverse.addLead(aPerson());
        const host = await aHost();
        const input = await prepareQualification(host, id);
        await dataverse.update(`leads(${id})`, { telephone1: '1234567' });
        const before = await snapshot(id);
        const outcome = await runQualification(host, input, proposeChoices(input), {
            ids: newQualificationIds(host, input),
            detectDuplicates: true,
        });
        expect(outcome).toMatchObject({ kind: 'conflict', row: 'lead', isQualified: false, opportunityId: null });
        expect(await snapshot(id)).toEqual(before);
    });

    it('an account that was changed since is not merged by what was known before', async () => {
        const person = aPerson();
        const account = await dataverse.add('accounts', { name: person.companyname }, Person.seller);
        const id = await dataverse.addLead({ ...person, telephone1: '1234567' });
        const host = await aHost();
        const input = await prepareQualification(host, id);
        await dataverse.update(`accounts(${account})`, { telephone1: '7654321' });
        const outcome = await runQualification(host, input, proposeChoices(input), {
            ids: newQualificationIds(host, input),
            detectDuplicates: true,
        });
        expect(outcome).toMatchObject({ kind: 'conflict', row: 'account', isQualified: false });
        expect(await lead(id)).toMatchObject({ statecode: 0 });
    });
});

describe('when the connection is lost', () => {
    const faults: readonly Exclude<Fault, null>[] = ['request-lost', 'answer-lost'];

    it.each(faults)('while preparing (%s), nothing has happened and the caller knows', async (fault) => {
        const id = await dataverse.addLead(aPerson());
        const before = await snapshot(id);
        for (const at of [0, 1]) {
            const host = await aHost({ fault: (index) => (index === at ? fault : null) });
            await expect(prepareQualification(host, id)).rejects.toThrow(ConnectionLost);
        }
        expect(await snapshot(id)).toEqual(before);
    });

    it.each([
        ['request-lost', null, 'interrupted'],
        ['answer-lost', null, 'done'],
        ['request-lost', 'request-lost', 'unknown'],
        ['answer-lost', 'answer-lost', 'unknown'],
    ] as const)(
        'while writing (%s) and looking up (%s), the outcome is %s and running again is safe',
        async (write, read, kind) => {
            for (const withOpportunity of [true, false]) {
                const id = await dataverse.addLead(aPerson());
                const input = await prepareQualification(await aHost(), id);
                const before = await snapshot(id);
                const host = await aHost({
                    fault: (index) => (index === 0 ? write : index < 3 ? read : null),
                });
                const proposed = proposeChoices(input);
                const choices = withOpportunity ? proposed : { ...proposed, opportunity: null };
                const options = { ids: newQualificationIds(host, input), detectDuplicates: true };
                const outcome = await runQualification(host, input, choices, options);
                expect(outcome.kind).toBe(kind);
                if (write === 'request-lost') expect(await snapshot(id)).toEqual(before);
                else expect(await lead(id)).toMatchObject({ statecode: 1 });

                const again = await runQualification(host, input, choices, options);
                expect(again).toMatchObject({
                    kind: 'done',
                    opportunityId: withOpportunity ? options.ids.opportunity : null,
                });
                expect(await dataverse.count('opportunities', `_originatingleadid_value eq ${id}`)).toBe(
                    withOpportunity ? 1 : 0,
                );
                expect(await dataverse.count('contacts', `contactid eq ${options.ids.contact}`)).toBe(1);
            }
        },
    );
});
