import type { LeadChangeResult } from '../../../lifecycle/change-leads/lead-change';
import { runChanges } from '../../../lifecycle/change-leads/run-changes';
import { prepareReactivation, type ReactivationInput } from '../../../lifecycle/reactivate/prepare';
import { reactivationChange, type ReactivationAnswer } from '../../../lifecycle/reactivate/reactivation-changes';
import { aRealDataverse, Person, type RealDataverse, type RealHost } from '../real-dataverse';

jest.setTimeout(120_000);

let dataverse: RealDataverse;
beforeAll(async () => {
    dataverse = await aRealDataverse();
});
afterAll(() => dataverse.close());

const QUALIFY = 'f99b4d48-7aad-456e-864a-8e7d543f7495';
const DEVELOP = 'bfc9108c-8389-406b-9166-2c3298a2e41f';

async function aQualifiedLead(): Promise<{ readonly id: string; readonly opportunity: string }> {
    const id = await dataverse.addLead();
    await dataverse.post(
        `leads(${id})/Microsoft.Dynamics.CRM.QualifyLead`,
        {
            CreateAccount: true,
            CreateContact: true,
            CreateOpportunity: true,
            SuppressDuplicateDetection: true,
            Status: 3,
        },
        Person.seller,
    );
    const [opportunity] = await dataverse.rows(`opportunities?$filter=_originatingleadid_value eq ${id}`);
    return { id, opportunity: String(opportunity?.['opportunityid']) };
}

async function aDisqualifiedLead(columns: object = {}): Promise<string> {
    const id = await dataverse.addLead();
    await dataverse.update(`leads(${id})`, { statuscode: 2 });
    await dataverse.update(`leads(${id})`, {
        statecode: 2,
        statuscode: 4,
        llc_disqualificationnote: 'No budget',
        llc_revisiton: '2027-03-01',
        ...columns,
    });
    return id;
}

async function reactivate(
    host: RealHost,
    input: ReactivationInput,
    answer: Partial<ReactivationAnswer> = {},
): Promise<ReadonlyMap<string, LeadChangeResult>> {
    return runChanges(
        host,
        input.leads.map((lead) =>
            reactivationChange(
                lead,
                { status: lead.proposed ?? 1, note: 'Sold elsewhere', fate: 'keep', ...answer },
                {
                    processes: input.processes,
                    closeSubject: 'Lead reactivated',
                    today: input.today,
                    minutesEast: 0,
                },
            ),
        ),
    );
}

async function prepared(ids: readonly string[]): Promise<[RealHost, ReactivationInput]> {
    const host = await dataverse.host();
    return [host, await prepareReactivation(host, ids)];
}

const lead = (id: string) =>
    dataverse.read(
        `leads(${id})?$select=statecode,statuscode,llc_disqualificationnote,llc_revisiton,llc_norevisit,_qualifyingopportunityid_value`,
    );
const processOf = async (id: string) =>
    (await dataverse.rows(`leadtoopportunitysalesprocesses?$filter=_leadid_value eq ${id}`))[0];

describe('reactivating a disqualified lead', () => {
    it('takes one request to open and one to run, and proposes where the lead was', async () => {
        const id = await aDisqualifiedLead();
        const [host, input] = await prepared([id]);
        expect(input.leads.map(({ proposed }) => proposed)).toEqual([2]);
        expect((await reactivate(host, input, { note: 'They called' })).get(id)).toEqual({ kind: 'done' });
        expect(host.sent.map(({ kind }) => kind)).toEqual(['read', 'write']);
        expect(await lead(id)).toMatchObject({ statecode: 0, statuscode: 2 });
    });

    it('frees it of reason and day, while its history keeps why it was closed', async () => {
        const id = await aDisqualifiedLead();
        const [host, input] = await prepared([id]);
        await reactivate(host, input, { status: 1, note: 'They called' });
        expect(await lead(id)).toMatchObject({
            llc_disqualificationnote: null,
            llc_revisiton: null,
            llc_norevisit: false,
        });
        const history = await dataverse.rows(
            `llc_statushistories?$filter=_llc_leadid_value eq ${id}&$orderby=llc_tostatuscode`,
        );
        expect(history.map((row) => [row['llc_tostatuscode'], row['llc_note']])).toEqual([
            [1, 'They called'],
            [2, null],
            [4, 'No budget'],
        ]);
    });

    it('does nothing to a process that stands at the lead’s stage', async () => {
        const id = await aDisqualifiedLead();
        const [host, input] = await prepared([id]);
        const before = await processOf(id);
        await reactivate(host, input);
        expect(await processOf(id)).toEqual(before);
    });
});

