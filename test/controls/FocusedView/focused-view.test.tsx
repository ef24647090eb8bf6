/** @jest-environment jsdom */
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { FocusedView } from '../../../controls/FocusedView';
import type { Inputs } from '../../../controls/FocusedView/manifest';
import { MockDataSet, mockContext, type MockContextOptions } from '../mock-context';

const ANA = '0aa00000-0000-4000-8000-000000000001';
const BO = '0aa00000-0000-4000-8000-000000000002';
const CHI = '0aa00000-0000-4000-8000-000000000003';
const TASK = '0bb00000-0000-4000-8000-000000000001';

const LEADS = [
    lead(ANA, 'Ana Pérez', 'Aceros del Sur', { llc_qualificationprogress: 45 }),
    lead(BO, 'Bo Li', 'Steel Works', { 'leadqualitycode@text': 'Hot', leadqualitycode: '1' }),
    lead(CHI, 'Chi Okafor', 'Lagos Motors'),
];

function lead(leadid: string, fullname: string, companyname: string, more: object = {}) {
    return {
        leadid,
        fullname,
        companyname,
        subject: `${fullname} wants vans`,
        jobtitle: 'Buyer',
        statecode: '0',
        statuscode: '1',
        'statuscode@text': 'New',
        ...more,
    };
}

/** Answers as Dataverse would: Bo has a task that is long overdue, and a call that has been made. */
class FakeWebApi {
    readonly requests: string[] = [];
    readonly created: { table: string; data: Record<string, unknown> }[] = [];
    readonly updated: { table: string; id: string; data: Record<string, unknown> }[] = [];

    retrieveMultipleRecords = (table: string, options = ''): Promise<object> => {
        const query = decodeURIComponent(options);
        this.requests.push(`${table} ${query}`);
        return Promise.resolve({ entities: this.rowsOf(table, query) });
    };

    retrieveRecord = (table: string, id: string, options = ''): Promise<object> => {
        this.requests.push(`${table}(${id}) ${options}`);
        const found = LEADS.find(({ leadid }) => leadid === id) ?? LEADS[0];
        return Promise.resolve({
            ...found,
            statecode: 0,
            statuscode: 1,
            telephone1: '+49 40 1234567',
            emailaddress1: 'someone@example.com',
            budgetamount: 5000,
            'budgetamount@OData.Community.Display.V1.FormattedValue': '€5,000.00',
        });
    };

    createRecord = (table: string, data: Record<string, unknown>): Promise<object> => {
        this.created.push({ table, data });
        return Promise.resolve({ entityType: table, id: 'new-id' });
    };

    updateRecord = (table: string, id: string, data: Record<string, unknown>): Promise<object> => {
        this.updated.push({ table, id, data });
        return Promise.resolve({ entityType: table, id });
    };

    /** Rows of the settings tables; without any, the defaults apply. */
    settings: Readonly<Record<string, readonly object[]>> = {};

    private rowsOf(table: string, query: string): readonly object[] {
        const settings = this.settings[table];
        if (settings) return settings;
        if (table !== 'activitypointer' || !query.includes(BO)) return [];
        const task = {
            activityid: TASK,
            subject: 'Send the offer',
            activitytypecode: 'task',
            statecode: 0,
            scheduledend: '2020-01-01T09:00:00Z',
            'scheduledend@OData.Community.Display.V1.FormattedValue': '1/1/2020 10:00 AM',
            _regardingobjectid_value: BO,
        };
        const completed = this.updated.some(({ id }) => id === TASK);
        return [{ ...task, statecode: completed ? 1 : 0 }].filter(
            (row) => !(completed && query.includes('operator="in"') && row.statecode === 1),
        );
    }
}

interface Given extends Partial<MockContextOptions> {
    readonly rows?: typeof LEADS;
    readonly pageSize?: number;
    readonly settings?: FakeWebApi['settings'];
}

async function createComponent(options: Given = {}) {
    const dataSet = new MockDataSet(options.rows ?? LEADS, ['fullname', 'statuscode'], options.pageSize);
    const webAPI = new FakeWebApi();
    webAPI.settings = options.settings ?? {};
    const opened: unknown[] = [];
    const context = mockContext<Inputs>({
        control: 'FocusedView',
        parameters: { leads: dataSet },
        webAPI,
        navigation: {
            openForm: (form: unknown) => {
                opened.push(form);
                return Promise.resolve({});
            },
        },
        ...options,
    });
    const component = new FocusedView();
    component.init(context);
    const page = render(component.updateView(context));
    const update = () => page.rerender(component.updateView(context));
    update();
    await screen.findAllByRole('option');
    return { dataSet, webAPI, opened, update, component, container: page.container };
}

