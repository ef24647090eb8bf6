/** @jest-environment jsdom */
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { webcrypto } from 'node:crypto';
import { BroadcastChannel } from 'node:worker_threads';
import { EditableGrid } from '../../../controls/EditableGrid';
import type { Inputs } from '../../../controls/EditableGrid/manifest';
import { answerDialog } from '../../webresources/fakes/dialog';
import { leadMetadata, mockContext, MockDataSet, type MockContextOptions } from '../mock-context';

const ANA = '0aa00000-0000-4000-8000-000000000001';
const BO = '0aa00000-0000-4000-8000-000000000002';

type Values = Readonly<Record<string, unknown>>;

function lead(leadid: string, fullname: string, more: Values = {}): Values {
    return {
        leadid,
        fullname,
        subject: 'Ten vans',
        statecode: '0',
        statuscode: '1',
        'statuscode@text': 'New',
        leadqualitycode: '2',
        'leadqualitycode@text': 'Warm',
        ...more,
    };
}

const transition = (from: number, to: number, more: Values = {}): Values => ({
    llc_fromstatuscode: from,
    llc_tostatuscode: to,
    statecode: 0,
    ...more,
});

const COLUMNS = [
    { name: 'fullname', displayName: 'Name', dataType: 'SingleLine.Text', isPrimary: true },
    { name: 'subject', displayName: 'Topic', dataType: 'SingleLine.Text' },
    { name: 'statuscode', displayName: 'Status Reason', dataType: 'OptionSet' },
    { name: 'leadqualitycode', displayName: 'Rating', dataType: 'OptionSet' },
    { name: 'createdon', displayName: 'Created On', dataType: 'DateAndTime.DateAndTime', disableSorting: true },
].map((column, order) => ({ alias: column.name, order, visualSizeFactor: 100, ...column }));

interface Given {
    readonly leads?: readonly Values[];
    readonly transitions?: readonly Values[];
    readonly switches?: readonly Values[];
    /** What the dialog web resource answers. */
    readonly answer?: unknown;
    readonly refusal?: string;
    readonly context?: Partial<MockContextOptions>;
}

async function show(given: Given = {}) {
    const { leads = [lead(ANA, 'Ana Pérez'), lead(BO, 'Bo Li')], refusal } = given;
    const dataSet = Object.assign(new MockDataSet(leads, []), { sorting: [] as unknown[] });
    Object.assign(dataSet, { columns: COLUMNS });
    const written: [string, Values][] = [];
    const opened: string[] = [];
    const webAPI = {
        retrieveMultipleRecords: async (table: string) => ({
            entities:
                table === 'llc_statustransition'
                    ? (given.transitions ?? [])
                    : table === 'environmentvariabledefinition'
                      ? (given.switches ?? [])
                      : [],
        }),
        retrieveRecord: async (_: string, id: string) => {
            const row = leads.find(({ leadid }) => leadid === id) ?? {};
            return { ...row, statecode: Number(row['statecode']), statuscode: Number(row['statuscode']) };
        },
        updateRecord: async (_: string, id: string, columns: Values) => {
            if (refusal !== undefined) throw Object.assign(new Error(refusal), { errorCode: 0x80040265 });
            written.push([id, columns]);
        },
    };
    Object.assign(globalThis, {
        Xrm: {
            Utility: {
                getGlobalContext: () => ({
                    userSettings: { roles: { forEach: () => undefined } },
                    getClientUrl: () => 'https://contoso.crm.dynamics.com',
                }),
                showProgressIndicator: () => undefined,
                closeProgressIndicator: () => undefined,
            },
            Navigation: {
                navigateTo: async (page: { webresourceName: string; data: string }) => {
                    opened.push(page.webresourceName);
                    await answerDialog(page.data, given.answer ?? null);
                },
            },
            WebApi: { online: {} },
        },
    });
    const metadata = leadMetadata() as { Attributes: { get(name: string): unknown } };
    const rating = {
        OptionSet: [
            { Value: 1, Label: 'Hot' },
            { Value: 2, Label: 'Warm' },
        ],
    };
    const forms: unknown[] = [];
    const component = new EditableGrid();
    let rerender = (): void => undefined;
    const context = mockContext<Inputs>({
        control: 'EditableGrid',
        parameters: { leads: dataSet },
        webAPI,
        navigation: { openForm: async (form: unknown) => forms.push(form) },
        getEntityMetadata: async () => ({
            Attributes: {
                get: (name: string) => (name === 'leadqualitycode' ? rating : metadata.Attributes.get(name)),
            },
        }),
        requestRender: () => act(() => rerender()),
        ...given.context,
    });
    component.init(context);
    const page = render(component.updateView(context));
    rerender = () => page.rerender(component.updateView(context));
    await waitFor(() => expect(screen.getAllByRole('combobox').length).toBeGreaterThan(leads.length));
    rerender();
    return { dataSet, written, opened, forms, container: page.container };
}

