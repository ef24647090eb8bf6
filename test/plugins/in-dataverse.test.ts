import { aLeadEnvironment, ADMINISTRATOR, SELLER, type LeadEnvironment } from './a-lead-environment';
import type { PlainRow } from './in-memory-rows';

jest.setTimeout(120_000);

let environment: LeadEnvironment;
beforeAll(async () => {
    environment = await aLeadEnvironment();
});
afterEach(() => environment.forgetConfiguration());
afterAll(() => environment.close());

/** 0x80040265: a plug-in has refused (Microsoft Learn, "Web service error codes", IsvAborted). */
const refusedWith = (message: string): string => `0x80040265 ${message}`;

const permit = (from: number, to: number, more: PlainRow = {}): Promise<string> =>
    environment.add('llc_statustransitions', 'llc_statustransitionid', {
        llc_name: `${from} → ${to}`,
        llc_fromstatuscode: from,
        llc_tostatuscode: to,
        ...more,
    });
const lead = (id: string): Promise<PlainRow> =>
    environment.read(
        `leads(${id})?$select=statecode,statuscode,subject,companyname,llc_previousstatuscode,llc_statusnote,` +
            'llc_revisiton,llc_disqualificationnote,llc_qualificationprogress,_llc_disqualificationreasonid_value',
    );
const historyOf = (id: string): Promise<readonly PlainRow[]> =>
    environment.rows(`llc_statushistories?$filter=_llc_leadid_value eq ${id}&$orderby=llc_changedon`);

async function switchRulesOff(): Promise<void> {
    const [definition] = await environment.rows(
        "environmentvariabledefinitions?$filter=schemaname eq 'llc_TransitionGuard'",
    );
    await environment.add('environmentvariablevalues', 'environmentvariablevalueid', {
        schemaname: 'llc_TransitionGuard',
        value: 'no',
        'EnvironmentVariableDefinitionId@odata.bind': `/environmentvariabledefinitions(${String(definition?.['environmentvariabledefinitionid'])})`,
    });
}

describe('a move that the makers do not permit', () => {
    it("is refused with the maker's message, and nothing is written", async () => {
        await permit(1, 2, { llc_requiredcolumns: 'companyname', llc_message: 'Ask for the company first.' });
        const id = await environment.addLead();
        const answer = await environment.ask('PATCH', `leads(${id})`, { statuscode: 2, subject: 'Changed' });
        expect([answer.status, answer.refusal]).toEqual([400, refusedWith('Ask for the company first.')]);
        expect(await lead(id)).toMatchObject({ statuscode: 1, subject: 'Vans', llc_previousstatuscode: null });
        expect(await historyOf(id)).toEqual([]);

        const allowed = await environment.ask('PATCH', `leads(${id})`, { statuscode: 2, companyname: 'Northwind' });
        expect(allowed.refusal).toBe('');
        expect(await lead(id)).toMatchObject({ statuscode: 2, companyname: 'Northwind', llc_previousstatuscode: 1 });
    });

    it('is refused in the standard words where the maker has none, with the labels of the status reasons', async () => {
        await permit(1, 2);
        const id = await environment.addLead();
        const { refusal } = await environment.ask('PATCH', `leads(${id})`, { statecode: 2, statuscode: 4 });
        expect(refusal).toBe(refusedWith('A lead cannot go from New to Lost.'));
    });

    it('is refused in a batch, which then changes nothing at all', async () => {
        await permit(2, 1);
        const [one, other] = [await environment.addLead(), await environment.addLead()];
        const boundary = 'changeset_1';
        const part = (number: number, id: string, body: PlainRow): string =>
            [
                `--${boundary}`,
                'Content-Type: application/http',
                'Content-Transfer-Encoding: binary',
                `Content-ID: ${number}`,
                '',
                `PATCH /api/data/v9.2/leads(${id}) HTTP/1.1`,
                'Content-Type: application/json',
                '',
                JSON.stringify(body),
            ].join('\r\n');
        const body = [
            '--batch_1',
            `Content-Type: multipart/mixed; boundary=${boundary}`,
            '',
            part(1, one, { subject: 'Changed' }),
            part(2, other, { statuscode: 2 }),
            `--${boundary}--`,
            '--batch_1--',
            '',
        ].join('\r\n');
        const answer = await environment.batch('batch_1', body);
        expect(answer).toContain('0x80040265');
        expect(answer).toContain('A lead cannot go from New to Contacted.');
        expect(await lead(one)).toMatchObject({ subject: 'Vans' });
    });

    it('is refused by UpdateMultiple, also for the leads before it', async () => {
        await permit(1, 2, { llc_requiredcolumns: 'companyname' });
        const ids = [await environment.addLead({ companyname: 'Northwind' }), await environment.addLead()];
        const { refusal } = await environment.ask('POST', 'leads/Microsoft.Dynamics.CRM.UpdateMultiple', {
            Targets: ids.map((leadid) => ({ '@odata.type': 'Microsoft.Dynamics.CRM.lead', leadid, statuscode: 2 })),
        });
        expect(refusal).toBe(refusedWith('Fill in first: Company Name.'));
        for (const id of ids) expect(await lead(id)).toMatchObject({ statuscode: 1 });
    });

    it('is refused to whoever lacks the role, and permitted to whoever holds it', async () => {
        await permit(1, 2, { llc_requiredrole: 'lead lifecycle seller' });
        await permit(2, 1, { llc_requiredrole: 'System Administrator' });
        const id = await environment.addLead();
        expect((await environment.ask('PATCH', `leads(${id})`, { statuscode: 2 })).refusal).toBe('');
        const { refusal } = await environment.ask('PATCH', `leads(${id})`, { statuscode: 1 });
        expect(refusal).toBe(refusedWith('Only users with the role System Administrator may do this.'));
        const asAdministrator = await environment.ask('PATCH', `leads(${id})`, { statuscode: 1 }, ADMINISTRATOR);
        expect(asAdministrator.refusal).toBe('');
    });

    it('is permitted again once an admin has switched the rules off', async () => {
        await permit(2, 1);
        const id = await environment.addLead();
        expect((await environment.ask('PATCH', `leads(${id})`, { statuscode: 2 })).refusal).not.toBe('');
        await switchRulesOff();
        expect((await environment.ask('PATCH', `leads(${id})`, { statuscode: 2 })).refusal).toBe('');
        expect(await historyOf(id)).toHaveLength(1);
    });
});