const cardNames = () => screen.getAllByRole('option').map((card) => /Ana|Bo|Chi/.exec(card.textContent ?? '')?.[0]);
const selectedCard = () => screen.getByRole('option', { selected: true }).textContent ?? '';

describe('the cards', () => {
    it('ask once for the columns that the view lacks', async () => {
        const { dataSet, update } = await createComponent();
        update();
        expect(dataSet.refreshes).toBe(1);
        expect(dataSet.columns.map(({ name }) => name)).toEqual(
            expect.arrayContaining(['jobtitle', 'companyname', 'need']),
        );
    });

    it('show name, job, company, status reason, rating and what is overdue', async () => {
        await createComponent();
        const card = await screen.findByRole('option', { name: /Bo Li/ });
        await waitFor(() => expect(card.textContent).toMatch(/days overdue/));
        for (const text of ['Buyer · Steel Works', 'New', 'Hot', 'Send the offer']) {
            expect(within(card).getByText(text)).toBeTruthy();
        }
        expect(screen.getByRole('option', { name: /Ana/ }).textContent).toContain('Nothing planned');
    });

    it('read the activities of the whole page in one request', async () => {
        const { webAPI } = await createComponent();
        await waitFor(() => expect(cardNames()[0]).toBe('Bo'));
        const requests = webAPI.requests.filter((request) => request.includes('operator="in"'));
        expect(requests).toHaveLength(1);
        expect([ANA, BO, CHI].every((id) => requests[0]?.includes(id))).toBe(true);
    });

    it('stand in the order of their next activities, or as the user sorts them', async () => {
        await createComponent();
        await waitFor(() => expect(cardNames()).toEqual(['Bo', 'Ana', 'Chi']));
        fireEvent.click(screen.getByRole('combobox', { name: /Sort by/ }));
        fireEvent.click(screen.getByRole('option', { name: 'Order of the view' }));
        await waitFor(() => expect(cardNames().slice(0, 3)).toEqual(['Ana', 'Bo', 'Chi']));
    });

    it('are found by any of their texts', async () => {
        await createComponent();
        fireEvent.change(screen.getByRole('textbox', { name: 'Search the loaded leads' }), {
            target: { value: 'perez' },
        });
        expect(cardNames()).toEqual(['Ana']);
        expect(screen.getByText('1 of 3 leads')).toBeTruthy();
        fireEvent.change(screen.getByRole('textbox', { name: 'Search the loaded leads' }), {
            target: { value: 'zzz' },
        });
        expect(screen.getByText('None of the loaded leads matches.')).toBeTruthy();
    });

    it('are selected by arrow keys, Home and End, and opened by Enter', async () => {
        const { opened, dataSet } = await createComponent();
        await waitFor(() => expect(selectedCard()).toContain('Bo'));
        const list = screen.getByRole('listbox', { name: 'Leads' });
        fireEvent.keyDown(list, { key: 'ArrowDown' });
        expect(selectedCard()).toContain('Ana');
        fireEvent.keyDown(list, { key: 'End' });
        expect(selectedCard()).toContain('Chi');
        expect(document.activeElement?.textContent).toContain('Chi');
        await waitFor(() => expect(dataSet.selected).toEqual([CHI]));
        fireEvent.keyDown(list, { key: 'Enter' });
        expect(opened).toEqual([{ entityName: 'lead', entityId: CHI }]);
    });

    it('keep the selection while more are loaded', async () => {
        const { update } = await createComponent({ pageSize: 2 });
        await waitFor(() => expect(cardNames()).toEqual(['Bo', 'Ana']));
        fireEvent.click(screen.getByRole('option', { name: /Ana/ }));
        fireEvent.click(screen.getByRole('button', { name: 'Load more' }));
        update();
        expect(cardNames()).toEqual(['Bo', 'Ana', 'Chi']);
        expect(selectedCard()).toContain('Ana');
        expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull();
    });

    it('hand the selection to the next lead when the selected one leaves the view', async () => {
        const { dataSet, update } = await createComponent();
        await waitFor(() => expect(selectedCard()).toContain('Bo'));
        dataSet.setRows(LEADS.filter(({ leadid }) => leadid !== BO));
        update();
        await waitFor(() => expect(selectedCard()).toContain('Ana'));
    });

    it('say what the data set says when it fails', async () => {
        const { dataSet, update } = await createComponent();
        dataSet.error = true;
        dataSet.errorMessage = 'no connection';
        update();
        expect(screen.getByRole('alert').textContent).toBe('The leads could not be loaded: no connection');
    });
});

