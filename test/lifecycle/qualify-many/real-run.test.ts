import { Table } from '../../../lifecycle/columns';
import type { ManyOptions } from '../../../lifecycle/qualify-many/assignment';
import type { CheckedLead } from '../../../lifecycle/qualify-many/checked-lead';
import type { LeadResult } from '../../../lifecycle/qualify-many/lead-result';
import { manyQualifications, type ManyQualifications } from '../../../lifecycle/qualify-many/many-qualifications';
import { planMany } from '../../../lifecycle/qualify-many/plan';
import type { ChosenLead } from '../../../lifecycle/qualify-many/shared-rows';
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

jest.setTimeout(300_000);

let dataverse: RealDataverse;
beforeAll(async () => {
    dataverse = await aRealDataverse();
});
afterAll(() => dataverse.close());

/** Definitions are read once, as in a session. */
const keptIn = aStore();
const aHost = (options: HostOptions = {}): Promise<RealHost> => dataverse.host({ keptIn, ...options });

const OPTIONS: ManyOptions = {
    withOpportunity: true,
    fillsLinkedRows: () => true,
    note: '',
    passedWarnings: () => [],
    detectDuplicates: () => true,
};
const UNTIL_THE_END = { onProgress: () => undefined, isCancelled: () => false };

let names = 0;
/** Letters that no other test uses, so that none finds the rows of another. */
function aWord(): string {
    names += 1;
    return [...String(names).padStart(4, '0')].map((digit) => 'bdfglmnprs'[Number(digit)] ?? '').join('o');
}

interface SomeLead extends Row {
    readonly companyname: string;
}

function aPerson(company = aWord()): SomeLead {
    const word = aWord();
    return {
        firstname: 'Ines',
        lastname: `Mo${word}`,
        companyname: `Atelier ${company} SARL`,
        emailaddress1: `ines@${word}.example`,
        subject: `Tools for ${word}`,
    };
}

const addLeads = (rows: readonly Row[]): Promise<readonly string[]> =>
    Promise.all(rows.map((row) => dataverse.addLead(row)));

const readyOf = (leads: readonly CheckedLead[]): readonly ChosenLead[] => planMany(leads, new Map(), true).ready;

async function qualifyAll(
    many: ManyQualifications,
    leadIds: readonly string[],
    options: Partial<ManyOptions> = {},
): Promise<ReadonlyMap<string, LeadResult>> {
    return many.run(readyOf(await many.check(leadIds)), { ...OPTIONS, ...options }, UNTIL_THE_END);
}

interface Standing {
    readonly state: unknown;
    readonly etag: unknown;
    readonly opportunities: readonly Row[];
    readonly lead: Row;
    readonly process: Row;
}

async function standingOf(leadId: string): Promise<Standing> {
    const lead = await dataverse.read(`leads(${leadId})`);
    const [process] = await dataverse.rows(`leadtoopportunitysalesprocesses?$filter=_leadid_value eq ${leadId}`);
    return {
        state: lead['statecode'],
        etag: lead['@odata.etag'],
        opportunities: await dataverse.rows(`opportunities?$filter=_originatingleadid_value eq ${leadId}`),
        lead,
        process: process ?? {},
    };
}

/** Whether the lead is qualified with all that belongs to it; throws when it is neither that nor untouched. */
async function isFullyQualified(leadId: string, before: Standing): Promise<boolean> {
    const now = await standingOf(leadId);
    if (now.state === 0) {
        expect(now).toEqual(before);
        return false;
    }
    const [opportunity] = now.opportunities;
    expect(now.opportunities).toHaveLength(1);
    expect(now.lead).toMatchObject({
        statecode: 1,
        _qualifyingopportunityid_value: opportunity?.['opportunityid'],
        _parentaccountid_value: opportunity?.['_parentaccountid_value'],
        _parentcontactid_value: opportunity?.['_parentcontactid_value'],
    });
    expect(now.process).toMatchObject({ _opportunityid_value: opportunity?.['opportunityid'] });
    expect(opportunity?.['_parentaccountid_value']).toBeTruthy();
    expect(opportunity?.['_parentcontactid_value']).toBeTruthy();
    return true;
}

