import fc from 'fast-check';
import type { LeadChangeResult } from '../../../lifecycle/change-leads/lead-change';
import { runChanges } from '../../../lifecycle/change-leads/run-changes';
import { disqualificationChange } from '../../../lifecycle/disqualify/disqualification-changes';
import { keptParties } from '../../../lifecycle/disqualify/kept-parties';
import { prepareDisqualification, type DisqualificationInput } from '../../../lifecycle/disqualify/prepare';
import { prepareParties, proposeParties } from '../../../lifecycle/disqualify/prepare-parties';
import {
    aRealDataverse,
    Person,
    type Fault,
    type HostOptions,
    type RealDataverse,
    type RealHost,
} from '../real-dataverse';

jest.setTimeout(120_000);

let dataverse: RealDataverse;
let reasons: Readonly<Record<'budget' | 'rival', string>>;
let competitor: string;

beforeAll(async () => {
    dataverse = await aRealDataverse();
    reasons = {
        budget: await dataverse.add('llc_disqualificationreasons', {
            llc_name: 'No budget',
            llc_statuscode: 4,
            llc_revisitafterdays: 90,
        }),
        rival: await dataverse.add('llc_disqualificationreasons', {
            llc_name: 'Lost to a competitor',
            llc_statuscode: 4,
            llc_noterequired: true,
        }),
    };
    competitor = await dataverse.add('competitors', { name: 'Fabrikam' });
});
afterAll(() => dataverse.close());

const NOBODY = { competitorId: null, competitorLine: '' };

interface Saying {
    readonly reason?: keyof typeof reasons;
    readonly note?: string;
    readonly revisitOn?: string | null;
    readonly competitor?: { readonly competitorId: string | null; readonly competitorLine: string };
    readonly cancelActivities?: boolean;
}

const sayings: Required<Omit<Saying, 'reason'>> & { readonly reason: keyof typeof reasons } = {
    reason: 'budget',
    note: '',
    revisitOn: null,
    competitor: NOBODY,
    cancelActivities: false,
};

async function disqualify(
    host: RealHost,
    input: DisqualificationInput,
    saying: Saying = {},
): Promise<ReadonlyMap<string, LeadChangeResult>> {
    const said = { ...sayings, ...saying };
    const reason = host.configuration.reasons.find(({ id }) => id === reasons[said.reason]);
    if (!reason) throw new Error('The reason is not there.');
    return runChanges(
        host,
        input.leads.map((lead) => disqualificationChange(lead, { ...said, reason }, said, host.configuration)),
    );
}

async function prepared(ids: readonly string[], options: HostOptions = {}): Promise<[RealHost, DisqualificationInput]> {
    const host = await dataverse.host(options);
    return [host, await prepareDisqualification(host, ids, null)];
}

const LEAD =
    'statecode,statuscode,llc_disqualificationnote,llc_revisiton,llc_norevisit,_llc_disqualificationreasonid_value,' +
    '_parentcontactid_value,_parentaccountid_value';
const lead = (id: string) => dataverse.read(`leads(${id})?$select=${LEAD}`);
const historyOf = (id: string) => dataverse.rows(`llc_statushistories?$filter=_llc_leadid_value eq ${id}`);

