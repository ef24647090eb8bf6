import { LeadState } from '../../lifecycle/choices';
import { ConfigurationCommands } from '../../webresources/configuration/commands';
import { LeadCommands } from '../../webresources/lead/commands';
import { fakeForm } from './fakes/form';
import { fakeProcess } from './fakes/process';
import { fakeXrm, settle, type FakeXrmOptions } from './fakes/xrm';
import { answerDialog } from './fakes/dialog';

const LEAD = '0aa00000-0000-4000-8000-000000000001';
const OTHER = '0aa00000-0000-4000-8000-000000000002';
const OPPORTUNITY = '0dd00000-0000-4000-8000-000000000001';
const KNOWN = { budgetamount: 1, decisionmaker: true, need: 0, purchasetimeframe: 1, purchaseprocess: 0 };
const open = {
    leadid: LEAD,
    fullname: 'Amelie Bauer',
    subject: 'Vans',
    lastname: 'Bauer',
    statecode: 0,
    statuscode: 1,
    ...KNOWN,
};
const closed = { ...open, statecode: 2, statuscode: 6 };
const qualified = { value: [{ '@odata.type': '#Microsoft.Dynamics.CRM.opportunity', opportunityid: OPPORTUNITY }] };

const STAGES = [{ id: 'f99b4d48-7aad-456e-864a-8e7d543f7495', name: 'Qualify', category: 0 }] as const;

function withAnswer(answer: unknown, options: FakeXrmOptions = {}): FakeXrmOptions {
    return { rows: { lead: [open] }, ...options, onDialog: (id) => answerDialog(id, answer) };
}

interface FakeGrid {
    readonly control: Xrm.Controls.GridControl;
    refreshed: number;
}

function aGrid(rows: readonly Record<string, unknown>[], table = 'lead', total = rows.length): FakeGrid {
    const grid: FakeGrid = {
        refreshed: 0,
        control: {
            refresh: () => void (grid.refreshed += 1),
            getEntityName: () => table,
            getGrid: () => ({
                getTotalRecordCount: () => total,
                getSelectedRows: () =>
                    rows.map((row) => ({
                        data: {
                            entity: {
                                getId: () => `{${String(row['leadid']).toUpperCase()}}`,
                                attributes: {
                                    get: (name: string) => (name in row ? { getValue: () => row[name] } : null),
                                },
                            },
                        },
                    })),
            }),
        } as unknown as Xrm.Controls.GridControl,
    };
    return grid;
}