describe("a maker's own column and status reason", () => {
    it('are known to the rules after the next deploy', async () => {
        await environment.addMakersColumn();
        const { json } = await environment.ask(
            'POST',
            'InsertStatusValue',
            {
                EntityLogicalName: 'lead',
                AttributeLogicalName: 'statuscode',
                StateCode: 0,
                Value: 100000001,
                Label: { LocalizedLabels: [{ Label: 'Nurturing', LanguageCode: 1033 }] },
            },
            ADMINISTRATOR,
        );
        expect(json['NewOptionValue']).toBe(100000001);
        await permit(1, 100000001, { llc_requiredcolumns: 'smp_region' });
        const id = await environment.addLead({ smp_region: 'North' });
        const move = (more: PlainRow) => environment.ask('PATCH', `leads(${id})`, { statuscode: 100000001, ...more });

        const before = await move({ smp_region: 'South' });
        expect(before.refusal).toContain('smp_region (the rules on the server do not know this column;');
        expect(await environment.deployAgain()).toBeGreaterThan(0);
        expect((await move({ smp_region: ' ' })).refusal).toBe(refusedWith('Fill in first: Region.'));
        expect((await move({})).refusal).toBe('');
        expect(await historyOf(id)).toMatchObject([{ llc_name: 'New → Nurturing', llc_tostatuscode: 100000001 }]);
    });
});

describe('the default configuration', () => {
    it('holds while the tables are empty', async () => {
        const id = await environment.addLead();
        expect((await environment.ask('PATCH', `leads(${id})`, { statuscode: 2 })).refusal).toBe('');
        const { refusal } = await environment.ask('PATCH', `leads(${id})`, { statecode: 2, statuscode: 4 });
        expect(refusal).toBe(refusedWith('Choose a reason.'));
    });
});

describe('a change of status reason', () => {
    it('leaves a row in the history with its note, and the former status reason on the lead', async () => {
        const id = await environment.addLead();
        const note = 'They called back';
        await environment.ask('PATCH', `leads(${id})`, { statuscode: 2, llc_statusnote: note });
        expect(await lead(id)).toMatchObject({ llc_previousstatuscode: 1, llc_statusnote: null });
        expect(await historyOf(id)).toMatchObject([
            {
                llc_name: 'New → Contacted',
                llc_fromstatuscode: 1,
                llc_tostatuscode: 2,
                llc_note: note,
                _llc_changedbyid_value: SELLER,
                _ownerid_value: SELLER,
            },
        ]);
    });

    it('sets the revisit date at disqualification from the reason, and takes all of it back at reactivation', async () => {
        const reason = await environment.add('llc_disqualificationreasons', 'llc_disqualificationreasonid', {
            llc_name: 'No budget',
            llc_statuscode: 4,
            llc_noterequired: true,
            llc_revisitafterdays: 0,
        });
        const id = await environment.addLead();
        const close = (more: PlainRow) =>
            environment.ask('PATCH', `leads(${id})`, { statecode: 2, statuscode: 4, ...more });
        const bind = { 'llc_DisqualificationReasonId@odata.bind': `/llc_disqualificationreasons(${reason})` };
        expect((await close({})).refusal).toBe(refusedWith('Choose a reason.'));
        expect((await close(bind)).refusal).toBe(refusedWith('This reason needs a note.'));
        expect((await close({ ...bind, statuscode: 5 })).refusal).toContain('does not belong to the status reason');
        expect((await close({ ...bind, llc_disqualificationnote: 'Next year' })).refusal).toBe('');
        const closed = await lead(id);
        expect(closed).toMatchObject({ statecode: 2, _llc_disqualificationreasonid_value: reason });
        expect(closed['llc_revisiton']).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(await historyOf(id)).toMatchObject([
            { llc_note: 'Next year', _llc_disqualificationreasonid_value: reason },
        ]);

        expect((await environment.ask('PATCH', `leads(${id})`, { statecode: 0, statuscode: 2 })).refusal).toBe('');
        expect(await lead(id)).toMatchObject({
            statecode: 0,
            llc_previousstatuscode: 4,
            llc_revisiton: null,
            llc_disqualificationnote: null,
            _llc_disqualificationreasonid_value: null,
        });
        expect(await historyOf(id)).toHaveLength(2);
    });
});

