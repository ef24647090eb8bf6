import { ConfigurationCommands } from '../../webresources/configuration/commands';
import { LeadCommands } from '../../webresources/lead/commands';
import { fakeForm } from './fakes/form';
import { fakeProcess } from './fakes/process';
import { fakeXrm, settle, type FakeXrmOptions } from './fakes/xrm';
import { answerDialog } from './fakes/dialog';
import { aGrid } from './fakes/grid';

const LEAD = '0aa00000-0000-4000-8000-000000000001';
const OTHER = '0aa00000-0000-4000-8000-000000000002';
const OPPORTUNITY = '0dd00000-0000-4000-8000-000000000001';
const open = { leadid: LEAD, fullname: 'Amelie Bauer', subject: 'Vans', statecode: 0, statuscode: 1 };
const closed = { ...open, statecode: 2, statuscode: 6 };
const changed = { changed: [LEAD], open: null };
const qualified = { changed: [LEAD], open: { table: 'opportunity', id: OPPORTUNITY } };

const STAGES = [{ id: 'f99b4d48-7aad-456e-864a-8e7d543f7495', name: 'Qualify', category: 0 }] as const;

function withAnswer(answer: unknown, options: FakeXrmOptions = {}): FakeXrmOptions {
    return { rows: { lead: [open] }, ...options, onDialog: (id) => answerDialog(id, answer) };
}

describe('Qualify on the form', () => {
    it('saves what was typed, opens the dialog with the process instance, and then the opportunity', async () => {
        const calls: unknown[] = [];
        const xrm = fakeXrm({ onDialog: (id) => answerDialog(id, qualified, (call) => calls.push(call)) });
        const account = { id: '{A1}', entityType: 'account', name: 'Northwind' };
        const { form, log } = fakeForm(
            { statuscode: 1, lastname: 'Bauer', companyname: ' ', parentaccountid: [account] },
            { dirty: true, process: fakeProcess(STAGES) },
        );
        await LeadCommands.qualifyFromForm(form);
        expect(log.saved).toBe(1);
        expect(xrm.opened[0]?.page.webresourceName).toBe('llc_/lead/qualify.html');
        expect(xrm.opened[0]?.options).toMatchObject({ target: 2, title: 'Qualify lead' });
        expect(calls).toEqual([
            {
                ids: [LEAD],
                processInstanceId: 'abcdef00-0000-4000-8000-000000000001',
                status: null,
                known: { lastname: 'Bauer', parentaccountid: '{A1}' },
            },
        ]);
        expect(xrm.navigated).toEqual([{ entityName: 'opportunity', entityId: OPPORTUNITY }]);
        // The form has been left.
        expect(log.refreshed).toBe(0);
    });

    it('shows the progress indicator until the dialog is there', async () => {
        const xrm = fakeXrm(withAnswer(qualified));
        await LeadCommands.qualifyFromForm(fakeForm({}).form);
        expect(xrm.progress.slice(0, 2)).toEqual(['Opening…', null]);
        expect(xrm.progress.at(-1)).toBeNull();
    });

    it('shows the form anew where no opportunity is opened', async () => {
        fakeXrm(withAnswer(changed));
        const { form, log } = fakeForm({});
        await LeadCommands.qualifyFromForm(form);
        expect(log).toMatchObject({ refreshed: 1, ribbon: 1 });
    });

    it('opens one dialog when it is clicked twice, in form and grid alike, and another one later', async () => {
        const xrm = fakeXrm({ rows: { lead: [open] } });
        const { form } = fakeForm({ statuscode: 1 });
        await Promise.all([
            LeadCommands.qualifyFromForm(form),
            LeadCommands.qualifyFromForm(form),
            LeadCommands.disqualifyFromGrid(aGrid([]).control, [LEAD]),
        ]);
        expect(xrm.opened).toHaveLength(1);
        await LeadCommands.disqualifyFromForm(form);
        expect(xrm.opened).toHaveLength(2);
    });

    it('does nothing when the form cannot be saved', async () => {
        const xrm = fakeXrm(withAnswer(null));
        await LeadCommands.qualifyFromForm(fakeForm({}, { dirty: true, saveFails: true }).form);
        expect(xrm.opened).toEqual([]);
    });

    it('does nothing when the dialog is closed without an answer', async () => {
        const xrm = fakeXrm();
        const { form, log } = fakeForm({});
        await LeadCommands.qualifyFromForm(form);
        expect([xrm.navigated, xrm.written, log.saved, log.refreshed]).toEqual([[], [], 0, 0]);
    });

    it('says in the user’s language that the connection is lost, and can be started again', async () => {
        const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
        const xrm = fakeXrm({ language: 1036, onDialog: () => Promise.reject(new TypeError('Failed to fetch')) });
        const { form } = fakeForm({});
        await LeadCommands.qualifyFromForm(form);
        expect(xrm.alerts[0]?.text).toBe('Dataverse est injoignable. Vérifiez votre connexion, puis réessayez.');
        await LeadCommands.qualifyFromForm(form);
        expect(xrm.opened).toHaveLength(2);
        error.mockRestore();
    });

    it('tells even what keeps its texts from being loaded', async () => {
        const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
        const told: unknown[] = [];
        fakeXrm({ textsLoaded: false });
        Object.assign(Xrm.Navigation, { openErrorDialog: async (options: unknown) => void told.push(options) });
        const fetch = jest.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
        await LeadCommands.qualifyFromForm(fakeForm({}).form);
        expect(told).toEqual([{ message: 'Failed to fetch' }]);
        fetch.mockRestore();
        error.mockRestore();
    });
});