describe('Qualify on the form', () => {
    it('saves what was typed, asks, qualifies with the process instance and opens the opportunity', async () => {
        const xrm = fakeXrm(withAnswer({ accountId: null, contactId: null, note: '' }, { execute: () => qualified }));
        const { form, log } = fakeForm({ statuscode: 1 }, { dirty: true, process: fakeProcess(STAGES) });
        await LeadCommands.qualifyFromForm(form);
        expect(log.saved).toBe(1);
        expect(xrm.opened[0]?.page.webresourceName).toBe('llc_/lead/qualify.html');
        expect(xrm.opened[0]?.options).toMatchObject({ target: 2, position: 1, title: 'Qualify lead' });
        expect(xrm.executed[0]).toMatchObject({
            entity: { entityType: 'lead', id: LEAD },
            ProcessInstanceId: { businessprocessflowinstanceid: 'abcdef00-0000-4000-8000-000000000001' },
        });
        expect(xrm.navigated).toEqual([{ entityName: 'opportunity', entityId: OPPORTUNITY }]);
        expect(xrm.progress).toContain('Qualifying Amelie Bauer…');
        expect(xrm.progress.at(-1)).toBeNull();
    });

    it('opens one dialog when it is clicked twice, and another one later', async () => {
        const xrm = fakeXrm({ rows: { lead: [open] } });
        const { form } = fakeForm({ statuscode: 1 });
        await Promise.all([LeadCommands.qualifyFromForm(form), LeadCommands.qualifyFromForm(form)]);
        expect(xrm.opened).toHaveLength(1);
        await LeadCommands.disqualifyFromForm(form);
        expect(xrm.opened).toHaveLength(2);
    });

    it('does nothing when the form cannot be saved', async () => {
        const xrm = fakeXrm(withAnswer(null));
        await LeadCommands.qualifyFromForm(fakeForm({}, { dirty: true, saveFails: true }).form);
        expect([xrm.opened, xrm.executed]).toEqual([[], []]);
    });

    it('does nothing when the dialog is closed without an answer', async () => {
        const xrm = fakeXrm({ rows: { lead: [open] } });
        const { form, log } = fakeForm({});
        await LeadCommands.qualifyFromForm(form);
        expect([xrm.executed, xrm.written, log.saved]).toEqual([[], [], 0]);
    });

    it('shows Dataverse’s own words when it refuses', async () => {
        const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
        const refusal = { error: { code: '0x80040519', message: 'The lead is already closed.' } };
        const xrm = fakeXrm(withAnswer({ accountId: null, contactId: null, note: '' }, { execute: () => refusal }));
        const { form, log } = fakeForm({});
        await LeadCommands.qualifyFromForm(form);
        expect(xrm.alerts).toMatchObject([
            { title: 'The lead was not qualified', text: 'The lead is already closed.' },
        ]);
        expect(log.refreshed).toBe(1);
        error.mockRestore();
    });
});

describe('Disqualify and Reactivate on the form', () => {
    it('write the lead and show the form anew', async () => {
        const answer = { reasonId: '61740a02-5e1d-4c27-9a02-000000000006', note: '', revisitOn: null };
        const xrm = fakeXrm(withAnswer(answer));
        const { form, log } = fakeForm({});
        await LeadCommands.disqualifyFromForm(form);
        expect(xrm.written).toMatchObject([{ table: 'lead', id: LEAD, columns: { statecode: 2, statuscode: 6 } }]);
        expect(log).toMatchObject({ refreshed: 1, ribbon: 1 });
    });

    it('open a closed lead again', async () => {
        const xrm = fakeXrm(withAnswer({ status: 2, note: '' }, { rows: { lead: [closed] } }));
        const { form, log } = fakeForm({});
        await LeadCommands.reactivateFromForm(form);
        expect(xrm.written[0]).toMatchObject({ columns: { statecode: 0, statuscode: 2 } });
        expect(log.refreshed).toBe(1);
    });

    it('leave the form alone when the seller thinks better of it', async () => {
        fakeXrm({ rows: { lead: [open] } });
        const { form, log } = fakeForm({});
        await LeadCommands.disqualifyFromForm(form);
        expect(log.refreshed).toBe(0);
    });
});