describe('qualifying a lead', () => {
    const known = { budgetamount: 250000, decisionmaker: true, need: 0, purchasetimeframe: 1, purchaseprocess: 0 };
    const qualify = (id: string) =>
        environment.ask('POST', `leads(${id})/Microsoft.Dynamics.CRM.QualifyLead`, {
            CreateAccount: false,
            CreateContact: false,
            CreateOpportunity: true,
            Status: -1,
        });

    it('is refused by QualifyLead while a criterion is open, and creates nothing', async () => {
        const id = await environment.addLead({ ...known, budgetamount: null });
        const { refusal } = await qualify(id);
        expect(refusal).toContain('0x80040265');
        expect(refusal).toContain('• Enter the budget amount. (Budget Amount)');
        expect(await lead(id)).toMatchObject({ statecode: 0, llc_qualificationprogress: 75 });
        expect(await environment.rows(`opportunities?$filter=_originatingleadid_value eq ${id}`)).toEqual([]);
    });

    it('works once the criteria are met, and is kept in the history', async () => {
        const id = await environment.addLead({ ...known, budgetamount: null });
        await environment.ask('PATCH', `leads(${id})`, { budgetamount: 250000 });
        expect(await lead(id)).toMatchObject({ llc_qualificationprogress: 100 });
        expect((await qualify(id)).refusal).toBe('');
        expect(await lead(id)).toMatchObject({ statecode: 1, statuscode: 3, llc_previousstatuscode: 1 });
        expect(await historyOf(id)).toMatchObject([{ llc_fromstatuscode: 1, llc_tostatuscode: 3 }]);
    });
});