describe('Disqualify and Reactivate on the form', () => {
    it('show the form anew once their dialog has changed the lead', async () => {
        const xrm = fakeXrm(withAnswer(changed));
        const { form, log } = fakeForm({}, { dirty: true });
        await LeadCommands.disqualifyFromForm(form);
        expect(xrm.opened[0]?.page.webresourceName).toBe('llc_/lead/disqualify.html');
        expect(log).toMatchObject({ saved: 1, refreshed: 1, ribbon: 1 });
    });

    it('open a closed lead again', async () => {
        const xrm = fakeXrm(withAnswer(changed, { rows: { lead: [closed] } }));
        const { form, log } = fakeForm({});
        await LeadCommands.reactivateFromForm(form);
        expect(xrm.opened[0]?.page.webresourceName).toBe('llc_/lead/reactivate.html');
        expect(log.refreshed).toBe(1);
    });

    it('leave the form alone when the seller thinks better of it', async () => {
        fakeXrm({ rows: { lead: [open] } });
        const { form, log } = fakeForm({});
        await LeadCommands.disqualifyFromForm(form);
        expect(log.refreshed).toBe(0);
    });

    it('read and write nothing themselves', async () => {
        const xrm = fakeXrm(withAnswer(changed));
        await LeadCommands.disqualifyFromForm(fakeForm({}).form);
        expect([xrm.written, xrm.executed]).toEqual([[], []]);
    });
});

describe('the commands of the grid', () => {
    const rows = { lead: [open, { ...open, leadid: OTHER, fullname: 'Bo' }] };

    it('qualify a single lead in its dialog, several in theirs, and show the grid anew', async () => {
        const xrm = fakeXrm(withAnswer(changed));
        const grid = aGrid([]);
        await LeadCommands.qualifyFromGrid(grid.control, [`{${LEAD.toUpperCase()}}`]);
        await LeadCommands.qualifyFromGrid(grid.control, [LEAD, OTHER]);
        expect(xrm.opened.map(({ page }) => page.webresourceName)).toEqual([
            'llc_/lead/qualify.html',
            'llc_/lead/qualify-many.html',
        ]);
        expect(grid.refreshed).toBe(2);
    });

    it('disqualify several leads in one dialog', async () => {
        const xrm = fakeXrm(withAnswer({ changed: [LEAD, OTHER], open: null }, { rows }));
        const grid = aGrid([]);
        await LeadCommands.disqualifyFromGrid(grid.control, [`{${LEAD.toUpperCase()}}`, OTHER]);
        expect(xrm.opened[0]?.options.title).toBe('Disqualify 2 leads');
        expect(grid.refreshed).toBe(1);
    });

    it('reactivate several leads in one dialog', async () => {
        const xrm = fakeXrm(withAnswer({ changed: [LEAD], open: null }));
        const grid = aGrid([]);
        await LeadCommands.reactivateFromGrid(grid.control, [LEAD, OTHER]);
        expect(xrm.opened[0]?.options.title).toBe('Reactivate 2 leads');
        expect(grid.refreshed).toBe(1);
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

describe('Load defaults', () => {
    it('is offered in an empty settings grid only', () => {
        const offered = (table: string, total: number): boolean =>
            ConfigurationCommands.canLoadDefaults(
                aGrid([], { table, page: Array.from({ length: total }, () => ({})) }).control,
            );
        expect([offered('llc_criterion', 0), offered('llc_criterion', 1), offered('lead', 0)]).toEqual([
            true,
            false,
            false,
        ]);
    });

    it('creates the rows in one change set and shows them', async () => {
        const xrm = fakeXrm();
        const grid = aGrid([], { table: 'llc_criterion' });
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
        await ConfigurationCommands.loadDefaults(aGrid([]).control);
        expect([xrm.confirms, xrm.changeSets]).toEqual([[], []]);
    });
});