describe('the commands of the grid', () => {
    const rows = { lead: [open, { ...open, leadid: OTHER, fullname: 'Bo' }] };

    it('qualify a single lead with the dialog, several after one question', async () => {
        const single = fakeXrm(
            withAnswer({ accountId: null, contactId: null, note: '' }, { rows, execute: () => qualified }),
        );
        await LeadCommands.qualifyFromGrid(aGrid([]).control, [`{${LEAD.toUpperCase()}}`]);
        expect([single.opened.length, single.confirms.length, single.executed.length]).toEqual([1, 0, 1]);

        const several = fakeXrm({ rows, execute: () => qualified });
        const grid = aGrid([]);
        await LeadCommands.qualifyFromGrid(grid.control, [LEAD, OTHER]);
        expect([several.opened.length, several.confirms.length, several.executed.length]).toEqual([0, 1, 2]);
        expect(several.alerts[0]?.text).toBe('2 of 2 leads were qualified.');
        expect(grid.refreshed).toBe(1);
    });

    it('qualify nobody after a no', async () => {
        const xrm = fakeXrm({ rows });
        xrm.answer = false;
        const grid = aGrid([]);
        await LeadCommands.qualifyFromGrid(grid.control, [LEAD, OTHER]);
        expect([xrm.executed, grid.refreshed]).toEqual([[], 0]);
    });

    it('disqualify several leads with one reason and one write each', async () => {
        const answer = { reasonId: '61740a02-5e1d-4c27-9a02-000000000006', note: '', revisitOn: null };
        const xrm = fakeXrm(withAnswer(answer, { rows }));
        const grid = aGrid([]);
        await LeadCommands.disqualifyFromGrid(grid.control, [LEAD, OTHER]);
        expect(xrm.opened[0]?.options.title).toBe('Disqualify 2 leads');
        expect([xrm.written.length, grid.refreshed]).toEqual([2, 1]);
    });

    it('reactivate several leads', async () => {
        const xrm = fakeXrm(
            withAnswer({ status: 1, note: '' }, { rows: { lead: [closed, { ...closed, leadid: OTHER }] } }),
        );
        await LeadCommands.reactivateFromGrid(aGrid([]).control, [LEAD, OTHER]);
        expect(xrm.written).toHaveLength(2);
    });

    it('do nothing without a selection', async () => {
        const xrm = fakeXrm();
        const { control } = aGrid([]);
        await LeadCommands.qualifyFromGrid(control, []);
        await LeadCommands.disqualifyFromGrid(control, []);
        await LeadCommands.reactivateFromGrid(control, []);
        expect([xrm.opened, xrm.confirms]).toEqual([[], []]);
    });
});

describe('Change status reason', () => {
    it('takes the form’s lead where the seller chooses, and shows it anew', async () => {
        const xrm = fakeXrm(withAnswer({ status: 2, note: '' }));
        const { form, log } = fakeForm({ statuscode: 1 }, { dirty: true });
        await LeadCommands.changeStatusFromForm(form);
        expect(log.saved).toBe(1);
        expect(xrm.opened[0]?.page.webresourceName).toBe('llc_/lead/status.html');
        expect(xrm.opened[0]?.options.title).toBe('Change status reason');
        expect(xrm.written[0]).toMatchObject({ table: 'lead', columns: { statuscode: 2 } });
        expect(log).toMatchObject({ refreshed: 1, ribbon: 1 });
    });

    it('takes the selected lead of the grid', async () => {
        const xrm = fakeXrm(withAnswer({ status: 2, note: 'Rang' }));
        const grid = aGrid([]);
        await LeadCommands.changeStatusFromGrid(grid.control, [`{${LEAD.toUpperCase()}}`]);
        expect(xrm.written[0]).toMatchObject({ id: LEAD, columns: { statuscode: 2, llc_statusnote: 'Rang' } });
        expect(grid.refreshed).toBe(1);
    });
});