describe('an opportunity', () => {
    const QUALIFY = 'f99b4d48-7aad-456e-864a-8e7d543f7495';
    const DEVELOP = 'bfc9108c-8389-406b-9166-2c3298a2e41f';
    const PROPOSE = '3a275c22-fc45-4e89-97fc-41e5ec578743';

    /** Ids of an opportunity of the seller that came from a lead, and of its process. */
    async function anOpportunity(): Promise<{ readonly id: string; readonly processId: string }> {
        const leadId = await environment.addLead({
            budgetamount: 1,
            decisionmaker: true,
            need: 0,
            purchasetimeframe: 1,
        });
        const { json } = await environment.ask('POST', `leads(${leadId})/Microsoft.Dynamics.CRM.QualifyLead`, {
            CreateAccount: false,
            CreateContact: true,
            CreateOpportunity: true,
            Status: -1,
        });
        const made = json['value'] as readonly PlainRow[];
        const [instance] = await environment.rows(`leadtoopportunitysalesprocesses?$filter=_leadid_value eq ${leadId}`);
        expect(instance).toMatchObject({ _activestageid_value: DEVELOP });
        return {
            id: String(made.find((row) => 'opportunityid' in row)?.['opportunityid']),
            processId: String(instance?.['businessprocessflowinstanceid']),
        };
    }
    const move = (processId: string, ...path: readonly string[]) =>
        environment.ask('PATCH', `leadtoopportunitysalesprocesses(${processId})`, {
            'activestageid@odata.bind': `/processstages(${path[path.length - 1] ?? ''})`,
            traversedpath: path.join(','),
        });
    const close = (message: string, id: string, status: number) =>
        environment.ask('POST', message, {
            OpportunityClose: { subject: 'Done', 'opportunityid@odata.bind': `/opportunities(${id})` },
            Status: status,
        });

    it('goes to the next stage once what blocks the gate is known, and back at any time', async () => {
        const { id, processId } = await anOpportunity();
        const { refusal } = await move(processId, QUALIFY, DEVELOP, PROPOSE);
        expect(refusal).toBe(
            '0x80040265 “Develop” is complete once these are done:\n• Describe what the customer needs. (Customer Need)',
        );
        await environment.ask('PATCH', `opportunities(${id})`, { customerneed: 'Ten vans' });
        expect((await move(processId, QUALIFY, DEVELOP, PROPOSE)).refusal).toBe('');
        expect((await move(processId, QUALIFY, DEVELOP)).refusal).toBe('');
        expect((await move(processId, QUALIFY)).refusal).toBe('');
    });

    it('skips no gate, however its process is moved', async () => {
        const { id, processId } = await anOpportunity();
        const stages = await environment.rows(`processstages?$filter=stagecategory eq 3`);
        const last = String(stages[0]?.['processstageid']);
        await environment.ask('PATCH', `opportunities(${id})`, { customerneed: 'Ten vans' });
        expect((await move(processId, QUALIFY, DEVELOP, last)).refusal).toBe(
            '0x80040265 “Develop, Propose” is complete once these are done:\n• Complete the proposal. (Develop Proposal)',
        );
        const finished = await environment.ask('PATCH', `leadtoopportunitysalesprocesses(${processId})`, {
            statecode: 1,
            statuscode: 2,
        });
        expect(finished.refusal).toContain('• Confirm the decision date. (Final Decision Date)');
    });

    it('is won once the decision date is confirmed, and lost at any time', async () => {
        const won = await anOpportunity();
        expect((await close('WinOpportunity', won.id, 3)).refusal).toBe(
            '0x80040265 Before this opportunity can be won, this is still to do:\n' +
                '• Confirm the decision date. (Final Decision Date)',
        );
        expect(await environment.read(`opportunities(${won.id})`)).toMatchObject({ statecode: 0 });
        expect(await environment.rows('opportunitycloses')).toEqual([]);
        await environment.ask('PATCH', `opportunities(${won.id})`, { finaldecisiondate: '2026-11-21' });
        expect((await close('WinOpportunity', won.id, 3)).refusal).toBe('');
        const lost = await anOpportunity();
        expect((await close('LoseOpportunity', lost.id, 4)).refusal).toBe('');
    });

    it('passes every gate while the rules are switched off', async () => {
        await switchRulesOff();
        const { id, processId } = await anOpportunity();
        expect((await move(processId, QUALIFY, DEVELOP, PROPOSE)).refusal).toBe('');
        expect((await close('WinOpportunity', id, 3)).refusal).toBe('');
    });
});

describe('someone who may not read the configuration', () => {
    it('changes leads, but not where they stand', async () => {
        const other = '11111111-1111-4111-8111-111111111103';
        const id = String(
            (await environment.ask('POST', 'leads', { subject: 'Vans', lastname: 'Bauer' }, other)).json['leadid'],
        );
        const [role] = await environment.rows("roles?$filter=name eq 'Lead Lifecycle Seller'");
        await environment.ask(
            'DELETE',
            `systemusers(${other})/systemuserroles_association(${String(role?.['roleid'])})/$ref`,
            undefined,
            ADMINISTRATOR,
        );
        expect((await environment.ask('PATCH', `leads(${id})`, { subject: 'Lorries' }, other)).refusal).toBe('');
        const { refusal } = await environment.ask('PATCH', `leads(${id})`, { statuscode: 2 }, other);
        expect(refusal).toContain('prvReadllc_');
        expect(await lead(id)).toMatchObject({ subject: 'Lorries', statuscode: 1 });
    });
});

describe('the functions', () => {
    it('say over the Web API whether a lead may go somewhere, and why not', async () => {
        await permit(1, 2, { llc_requiredcolumns: 'companyname;need', llc_noterequired: true });
        const id = await environment.addLead({ need: 1 });
        const { json } = await environment.ask('POST', 'llc_ExplainTransition', {
            LeadId: id,
            StatusReason: 2,
            State: 0,
        });
        expect(json).toMatchObject({
            Allowed: false,
            Code: 'columns-missing,note-missing',
            Message: 'Fill in first: Company Name.\nA note is required.',
            Columns: 'companyname',
        });
    });

    it('say what keeps a lead from being qualified', async () => {
        const id = await environment.addLead({ budgetamount: 1, decisionmaker: true });
        const { json } = await environment.ask('POST', 'llc_QualificationGaps', { LeadId: id });
        expect(json).toMatchObject({
            Ready: false,
            Progress: 50,
            Missing: 'Need is known\nPurchase timeframe is known',
            Columns: 'need,purchasetimeframe',
        });
    });

    it('refuse a lead that does not exist', async () => {
        const { refusal } = await environment.ask('POST', 'llc_QualificationGaps', {
            LeadId: '00000000-0000-4000-8000-00000000dead',
        });
        expect(refusal).toContain('There is no lead 00000000-0000-4000-8000-00000000dead');
    });
});