describe('reactivating a qualified lead', () => {
    it('names its opportunity with topic, status and revenue', async () => {
        const { id } = await aQualifiedLead();
        const [, input] = await prepared([id]);
        expect(input.leads[0]?.opportunities).toMatchObject([{ name: 'Ten vans', statusLabel: 'In Progress' }]);
    });

    it('brings the process back to the lead’s stage, and the opportunity stays linked', async () => {
        const { id, opportunity } = await aQualifiedLead();
        expect(await processOf(id)).toMatchObject({ _activestageid_value: DEVELOP });
        const [host, input] = await prepared([id]);
        expect((await reactivate(host, input)).get(id)).toEqual({ kind: 'done' });
        expect(await processOf(id)).toMatchObject({
            _activestageid_value: QUALIFY,
            traversedpath: QUALIFY,
            statecode: 0,
            _opportunityid_value: opportunity,
        });
        expect(await dataverse.read(`opportunities(${opportunity})`)).toMatchObject({ statecode: 0 });
        expect(await lead(id)).toMatchObject({ statecode: 0 });
    });

    it('closes the opportunity as canceled in the same go, and the lead can be qualified again', async () => {
        const { id, opportunity } = await aQualifiedLead();
        const [host, input] = await prepared([id]);
        expect((await reactivate(host, input, { fate: 'cancel', note: 'Wrong company' })).get(id)).toEqual({
            kind: 'done',
        });
        expect(await dataverse.read(`opportunities(${opportunity})`)).toMatchObject({ statecode: 2, statuscode: 4 });
        expect(await dataverse.rows(`opportunitycloses?$filter=_opportunityid_value eq ${opportunity}`)).toMatchObject([
            { subject: 'Lead reactivated', description: 'Wrong company' },
        ]);
        expect(await processOf(id)).toMatchObject({ _activestageid_value: QUALIFY, statecode: 0 });
        const again = await dataverse.post(`leads(${id})/Microsoft.Dynamics.CRM.QualifyLead`, {
            CreateAccount: false,
            CreateContact: false,
            CreateOpportunity: true,
            SuppressDuplicateDetection: true,
            Status: 3,
        });
        expect(again).toBeDefined();
        expect(await dataverse.count('opportunities', `_originatingleadid_value eq ${id}`)).toBe(2);
    });

    it('starts the process again that a won opportunity has finished', async () => {
        const { id, opportunity } = await aQualifiedLead();
        await dataverse.update(`opportunities(${opportunity})`, { finaldecisiondate: '2026-12-01' });
        await dataverse.post('WinOpportunity', {
            OpportunityClose: {
                '@odata.type': 'Microsoft.Dynamics.CRM.opportunityclose',
                subject: 'Won',
                'opportunityid@odata.bind': `/opportunities(${opportunity})`,
            },
            Status: 3,
        });
        expect(await processOf(id)).toMatchObject({ statecode: 1 });
        const [host, input] = await prepared([id]);
        expect((await reactivate(host, input)).get(id)).toEqual({ kind: 'done' });
        expect(await processOf(id)).toMatchObject({ _activestageid_value: QUALIFY, statecode: 0 });
        expect(await dataverse.read(`opportunities(${opportunity})`)).toMatchObject({ statecode: 1 });
    });

    it('leaves everything as it was when somebody has changed the opportunity meanwhile', async () => {
        const { id, opportunity } = await aQualifiedLead();
        const [host, input] = await prepared([id]);
        await dataverse.update(`opportunities(${opportunity})`, { name: 'Twenty vans' });
        const results = await reactivate(host, input, { fate: 'cancel' });
        expect(results.get(id)?.kind).not.toBe('done');
        expect(await lead(id)).toMatchObject({ statecode: 1 });
        expect(await dataverse.read(`opportunities(${opportunity})`)).toMatchObject({ statecode: 0 });
    });
});

describe('reactivating many', () => {
    it('brings each back to where it was, whatever becomes of the others', async () => {
        const ids = [await aDisqualifiedLead(), (await aQualifiedLead()).id, await aDisqualifiedLead()];
        const [host, input] = await prepared(ids);
        await dataverse.update(`leads(${ids[2]})`, { statecode: 0, statuscode: 1 });
        const results = await reactivate(host, input);
        expect(ids.map((id) => results.get(id)?.kind)).toEqual(['done', 'done', 'changed']);
        expect(host.sent.map(({ kind }) => kind)).toEqual(['read', 'write', 'read']);
    });
});