describe('several cards', () => {
    const checkedCards = () =>
        screen.getAllByRole('option', { checked: true }).map((card) => /Ana|Bo|Chi/.exec(card.textContent ?? '')?.[0]);
    const list = () => screen.getByRole('listbox', { name: 'Leads' });

    it('are checked by Space, on the way by Shift and an arrow key, all by Ctrl+A, none by Escape', async () => {
        const { dataSet } = await createComponent();
        await waitFor(() => expect(selectedCard()).toContain('Bo'));
        expect(screen.queryByRole('group', { name: 'Selected leads' })).toBeNull();
        fireEvent.keyDown(list(), { key: ' ' });
        expect(checkedCards()).toEqual(['Bo']);
        fireEvent.keyDown(list(), { key: 'ArrowDown', shiftKey: true });
        expect(checkedCards()).toEqual(['Bo', 'Ana']);
        fireEvent.keyDown(list(), { key: 'a', ctrlKey: true });
        expect(checkedCards()).toEqual(['Bo', 'Ana', 'Chi']);
        expect(screen.getByText('3 selected')).toBeTruthy();
        await waitFor(() => expect([...dataSet.selected].sort()).toEqual([ANA, BO, CHI]));
        fireEvent.keyDown(list(), { key: 'Escape' });
        expect(screen.queryAllByRole('option', { checked: true })).toEqual([]);
        await waitFor(() => expect(dataSet.selected).toHaveLength(1));
    });

    it('are checked by Ctrl and Shift with a click, and by the box of all', async () => {
        await createComponent();
        await waitFor(() => expect(cardNames()).toEqual(['Bo', 'Ana', 'Chi']));
        fireEvent.click(screen.getByRole('option', { name: /Bo/ }), { ctrlKey: true });
        fireEvent.click(screen.getByRole('option', { name: /Chi/ }), { shiftKey: true });
        expect(checkedCards()).toEqual(['Bo', 'Ana', 'Chi']);
        expect(selectedCard()).toContain('Bo');
        fireEvent.click(screen.getByRole('checkbox', { name: 'Select all' }));
        expect(screen.queryAllByRole('option', { checked: true })).toEqual([]);
        fireEvent.click(screen.getByRole('checkbox', { name: 'Select all' }));
        expect(checkedCards()).toHaveLength(3);
    });

    it('stay checked while the list is searched, paged and refreshed', async () => {
        const { dataSet, update } = await createComponent({ pageSize: 2 });
        await waitFor(() => expect(cardNames()).toEqual(['Bo', 'Ana']));
        fireEvent.keyDown(list(), { key: 'a', ctrlKey: true });
        fireEvent.change(screen.getByRole('textbox', { name: 'Search the loaded leads' }), {
            target: { value: 'perez' },
        });
        expect(screen.getByText('2 selected, 1 of them not shown')).toBeTruthy();
        fireEvent.change(screen.getByRole('textbox', { name: 'Search the loaded leads' }), { target: { value: '' } });
        fireEvent.click(screen.getByRole('button', { name: 'Load more' }));
        dataSet.refresh();
        update();
        expect(cardNames()).toEqual(['Bo', 'Ana', 'Chi']);
        expect(checkedCards()).toEqual(['Bo', 'Ana']);
        fireEvent.click(screen.getByRole('button', { name: 'Clear' }));
        expect(screen.queryAllByRole('option', { checked: true })).toEqual([]);
    });
});