describe('disqualifying a lead', () => {
    it('takes one request to open and one to run, and leaves reason, note and day', async () => {
        const id = await dataverse.addLead();
        const [host, input] = await prepared([id]);
        const results = await disqualify(host, input, { note: 'Next year', revisitOn: '2027-03-01' });
        expect(host.sent.map(({ kind }) => kind)).toEqual(['read', 'write']);
        expect(results.get(id)).toEqual({ kind: 'done' });
        expect(await lead(id)).toMatchObject({
            statecode: 2,
            statuscode: 4,
            llc_disqualificationnote: 'Next year',
            llc_revisiton: '2027-03-01',
            llc_norevisit: false,
            _llc_disqualificationreasonid_value: reasons.budget,
        });
        expect(await historyOf(id)).toMatchObject([
            { llc_note: 'Next year', _llc_disqualificationreasonid_value: reasons.budget, llc_tostatuscode: 4 },
        ]);
    });

    it('keeps “never” although the reason proposes a day', async () => {
        const id = await dataverse.addLead();
        const [host, input] = await prepared([id]);
        await disqualify(host, input, { revisitOn: null });
        expect(await lead(id)).toMatchObject({ llc_revisiton: null, llc_norevisit: true });
    });

    it('links the competitor and names it where the history shows it', async () => {
        const id = await dataverse.addLead();
        const [host, input] = await prepared([id]);
        const line = { competitorId: competitor, competitorLine: 'Competitor: Fabrikam' };
        await disqualify(host, input, { reason: 'rival', note: 'Cheaper', competitor: line });
        const linked = await dataverse.rows(`leads(${id})/leadcompetitors_association?$select=name`);
        expect(linked.map(({ name }) => name)).toEqual(['Fabrikam']);
        expect(await historyOf(id)).toMatchObject([{ llc_note: 'Competitor: Fabrikam\nCheaper' }]);
    });

    it('cancels each open activity in its own way, or leaves all of them', async () => {
        const id = await dataverse.addLead();
        const regarding = (table: string) => ({ [`regardingobjectid_lead_${table}@odata.bind`]: `/leads(${id})` });
        const own = { 'ownerid@odata.bind': `/systemusers(${Person.seller})` };
        const day = { scheduledstart: '2026-12-01T09:00:00Z', scheduledend: '2026-12-01T10:00:00Z' };
        const made = {
            tasks: await dataverse.add('tasks', { subject: 'Offer', ...regarding('task'), ...own }),
            phonecalls: await dataverse.add('phonecalls', { subject: 'Call', ...regarding('phonecall'), ...own }),
            appointments: await dataverse.add('appointments', {
                subject: 'Visit',
                ...day,
                ...regarding('appointment'),
                ...own,
            }),
            emails: await dataverse.add('emails', { subject: 'Draft', ...regarding('email'), ...own }),
        };
        const states = async (): Promise<readonly unknown[]> =>
            Promise.all(
                Object.entries(made).map(async ([set, activity]) => {
                    const row = await dataverse.read(`${set}(${activity})?$select=statecode,statuscode`);
                    return [set, row['statecode'], row['statuscode']];
                }),
            );
        const [host, input] = await prepared([id]);
        expect(input.leads[0]?.activities).toHaveLength(4);
        await disqualify(host, input, { cancelActivities: true });
        expect(await states()).toEqual([
            ['tasks', 2, 6],
            ['phonecalls', 2, 3],
            ['appointments', 2, 4],
            ['emails', 2, 5],
        ]);
    });

    it('keeps the person and the company by the environment’s maps', async () => {
        const id = await dataverse.addLead({ lastname: 'Lindqvist', firstname: 'Bo', companyname: 'Adatum' });
        const [host, input] = await prepared([id]);
        const [only] = input.leads;
        const reason = host.configuration.reasons.find((it) => it.id === reasons.budget);
        if (!only || !reason) throw new Error('The lead is not there.');
        const parties = await prepareParties(host, only.row);
        const ids = { account: host.newId(), contact: host.newId() };
        const kept = keptParties(only.row, proposeParties(only.row, parties), ids, parties.metadata);
        const answer = { reason, note: '', revisitOn: null };
        const common = { competitor: NOBODY, cancelActivities: false };
        const change = disqualificationChange(only, answer, common, host.configuration, kept);
        expect([...(await runChanges(host, [change])).values()]).toEqual([{ kind: 'done' }]);
        expect(await lead(id)).toMatchObject({
            _parentcontactid_value: ids.contact,
            _parentaccountid_value: ids.account,
        });
        expect(await dataverse.read(`contacts(${ids.contact})`)).toMatchObject({
            fullname: 'Bo Lindqvist',
            emailaddress1: 'amelie@northwind.example',
            _parentcustomerid_value: ids.account,
        });
        expect(await dataverse.read(`accounts(${ids.account})`)).toMatchObject({ name: 'Adatum' });
    });

    it('leaves nothing when Dataverse refuses, and says why', async () => {
        const id = await dataverse.addLead();
        const [host, input] = await prepared([id]);
        const line = { competitorId: competitor, competitorLine: 'Competitor: Fabrikam' };
        const results = await disqualify(host, input, { reason: 'rival', competitor: { ...line, competitorLine: '' } });
        expect(results.get(id)).toMatchObject({
            kind: 'refused',
            problem: { code: 0x80040265, message: 'This reason needs a note.' },
        });
        expect(await lead(id)).toMatchObject({ statecode: 0 });
        expect(await dataverse.rows(`leads(${id})/leadcompetitors_association?$select=name`)).toEqual([]);
    });
});

