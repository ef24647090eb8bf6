import { OpportunityCommands } from '../../webresources/opportunity/commands';
import { forgetStates } from '../../webresources/opportunity/enable-rules';
import { answerDialog } from './fakes/dialog';
import { fakeForm } from './fakes/form';
import { fakeXrm, type FakeXrmOptions } from './fakes/xrm';

const ONE = '0dd00000-0000-4000-8000-000000000001';
const TWO = '0dd00000-0000-4000-8000-000000000002';

function withAnswer(answer: unknown, options: FakeXrmOptions = {}): FakeXrmOptions {
    return { ...options, onDialog: (id) => answerDialog(id, answer) };
}

/** @param shown states that the view shows; null for a view without the column */
function aGrid(shown: Readonly<Record<string, number>> | null, ids: readonly string[] = [ONE, TWO]) {
    const grid = { refreshed: 0, control: {} as Xrm.Controls.GridControl };
    const rows = ids.map((id) => ({
        data: {
            entity: {
                getId: () => `{${id.toUpperCase()}}`,
                attributes: {
                    get: (name: string) => (shown && name === 'statecode' ? { getValue: () => shown[id] } : null),
                },
            },
        },
    }));
    grid.control = {
        refresh: () => void (grid.refreshed += 1),
        getGrid: () => ({ getSelectedRows: () => rows, getRows: () => rows }),
    } as unknown as Xrm.Controls.GridControl;
    return grid;
}

beforeEach(forgetStates);

describe('the commands of the opportunity form', () => {
    it('save, open the dialog that the outcome asks for, and show the form anew', async () => {
        const xrm = fakeXrm(withAnswer({ changed: [ONE], open: null, focus: null }));
        const { form, log } = fakeForm({ statecode: 0 }, { id: `{${ONE.toUpperCase()}}`, dirty: true });
        await OpportunityCommands.winFromForm(form);
        expect(xrm.opened[0]?.page.webresourceName).toBe('llc_/opportunity/close.html');
        expect(xrm.opened[0]?.options).toMatchObject({ title: 'Close as won' });
        expect(log).toMatchObject({ saved: 1, refreshed: 1, ribbon: 1 });
        await OpportunityCommands.loseFromForm(form);
        expect(xrm.opened[1]?.options).toMatchObject({ title: 'Close as lost' });
        await OpportunityCommands.reopenFromForm(form);
        expect(xrm.opened[2]?.page.webresourceName).toBe('llc_/opportunity/reopen.html');
    });

    it('leave the form alone when the seller thinks better of it, or when it cannot be saved', async () => {
        const xrm = fakeXrm(withAnswer(null));
        const { form, log } = fakeForm({ statecode: 0 });
        await OpportunityCommands.winFromForm(form);
        expect(log.refreshed).toBe(0);
        await OpportunityCommands.loseFromForm(fakeForm({}, { dirty: true, saveFails: true }).form);
        expect(xrm.opened).toHaveLength(1);
    });

    it('open one dialog when clicked twice', async () => {
        const xrm = fakeXrm(withAnswer(null));
        const { form } = fakeForm({ statecode: 0 });
        await Promise.all([OpportunityCommands.winFromForm(form), OpportunityCommands.loseFromForm(form)]);
        expect(xrm.opened).toHaveLength(1);
    });
});

describe('the commands of the grid of opportunities', () => {
    it('refresh it after something was changed', async () => {
        fakeXrm(withAnswer({ changed: [ONE], open: null, focus: null }));
        const grid = aGrid(null);
        await OpportunityCommands.loseFromGrid(grid.control, [`{${ONE.toUpperCase()}}`]);
        await OpportunityCommands.reopenFromGrid(grid.control, [ONE]);
        expect(grid.refreshed).toBe(2);
        await OpportunityCommands.winFromGrid(grid.control, []);
        expect(grid.refreshed).toBe(2);
    });

    it('open the opportunity that is not ready', async () => {
        const xrm = fakeXrm(withAnswer({ changed: [], open: { table: 'opportunity', id: ONE }, focus: null }));
        const grid = aGrid(null);
        await OpportunityCommands.winFromGrid(grid.control, [ONE]);
        expect(xrm.navigated).toEqual([{ entityName: 'opportunity', entityId: ONE }]);
        expect(grid.refreshed).toBe(0);
    });
});

describe('the rules that show the commands in the grid', () => {
    it('answer at once from a view that shows the state', () => {
        fakeXrm({});
        const { control } = aGrid({ [ONE]: 0, [TWO]: 2 });
        expect(OpportunityCommands.someAreOpen(control, [ONE, TWO])).toBe(true);
        expect(OpportunityCommands.someAreClosed(control, [ONE, TWO])).toBe(true);
        expect(OpportunityCommands.someAreClosed(control, [ONE])).toBe(false);
        expect(OpportunityCommands.someAreOpen(control, [TWO])).toBe(false);
        expect(OpportunityCommands.someAreOpen(control, [])).toBe(false);
    });

    it('ask once for all rows of another view, and answer at once from then on', async () => {
        fakeXrm({
            rows: {
                opportunity: [
                    { opportunityid: ONE, statecode: 0 },
                    { opportunityid: TWO, statecode: 1 },
                ],
            },
        });
        const { control } = aGrid(null);
        expect(await OpportunityCommands.someAreOpen(control, [ONE])).toBe(true);
        expect(OpportunityCommands.someAreClosed(control, [ONE])).toBe(false);
        expect(OpportunityCommands.someAreClosed(control, [TWO])).toBe(true);
    });
});