describe('the record beside the cards', () => {
    it('shows contact data, criteria met and missing, and what is planned', async () => {
        await createComponent();
        expect(await screen.findByText('+49 40 1234567')).toBeTruthy();
        expect(screen.getByText('€5,000.00')).toBeTruthy();
        expect(screen.getAllByRole('img', { name: 'Missing' }).length).toBeGreaterThan(0);
        expect(screen.getByRole('img', { name: 'Met' })).toBeTruthy();
        expect(screen.getByRole('button', { name: 'Mark complete: Send the offer' })).toBeTruthy();
    });

    it('completes an activity and takes it from the card', async () => {
        const { webAPI } = await createComponent();
        fireEvent.click(await screen.findByRole('button', { name: 'Mark complete: Send the offer' }));
        await waitFor(() => expect(webAPI.updated).toEqual([{ table: 'task', id: TASK, data: { statecode: 1 } }]));
        await screen.findByText('Nothing is planned for this lead.');
        await waitFor(() =>
            expect(screen.getByRole('option', { name: /Bo/ }).textContent).toContain('Nothing planned'),
        );
    });

    it('logs a call from the user to the lead and completes it', async () => {
        const { webAPI } = await createComponent();
        fireEvent.click(await screen.findByRole('button', { name: 'Log a call' }));
        fireEvent.change(screen.getByRole('textbox', { name: 'What was said' }), {
            target: { value: 'Wants an offer' },
        });
        fireEvent.click(screen.getByRole('button', { name: 'Save' }));
        await waitFor(() => expect(webAPI.updated).toHaveLength(1));
        expect(webAPI.created).toEqual([
            {
                table: 'phonecall',
                data: {
                    subject: 'Call with Bo Li',
                    description: 'Wants an offer',
                    phonenumber: '+49 40 1234567',
                    directioncode: true,
                    'regardingobjectid_lead_phonecall@odata.bind': `/leads(${BO})`,
                    phonecall_activity_parties: [
                        {
                            'partyid_systemuser@odata.bind': '/systemusers(0ee00000-0000-4000-8000-000000000001)',
                            participationtypemask: 1,
                        },
                        { 'partyid_lead@odata.bind': `/leads(${BO})`, participationtypemask: 2 },
                    ],
                },
            },
        ]);
        expect(webAPI.updated).toEqual([{ table: 'phonecall', id: 'new-id', data: { statecode: 1 } }]);
        expect(await screen.findByRole('button', { name: 'Log a call' })).toBeTruthy();
    });

    it('keeps what was typed when a note cannot be saved, and says why', async () => {
        const { webAPI } = await createComponent();
        webAPI.createRecord = () => Promise.reject(new Error('no right to create'));
        fireEvent.click(await screen.findByRole('button', { name: 'Add a note' }));
        fireEvent.change(screen.getByRole('textbox', { name: 'Note' }), { target: { value: 'Likes vans' } });
        fireEvent.click(screen.getByRole('button', { name: 'Save' }));
        expect((await screen.findByRole('alert')).textContent).toContain('no right to create');
        expect(screen.getByDisplayValue('Likes vans')).toBeTruthy();
    });

    it('offers only commands that a permitted way leads on from, and the explanation always', async () => {
        const llc_statustransition = [{ llc_fromstatuscode: 1, llc_tostatuscode: 3, statecode: 0 }];
        await createComponent({ settings: { llc_statustransition } });
        const disqualify = await screen.findByRole('button', { name: 'Disqualify' });
        await waitFor(() => expect(disqualify).toHaveProperty('disabled', true));
        expect(screen.getByRole('button', { name: 'Qualify' })).toHaveProperty('disabled', false);
        expect(screen.getByRole('button', { name: 'Change status reason' })).toHaveProperty('disabled', false);
    });

    it('says that the rules are switched off', async () => {
        await createComponent({ settings: { environmentvariabledefinition: [{ defaultvalue: 'no' }] } });
        expect(await screen.findByText(/switched the transition rules off/)).toBeTruthy();
    });

    it('has Reactivate in place of Qualify and Disqualify for a closed lead', async () => {
        await createComponent({ rows: [lead(ANA, 'Ana Pérez', 'Aceros', { statecode: '2', statuscode: '6' })] });
        expect(await screen.findByRole('button', { name: 'Reactivate' })).toBeTruthy();
        expect(screen.queryByRole('button', { name: 'Qualify' })).toBeNull();
    });
});

describe('on a narrow screen', () => {
    it('list and record take turns', async () => {
        await createComponent({ width: 400 });
        expect(screen.queryByRole('button', { name: 'Qualify' })).toBeNull();
        fireEvent.click(screen.getByRole('option', { name: /Ana/ }));
        expect(await screen.findByRole('button', { name: 'Qualify' })).toBeTruthy();
        expect(screen.queryByRole('listbox')).toBeNull();
        fireEvent.click(screen.getByRole('button', { name: 'Back to the leads' }));
        expect(selectedCard()).toContain('Ana');
    });
});

describe('for every user', () => {
    it('speaks French', async () => {
        await createComponent({ language: 1036 });
        expect(await screen.findByRole('button', { name: 'Qualifier' })).toBeTruthy();
        expect(screen.getByText('3 prospects')).toBeTruthy();
    });

    it.each([false, true])('has no accessibility faults that axe finds (dark: %s)', async (dark) => {
        const { container } = await createComponent({ dark });
        await screen.findByText('+49 40 1234567');
        await act(async () => {
            const { violations } = await axe.run(container, { rules: { region: { enabled: false } } });
            expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        });
    });
});