describe('the enable rules', () => {
    const { open: toOpen, qualified: toQualified, disqualified: toDisqualified } = LeadState;
    const transition = (from: number, to: number, rest: object = {}): object => ({
        llc_fromstatuscode: from,
        llc_tostatuscode: to,
        statecode: 0,
        ...rest,
    });
    const only = (...transitions: object[]): FakeXrmOptions => ({
        rows: { llc_statustransition: transitions as Record<string, unknown>[] },
    });

    it.each([
        ['an open lead', 2, [true, true, false]],
        ['a disqualified lead', 6, [false, false, true]],
        ['a qualified lead', 3, [false, false, true]],
    ])('on the form know what can be done with %s by default', async (_, statuscode, expected) => {
        fakeXrm();
        const { form } = fakeForm({ statuscode });
        const answers = [toQualified, toDisqualified, toOpen].map((state) => LeadCommands.hasWayOnForm(form, state));
        expect(await Promise.all(answers)).toEqual(expected);
    });

    it('follow the transitions and the roles that these ask for', async () => {
        fakeXrm(only(transition(1, 4, { llc_requiredrole: 'Manager' }), transition(1, 3)));
        const { form } = fakeForm({ statuscode: 1 });
        expect(await LeadCommands.hasWayOnForm(form, toDisqualified)).toBe(false);
        expect(await LeadCommands.hasWayOnForm(form, toQualified)).toBe(true);
    });

    it('answer at once and ask nobody once the rules have been read', async () => {
        const xrm = fakeXrm(only(transition(1, 4)));
        const { control } = aGrid([open, { leadid: OTHER, statuscode: '2' }]);
        expect(await LeadCommands.haveWayInGrid(control, [LEAD], toDisqualified)).toBe(true);
        const asked = xrm.queries.length;
        expect(LeadCommands.haveWayInGrid(control, [LEAD], toDisqualified)).toBe(true);
        expect(LeadCommands.haveWayInGrid(control, [LEAD, OTHER], toDisqualified)).toBe(false);
        expect(LeadCommands.haveWayInGrid(control, [LEAD], toQualified)).toBe(false);
        expect(LeadCommands.haveWayInGrid(control, [], toDisqualified)).toBe(false);
        expect(xrm.queries).toHaveLength(asked);
    });

    it('in the grid ask Dataverse once for each lead whose view tells nothing, whatever is selected then', async () => {
        const xrm = fakeXrm({ rows: { lead: [closed, { ...closed, leadid: OTHER }] } });
        const { control } = aGrid([{ leadid: LEAD }, { leadid: OTHER }]);
        const leadQueries = (): number => xrm.queries.filter((query) => query.startsWith('lead?')).length;
        expect(await LeadCommands.haveWayInGrid(control, [LEAD, OTHER], toOpen)).toBe(true);
        expect(await LeadCommands.haveWayInGrid(control, [LEAD], toDisqualified)).toBe(false);
        expect(await LeadCommands.haveWayInGrid(control, [OTHER], toOpen)).toBe(true);
        expect(leadQueries()).toBe(1);
    });

    it('guide by the default transitions those who may not read the makers’ ones', async () => {
        const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
        fakeXrm({ unreadable: ['llc_statustransition'] });
        const { form } = fakeForm({ statuscode: 1 });
        expect(await LeadCommands.hasWayOnForm(form, toDisqualified)).toBe(true);
        error.mockRestore();
    });

    it('leave it to the command where a form does not hold the status reason', () => {
        fakeXrm();
        expect(LeadCommands.hasWayOnForm(fakeForm({}).form, toQualified)).toBe(true);
    });
});

describe('Load defaults', () => {
    it('is offered in an empty settings grid only', () => {
        const offered = (table: string, total: number): boolean =>
            ConfigurationCommands.canLoadDefaults(aGrid([], table, total).control);
        expect([offered('llc_criterion', 0), offered('llc_criterion', 1), offered('lead', 0)]).toEqual([
            true,
            false,
            false,
        ]);
    });

    it('creates the rows in one change set and shows them', async () => {
        const xrm = fakeXrm();
        const grid = aGrid([], 'llc_criterion');
        await ConfigurationCommands.loadDefaults(grid.control);
        await settle();
        expect(xrm.changeSets.map((set) => set.length)).toEqual([11]);
        expect(xrm.changeSets[0]?.[0]).toMatchObject({
            etn: 'llc_criterion',
            operation: 'Create',
            payload: { llc_criterionid: '61740a03-5e1d-4c27-9a03-000000000001', llc_columnname: 'budgetamount' },
        });
        expect(grid.refreshed).toBe(1);
    });

    it('does nothing in the grid of another table', async () => {
        const xrm = fakeXrm();
        await ConfigurationCommands.loadDefaults(aGrid([], 'lead').control);
        expect([xrm.confirms, xrm.changeSets]).toEqual([[], []]);
    });
});
