import { qualify } from '../../../lifecycle/commands/qualify';
import { qualifyMany } from '../../../lifecycle/commands/qualify-many';
import type { QualifyInput } from '../../../lifecycle/commands/dialogs';
import type { QualifyLeadRequest } from '../../../lifecycle/qualify/qualify-lead-request';
import { ACCOUNT_ID, aHost, aLead, aTransition, CONTACT_ID, LEAD_ID, OPPORTUNITY_ID, qualifiedBody } from '../builders';

const yes = { accountId: null, contactId: null, note: '' };
const existing = {
    account: [{ accountid: ACCOUNT_ID, name: 'Northwind Motors', address1_city: 'Munich' }],
    contact: [{ contactid: CONTACT_ID, fullname: 'Amelie Bauer', emailaddress1: 'amelie@northwind.example' }],
};
const duplicate = (): never => {
    throw Object.assign(new Error('A record with these values exists.'), { errorCode: -2147220685 });
};

describe('qualifying one lead', () => {
    it('creates account, contact and opportunity and opens the opportunity', async () => {
        const host = aHost({ dialog: yes });
        expect(await qualify(host, LEAD_ID)).toEqual({ kind: 'done', leadIds: [LEAD_ID] });
        expect(host.executed).toHaveLength(1);
        expect(host.executed[0]).toMatchObject({ CreateAccount: true, CreateContact: true, Status: -1 });
        expect(host.writes).toEqual([]);
        expect(host.navigated).toEqual([`opportunity(${OPPORTUNITY_ID})`]);
        expect(host.progressed).toEqual(['qualify.progress|Amelie Bauer', null, null]);
    });

    it('shows how the lead stands, by criterion and column', async () => {
        const host = aHost({ leads: [aLead({ budgetamount: null, purchaseprocess: null })] });
        expect(await qualify(host, LEAD_ID)).toEqual({ kind: 'cancelled' });
        const { met, blocking, warnings, progress } = host.opened[0]?.input as QualifyInput;
        expect([met.length, progress]).toEqual([3, 65]);
        expect(blocking).toEqual([
            { name: 'Budget is known', hint: 'criterion.open|Enter the budget amount.|<budgetamount>' },
        ]);
        expect(warnings.map((line) => line.name)).toEqual(['Purchase process is known']);
    });

    it('changes nothing while a criterion blocks, whatever the dialog answers', async () => {
        const host = aHost({ leads: [aLead({ need: null })], dialog: yes });
        expect(await qualify(host, LEAD_ID)).toEqual({ kind: 'cancelled' });
        expect([host.writes, host.executed]).toEqual([[], []]);
    });

    it('links the account and contact that the seller chose, and creates neither', async () => {
        const host = aHost({ rows: existing, dialog: { accountId: ACCOUNT_ID, contactId: CONTACT_ID, note: '' } });
        await qualify(host, LEAD_ID);
        expect((host.opened[0]?.input as QualifyInput).accounts).toEqual([
            { table: 'account', id: ACCOUNT_ID, name: 'Northwind Motors', detail: 'Munich' },
        ]);
        expect(host.writes[0]).toMatchObject({
            columns: {
                'parentaccountid@odata.bind': `/accounts(${ACCOUNT_ID})`,
                'parentcontactid@odata.bind': `/contacts(${CONTACT_ID})`,
            },
        });
        expect(host.executed[0]).toMatchObject({
            CreateAccount: false,
            CreateContact: false,
            OpportunityCustomerId: { accountid: ACCOUNT_ID },
        });
    });

    it('looks for companies by exact name, quotes and all', async () => {
        const host = aHost({ leads: [aLead({ companyname: "L'Été & Fils" })] });
        await qualify(host, LEAD_ID);
        expect(host.queries.find((query) => query.startsWith('account'))).toContain(
            "$filter=name eq 'L''%C3%89t%C3%A9%20%26%20Fils' and statecode eq 0",
        );
    });

    it('refuses a lead that may not be qualified, before any dialog', async () => {
        const host = aHost({ configuration: { transitions: [aTransition(2, 3)] } });
        expect(await qualify(host, LEAD_ID)).toEqual({ kind: 'refused' });
        expect(host.alerts).toEqual([{ title: 'refusal.title', text: 'refusal.notPermitted|New|Qualified' }]);
        expect(host.opened).toEqual([]);
    });

    it('refuses a lead that is closed already', async () => {
        const host = aHost({ leads: [aLead({ statecode: 2, statuscode: 4 })] });
        expect(await qualify(host, LEAD_ID)).toEqual({ kind: 'refused' });
        expect(host.alerts[0]?.text).toBe('refusal.platform|Lost|Qualified');
    });

    it('asks for the note that the transition demands, and sends it together with the request or not at all', async () => {
        const transitions = [aTransition(1, 3, { noteRequired: true })];
        const host = aHost({ configuration: { transitions }, dialog: { ...yes, note: 'Met at the fair' } });
        await qualify(host, LEAD_ID);
        expect((host.opened[0]?.input as QualifyInput).noteRequired).toBe(true);
        expect(host.writes).toMatchObject([{ table: 'lead', columns: { llc_statusnote: 'Met at the fair' } }]);
        expect(host.executed).toHaveLength(1);
    });

    it('asks once before it makes a duplicate, and then suppresses the detection', async () => {
        const host = aHost({ dialog: yes, execute: (_, index) => (index === 0 ? duplicate() : qualifiedBody) });
        expect(await qualify(host, LEAD_ID)).toMatchObject({ kind: 'done' });
        const suppressed = host.executed.map((it) => (it as QualifyLeadRequest).SuppressDuplicateDetection);
        expect([host.confirms.length, suppressed]).toEqual([1, [false, true]]);
    });

    it('leaves it at a duplicate when the seller says no', async () => {
        const host = aHost({ dialog: yes, confirm: false, execute: duplicate });
        expect(await qualify(host, LEAD_ID)).toEqual({ kind: 'cancelled' });
        expect(host.executed).toHaveLength(1);
    });

    it('tells what Dataverse said when it refuses, and takes the progress away', async () => {
        const host = aHost({
            dialog: yes,
            execute: () => {
                throw new Error('The lead is already closed.');
            },
        });
        expect(await qualify(host, LEAD_ID)).toEqual({ kind: 'failed' });
        expect(host.alerts).toEqual([{ title: 'qualify.failed.title', text: 'The lead is already closed.' }]);
        expect(host.progressed.at(-1)).toBeNull();
    });

    it('reads the whole row when a maker’s column cannot be selected', async () => {
        const host = aHost({
            dialog: yes,
            retrieve: (options) => {
                if (options !== '') throw new Error("Could not find a property named 'new_fleet'.");
            },
        });
        expect(await qualify(host, LEAD_ID)).toMatchObject({ kind: 'done' });
    });

    it('sends the process instance, and stays on the page when asked to', async () => {
        const host = aHost({ dialog: yes });
        await qualify(host, LEAD_ID, { processInstanceId: 'bpf1', openOpportunity: false });
        expect(host.executed[0]).toMatchObject({ ProcessInstanceId: { businessprocessflowinstanceid: 'bpf1' } });
        expect(host.navigated).toEqual([]);
    });
});