/** Holds the results against the store. */
async function expectTrue(
    results: ReadonlyMap<string, LeadResult>,
    before: ReadonlyMap<string, Standing>,
): Promise<void> {
    for (const [leadId, standing] of before) {
        const result = results.get(leadId);
        const isQualified = await isFullyQualified(leadId, standing);
        if (result?.kind === 'done') {
            const { opportunities } = await standingOf(leadId);
            expect([isQualified, opportunities[0]?.['opportunityid']]).toEqual([true, result.opportunityId]);
        } else if (result?.kind !== 'unknown') {
            expect([result?.kind, isQualified]).toEqual([result?.kind, false]);
        }
    }
}

const standingsOf = async (leadIds: readonly string[]): Promise<ReadonlyMap<string, Standing>> =>
    new Map(await Promise.all(leadIds.map(async (id) => [id, await standingOf(id)] as const)));

const kinds = (results: ReadonlyMap<string, LeadResult>): readonly string[] =>
    [...new Set([...results.values()].map(({ kind }) => kind))].sort();

const literal = (text: string): string => text.replace(/'/g, "''");
const accountsNamed = (name: string): Promise<number> =>
    dataverse.count('accounts', `startswith(name,'${literal(name)}')`);

describe('many leads', () => {
    it('become accounts, contacts and opportunities, each lead in one change set, in few requests', async () => {
        const leadIds = await addLeads(Array.from({ length: 45 }, () => aPerson()));
        const host = await aHost();
        const before = await standingsOf(leadIds);
        await manyQualifications(host).check([]);
        const start = host.sent.length;
        const results = await qualifyAll(manyQualifications(host), leadIds);
        expect(kinds(results)).toEqual(['done']);
        await expectTrue(results, before);
        expect(host.sent.slice(start).map(({ kind }) => kind)).toEqual(['read', 'read', 'write', 'write', 'write']);
        expect(host.reported).toEqual([]);
    });

    it('of one company have one account in common, and of one person one contact', async () => {
        const word = aWord();
        const person = aPerson(word);
        const leadIds = await addLeads([
            person,
            { ...aPerson(word), companyname: `ATELIER ${word}` },
            { ...person, subject: 'Another order' },
            aPerson(),
        ]);
        const host = await aHost();
        const many = manyQualifications(host);
        const plan = planMany(await many.check(leadIds), new Map(), true);
        expect(plan.newRows.filter(({ leadIds: of }) => of.length > 1)).toMatchObject([
            { party: Table.account, leadIds: leadIds.slice(0, 3) },
            { party: Table.contact, leadIds: [leadIds[0], leadIds[2]] },
        ]);
        const results = await many.run(plan.ready, OPTIONS, UNTIL_THE_END);
        expect(kinds(results)).toEqual(['done']);
        expect(await dataverse.count('accounts', `contains(name,'${word}')`)).toBe(1);
        expect(await dataverse.count('contacts', `lastname eq '${String(person['lastname'])}'`)).toBe(1);
        const leads = await Promise.all(leadIds.slice(0, 3).map((id) => dataverse.read(`leads(${id})`)));
        expect(new Set(leads.map((lead) => lead['_parentaccountid_value'])).size).toBe(1);
        expect(leads[0]?.['_parentcontactid_value']).toBe(leads[2]?.['_parentcontactid_value']);
        expect(leads[0]?.['_parentcontactid_value']).not.toBe(leads[1]?.['_parentcontactid_value']);
    });

    it('have the account made by the next one when the first one is refused', async () => {
        const word = aWord();
        const leadIds = await addLeads([aPerson(word), aPerson(word), aPerson(word)]);
        const host = await aHost();
        const many = manyQualifications(host);
        const ready = readyOf(await many.check(leadIds));
        await dataverse.update(`leads(${leadIds[0] ?? ''})`, { subject: 'Changed meanwhile' });
        const results = await many.run(ready, OPTIONS, UNTIL_THE_END);
        expect(leadIds.map((id) => results.get(id)?.kind)).toEqual(['conflict', 'done', 'done']);
        expect(results.get(leadIds[0] ?? '')).toMatchObject({ isQualified: false });
        expect(await accountsNamed(`Atelier ${word}`)).toBe(1);
    });

    it('fill the empty columns of an account that is there once, and refer to it', async () => {
        const word = aWord();
        const account = await dataverse.add('accounts', { name: `Atelier ${word} SARL` }, Person.seller);
        const leadIds = await addLeads([
            { ...aPerson(word), address1_city: 'Lyon' },
            { ...aPerson(word), address1_city: 'Nantes' },
        ]);
        const results = await qualifyAll(manyQualifications(await aHost()), leadIds);
        expect(kinds(results)).toEqual(['done']);
        expect(await dataverse.read(`accounts(${account})`)).toMatchObject({ address1_city: 'Lyon' });
        expect(await accountsNamed(`Atelier ${word}`)).toBe(1);
    });

    it('wait for a choice between two accounts of the same rank, and go where it says', async () => {
        const word = aWord();
        const accounts = [
            await dataverse.add('accounts', { name: `Atelier ${word} SARL` }, Person.seller),
            await dataverse.add('accounts', { name: `Atelier ${word} SARL` }, Person.seller),
        ];
        const leadIds = await addLeads([aPerson(word)]);
        const many = manyQualifications(await aHost());
        const leads = await many.check(leadIds);
        expect(planMany(leads, new Map(), true)).toMatchObject({
            ready: [],
            undecided: [{ lead: { leadId: leadIds[0] } }],
        });
        const chosen = new Map([[leadIds[0] ?? '', { account: { kind: 'link', id: accounts[1] ?? '' } as const }]]);
        const results = await many.run(planMany(leads, chosen, true).ready, OPTIONS, UNTIL_THE_END);
        expect([...results.values()]).toMatchObject([{ kind: 'done', accountId: accounts[1] }]);
    });

    it('can do without opportunities', async () => {
        const leadIds = await addLeads([aPerson(), aPerson()]);
        const results = await qualifyAll(manyQualifications(await aHost()), leadIds, { withOpportunity: false });
        expect([...results.values()]).toMatchObject(leadIds.map(() => ({ kind: 'done', opportunityId: null })));
        for (const id of leadIds) expect(await standingOf(id)).toMatchObject({ state: 1, opportunities: [] });
    });

    it('are refused before the run with the reason, and the others are not kept back', async () => {
        const [ready, blocked, closed] = await addLeads([aPerson(), { ...aPerson(), budgetamount: null }, aPerson()]);
        await dataverse.post(`leads(${closed ?? ''})/Microsoft.Dynamics.CRM.QualifyLead`, {
            CreateAccount: false,
            CreateContact: false,
            CreateOpportunity: false,
            Status: -1,
        });
        const gone = '0aa00000-0000-4000-8000-00000000dead';
        const leads = await manyQualifications(await aHost()).check([ready ?? '', blocked ?? '', closed ?? '', gone]);
        const plan = planMany(leads, new Map(), true);
        expect(plan.ready.map(({ lead }) => lead.leadId)).toEqual([ready]);
        expect(plan.refused.map(({ obstacles }) => obstacles.map(({ kind }) => kind))).toEqual([
            ['criteria'],
            ['closed'],
            ['not-found'],
        ]);
    });
});

describe('a run that is cancelled', () => {
    it('finishes what is under way, and leaves the rest untouched and listed', async () => {
        const leadIds = await addLeads(Array.from({ length: 90 }, () => aPerson()));
        const many = manyQualifications(await aHost());
        const ready = readyOf(await many.check(leadIds));
        const before = await standingsOf(leadIds);
        let finished = 0;
        const results = await many.run(ready, OPTIONS, {
            onProgress: ({ size }) => {
                finished = size;
            },
            isCancelled: () => finished > 0,
        });
        expect(kinds(results)).toEqual(['done', 'not-started']);
        expect(results.size).toBe(leadIds.length);
        await expectTrue(results, before);
        expect(await many.run(readyOf((await many.checkAgain(ready)).leads), OPTIONS, UNTIL_THE_END)).toBeTruthy();
        for (const id of leadIds) expect((await standingOf(id)).opportunities).toHaveLength(1);
    });
});

describe('two sellers who qualify the same leads at once', () => {
    it('make one opportunity each lead, and whoever was second is told by whom', async () => {
        const leadIds = await addLeads(Array.from({ length: 30 }, () => aPerson()));
        const hosts = [await aHost(), await aHost({ user: Person.manager, keptIn: aStore() })];
        const runs = hosts.map((host) => manyQualifications(host));
        const checked = await Promise.all(runs.map((many) => many.check(leadIds)));
        const results = await Promise.all(
            runs.map((many, index) => many.run(readyOf(checked[index] ?? []), OPTIONS, UNTIL_THE_END)),
        );
        for (const id of leadIds) {
            const [first, second] = results.map((result) => result.get(id));
            expect([first?.kind, second?.kind].sort()).toEqual(['conflict', 'done']);
            const [winner, other] = first?.kind === 'done' ? [first, second] : [second, first];
            const { opportunities } = await standingOf(id);
            expect(opportunities.map((row) => row['opportunityid'])).toEqual([
                winner?.kind === 'done' ? winner.opportunityId : '',
            ]);
            expect(other).toMatchObject({
                isQualified: true,
                by: winner === first ? 'Sam Rivera' : 'Grace Okafor',
                opportunityId: opportunities[0]?.['opportunityid'],
            });
        }
    });
});

describe('a fault at any request of a run', () => {
    /** Three of one company, which take turns, and more than one batch holds. */
    const aSelection = (): Promise<readonly string[]> => {
        const word = aWord();
        return addLeads([aPerson(word), aPerson(word), ...Array.from({ length: 19 }, () => aPerson()), aPerson(word)]);
    };

    it.each<[string, Exclude<Fault, null>, 'once' | 'from then on']>([
        ['before the server', 'request-lost', 'once'],
        ['after the server', 'answer-lost', 'once'],
        ['before the server, and from then on', 'request-lost', 'from then on'],
        ['after the server, and from then on', 'answer-lost', 'from then on'],
    ])('%s leaves every lead qualified or untouched, and the results are true', async (_where, fault, how) => {
        for (let broken = 0, wasBroken = true; wasBroken; broken += 1) {
            wasBroken = false;
            let isRepaired = false;
            const host = await aHost({
                fault: (index) => {
                    const isBroken = !isRepaired && (how === 'once' ? index === broken : index >= broken);
                    wasBroken ||= isBroken;
                    return isBroken ? fault : null;
                },
            });
            const leadIds = await aSelection();
            const before = await standingsOf(leadIds);
            const many = manyQualifications(host);
            const checked = await many.check(leadIds).catch((error: unknown) => error);
            if (checked instanceof ConnectionLost) {
                for (const [id, standing] of before) expect(await isFullyQualified(id, standing)).toBe(false);
                continue;
            }
            const ready = readyOf(checked as readonly CheckedLead[]);
            const results = await many.run(ready, OPTIONS, UNTIL_THE_END);
            expect(results.size).toBe(leadIds.length);
            await expectTrue(results, before);

            isRepaired = true;
            const left = ready.filter(({ lead }) => results.get(lead.leadId)?.kind !== 'done');
            const again = await many.checkAgain(left);
            const choices = new Map(left.map(({ lead, choices: of }) => [lead.leadId, of]));
            const open = again.leads.flatMap((lead): readonly ChosenLead[] => {
                const chosen = choices.get(lead.leadId);
                return chosen && !again.settled.has(lead.leadId) ? [{ lead, choices: chosen }] : [];
            });
            const second = await many.run(open, OPTIONS, UNTIL_THE_END);
            const all = new Map([...results, ...again.settled, ...second]);
            expect(kinds(all)).toEqual(['done']);
            await expectTrue(all, before);
            const company = String(before.get(leadIds[0] ?? '')?.lead['companyname']);
            expect(await accountsNamed(company)).toBe(1);
        }
    });
});