const status = (name: string): HTMLElement => screen.getByRole('combobox', { name: `Status Reason of ${name}` });
const offered = (name: string): readonly (string | null)[] =>
    within(status(name))
        .getAllByRole('option')
        .map((option) => option.textContent);

// What jsdom lacks and every browser has.
Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
Object.assign(globalThis, { BroadcastChannel });

let errors: jest.SpyInstance;
beforeEach(() => {
    errors = jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => errors.mockRestore());

describe('the status reason in the editable grid', () => {
    it('offers where the transitions let each lead go, and the way to why not elsewhere', async () => {
        await show({
            leads: [lead(ANA, 'Ana Pérez'), lead(BO, 'Bo Li', { statuscode: '2', 'statuscode@text': 'Contacted' })],
            transitions: [transition(1, 2), transition(1, 4), transition(2, 6, { llc_noterequired: true })],
        });
        expect(offered('Ana Pérez')).toEqual(['New', 'Contacted', 'Lost', 'Why not another?']);
        expect(offered('Bo Li')).toEqual(['Contacted', 'No Longer Interested (needs a note)', 'Why not another?']);
    });

    it('asks the view for the columns that the transitions ask for, and judges by them', async () => {
        const { dataSet } = await show({
            leads: [lead(ANA, 'Ana Pérez', { budgetamount: 10 }), lead(BO, 'Bo Li')],
            transitions: [transition(1, 2, { llc_requiredcolumns: 'budgetamount' })],
        });
        expect(dataSet.columns.map(({ name }) => name)).toContain('budgetamount');
        expect([offered('Ana Pérez'), offered('Bo Li')]).toEqual([
            ['New', 'Contacted', 'Why not another?'],
            ['New', 'Why not another?'],
        ]);
    });

    it('is written at once, without a dialog, when nothing is missing', async () => {
        const { written, opened, dataSet } = await show({ transitions: [transition(1, 2)] });
        const before = dataSet.refreshes;
        userEvent.selectOptions(status('Ana Pérez'), 'Contacted');
        await waitFor(() => expect(dataSet.refreshes).toBe(before + 1));
        expect(written).toEqual([[ANA, { statuscode: 2 }]]);
        expect(opened).toEqual([]);
    });

    it('is written after what is still being written, and nothing is lost', async () => {
        const { written } = await show({ transitions: [transition(1, 2)] });
        userEvent.selectOptions(status('Ana Pérez'), 'Contacted');
        userEvent.selectOptions(status('Bo Li'), 'Contacted');
        await waitFor(() => expect(written).toHaveLength(2));
        expect(written.map(([id]) => id)).toEqual([ANA, BO]);
    });

    it('asks in the dialog for the note that a transition demands', async () => {
        const { written, opened } = await show({
            transitions: [transition(1, 2, { llc_noterequired: true })],
            answer: { status: 2, note: 'Rang twice' },
        });
        userEvent.selectOptions(status('Ana Pérez'), 'Contacted (needs a note)');
        await waitFor(() => expect(written).toEqual([[ANA, { statuscode: 2, llc_statusnote: 'Rang twice' }]]));
        expect(opened).toEqual(['llc_/lead/status.html']);
    });

    it('goes on with the reasons where Disqualified is chosen', async () => {
        const { opened } = await show({ transitions: [transition(1, 4)] });
        userEvent.selectOptions(status('Ana Pérez'), 'Lost');
        await waitFor(() => expect(opened).toEqual(['llc_/lead/disqualify.html']));
    });

    it('explains in the dialog, and stays as it is', async () => {
        const { opened, written } = await show({ transitions: [] });
        userEvent.selectOptions(status('Ana Pérez'), 'Why not another?');
        await waitFor(() => expect(opened).toEqual(['llc_/lead/status.html']));
        expect([status('Ana Pérez'), written]).toEqual([expect.objectContaining({ value: '1' }), []]);
    });

    it('says in the row what Dataverse refuses, and shows the status reason that stands', async () => {
        await show({ transitions: [transition(1, 2)], refusal: 'Only after the audit.' });
        userEvent.selectOptions(status('Bo Li'), 'Contacted');
        expect(await screen.findByRole('alert')).toHaveProperty('textContent', 'Not saved: Only after the audit.');
        await waitFor(() => expect(status('Bo Li')).toHaveProperty('value', '1'));
    });

    it('offers all that Dataverse knows while the rules are switched off, and says so', async () => {
        await show({ transitions: [transition(2, 1)], switches: [{ defaultvalue: 'no' }] });
        expect(screen.getByText(/switched the transition rules off/)).toBeTruthy();
        expect(offered('Ana Pérez')).toHaveLength(6);
    });
});

describe('the other cells of the editable grid', () => {
    const topic = (name: string): HTMLElement =>
        screen.getByRole('button', { name: `Edit Topic of ${name}: Ten vans` });

    it('turn into a field by a click and are written by Enter', async () => {
        const { written } = await show();
        userEvent.click(topic('Ana Pérez'));
        const field = screen.getByRole('textbox', { name: 'Topic of Ana Pérez' });
        userEvent.clear(field);
        userEvent.type(field, 'Twelve vans{enter}');
        await waitFor(() => expect(written).toEqual([[ANA, { subject: 'Twelve vans' }]]));
    });

    it('are left as they were by Escape, with the focus where it was', async () => {
        const { written } = await show();
        userEvent.click(topic('Ana Pérez'));
        userEvent.type(screen.getByRole('textbox', { name: 'Topic of Ana Pérez' }), ' more{esc}');
        expect(document.activeElement).toBe(topic('Ana Pérez'));
        expect(written).toEqual([]);
    });

    it('keep what was refused to be put right, and say why in the row', async () => {
        await show({ refusal: 'The topic is too short.' });
        userEvent.click(topic('Ana Pérez'));
        const field = screen.getByRole('textbox', { name: 'Topic of Ana Pérez' });
        userEvent.clear(field);
        userEvent.type(field, 'x{enter}');
        expect((await screen.findByRole('alert')).textContent).toBe('Not saved: The topic is too short.');
        expect(field).toHaveProperty('value', 'x');
    });

    it('offer the options of a choice, and empty it', async () => {
        const { written } = await show();
        const rating = screen.getByRole('combobox', { name: 'Rating of Ana Pérez' });
        userEvent.selectOptions(rating, 'Hot');
        await waitFor(() => expect(written).toEqual([[ANA, { leadqualitycode: 1 }]]));
        await waitFor(() => expect(document.querySelector('[aria-busy="true"]')).toBeNull());
        userEvent.selectOptions(screen.getByRole('combobox', { name: 'Rating of Bo Li' }), '---');
        await waitFor(() => expect(written[1]).toEqual([BO, { leadqualitycode: null }]));
    });

    it('of a closed lead are read-only but for the status reason', async () => {
        await show({
            leads: [
                lead(ANA, 'Ana Pérez', { statecode: '2', statuscode: '4', 'statuscode@text': 'Lost' }),
                lead(BO, 'Bo'),
            ],
            transitions: [transition(4, 1)],
        });
        expect(screen.queryByRole('combobox', { name: 'Rating of Ana Pérez' })).toBeNull();
        expect(screen.queryByRole('button', { name: /Topic of Ana Pérez/ })).toBeNull();
        expect(offered('Ana Pérez')).toEqual(['Lost', 'New', 'Why not another?']);
    });

    it('open the lead by its name', async () => {
        const { forms } = await show();
        userEvent.click(screen.getByRole('button', { name: 'Bo Li' }));
        expect(forms).toEqual([{ entityName: 'lead', entityId: BO }]);
    });
});

describe('the editable grid', () => {
    it('hands the selection to the commands of the page', async () => {
        const { dataSet } = await show();
        userEvent.click(screen.getByRole('checkbox', { name: 'Select Bo Li' }));
        expect(dataSet.selected).toEqual([BO]);
        userEvent.click(screen.getByRole('checkbox', { name: 'Select all leads' }));
        expect(dataSet.selected).toEqual([ANA, BO]);
    });

    it('sorts by a column, and the other way round', async () => {
        const { dataSet } = await show();
        const topic = screen.getByRole('button', { name: /^Topic/ });
        userEvent.click(topic);
        expect(dataSet.sorting).toEqual([{ name: 'subject', sortDirection: 0 }]);
    });

    it.each([1200, 360])('has no barriers at a width of %i pixels', async (width) => {
        const { container } = await show({ transitions: [transition(1, 2)], context: { width } });
        document.title = 'Leads';
        document.documentElement.lang = 'en';
        const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });

    it('speaks French', async () => {
        await show({ context: { language: 1036 } });
        expect(screen.getByRole('combobox', { name: 'Status Reason de Ana Pérez' })).toBeTruthy();
        expect(screen.getAllByText('Pourquoi pas une autre ?')).toHaveLength(2);
    });
});