describe('two sellers at once', () => {
    it('close a lead once, and the second learns who did', async () => {
        const id = await dataverse.addLead();
        const [first, firstInput] = await prepared([id]);
        const [second, secondInput] = await prepared([id], { user: Person.manager });
        await disqualify(first, firstInput, { note: 'First' });
        const results = await disqualify(second, secondInput, { reason: 'rival', note: 'Second' });
        expect(results.get(id)).toMatchObject({
            kind: 'changed',
            meanwhile: { state: 2, status: 'Lost', by: 'Sam Rivera' },
        });
        expect(await lead(id)).toMatchObject({ llc_disqualificationnote: 'First' });
    });

    it('tell of a lead that has been deleted', async () => {
        const id = await dataverse.addLead();
        const [host, input] = await prepared([id]);
        await dataverse.delete(`leads(${id})`);
        const results = await disqualify(host, input);
        expect(results.get(id)).toEqual({ kind: 'gone' });
    });
});

describe('a connection that is lost', () => {
    const LEADS = 22;
    const faults = fc.array(fc.constantFrom<Fault>(null, null, 'request-lost', 'answer-lost'), {
        minLength: 6,
        maxLength: 6,
    });

    it('at whatever request leaves each lead whole or untouched, and the results true', async () => {
        const seen = new Set<string>();
        await fc.assert(
            fc.asyncProperty(faults, async (plan) => {
                const ids = await Promise.all(Array.from({ length: LEADS }, () => dataverse.addLead()));
                const input = await prepareDisqualification(await dataverse.host(), ids, null);
                const host = await dataverse.host({ fault: (index) => plan[index] ?? null });
                const results = await disqualify(host, input);
                for (const id of ids) {
                    const row = await lead(id);
                    const closed = row['statecode'] === 2;
                    const written = (await historyOf(id)).length;
                    expect([row['statuscode'], written]).toEqual(closed ? [4, 1] : [1, 0]);
                    const kind = results.get(id)?.kind ?? '';
                    seen.add(kind);
                    if (kind !== 'unknown') expect(kind === 'done').toBe(closed);
                }
            }),
            { numRuns: 15, seed: 20261122 },
        );
        expect([...seen].sort()).toEqual(['done', 'interrupted', 'not-started', 'unknown']);
    });

    it('is got over by trying again: what is done is not done twice', async () => {
        const id = await dataverse.addLead();
        const clean = await dataverse.host();
        const input = await prepareDisqualification(clean, [id], null);
        const host = await dataverse.host({
            fault: (index) => (index === 0 ? 'answer-lost' : index < 3 ? 'request-lost' : null),
        });
        expect((await disqualify(host, input)).get(id)).toEqual({ kind: 'unknown' });
        expect((await disqualify(host, input)).get(id)).toEqual({ kind: 'done' });
        expect(await historyOf(id)).toHaveLength(1);
    });
});