describe('qualifying several leads', () => {
    const ids = ['1', '2', '3'].map((last) => LEAD_ID.replace(/.$/, last));
    const three = ids.map((leadid, index) => aLead({ leadid, fullname: `Lead ${index + 1}` }));

    it('checks all, then converts one after the other, then tells the result once', async () => {
        const host = aHost({ leads: three });
        expect(await qualifyMany(host, ids)).toEqual({ kind: 'done', leadIds: ids });
        expect(host.confirms.map((question) => question.text)).toEqual(['qualify.many.confirm|3']);
        expect(host.progressed.slice(0, 3)).toEqual([1, 2, 3].map((at) => `qualify.progressMany|${at}|3`));
        expect(host.alerts).toEqual([{ title: 'qualify.many.title', text: 'qualify.many.result|3|3' }]);
        expect(host.navigated).toEqual([]);
    });

    it('leaves out those that are not ready and says why, before anything is changed', async () => {
        const leads = [three[0], { ...three[1], budgetamount: null }].map((lead) => lead ?? {});
        const host = aHost({ leads, confirm: false });
        expect(await qualifyMany(host, ids.slice(0, 2))).toEqual({ kind: 'cancelled' });
        expect(host.confirms[0]?.text).toBe(
            'qualify.many.confirmSome|1|2|list.item|Lead 2: criterion.open|Enter the budget amount.|<budgetamount>',
        );
        expect(host.executed).toEqual([]);
    });

    it('does not ask when none is ready', async () => {
        const host = aHost({ leads: three.map((lead) => ({ ...lead, statuscode: 3, statecode: 1 })) });
        expect(await qualifyMany(host, ids)).toEqual({ kind: 'refused' });
        expect([host.confirms, host.alerts.length]).toEqual([[], 1]);
    });

    it('links the one account and contact that match, and looks anew before each lead', async () => {
        const host = aHost({ leads: three, rows: existing });
        await qualifyMany(host, ids);
        expect(host.executed.map((it) => (it as QualifyLeadRequest).CreateAccount)).toEqual([false, false, false]);
        expect(host.queries.filter((query) => query.startsWith('account'))).toHaveLength(3);
    });

    it('does not guess between two accounts of the same name', async () => {
        const account = [...existing.account, { accountid: 'other', name: 'Northwind Motors' }];
        const host = aHost({ leads: three.slice(0, 1), rows: { account } });
        await qualifyMany(host, ids.slice(0, 2));
        expect((host.executed[0] as QualifyLeadRequest).CreateAccount).toBe(true);
    });

    it('goes on after a failure and names it in the end', async () => {
        const host = aHost({
            leads: three,
            execute: (_, index) => {
                if (index === 1) throw new Error('No privilege.');
                return qualifiedBody;
            },
        });
        expect(await qualifyMany(host, ids)).toEqual({ kind: 'done', leadIds: [ids[0], ids[2]] });
        expect(host.alerts[0]?.text).toBe('qualify.many.result|2|3\nresult.failures|list.item|Lead 2: No privilege.');
    });
});
