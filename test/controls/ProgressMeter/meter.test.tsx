/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { ProgressMeter } from '../../../controls/ProgressMeter';
import type { Inputs } from '../../../controls/ProgressMeter/manifest';
import { PAGE_SESSION } from '../../../lifecycle/configuration/page-session';
import { defaultConfiguration } from '../../../lifecycle/defaults';
import { mockContext, type MockContextOptions } from '../mock-context';

const LEAD = '0aa00000-0000-4000-8000-000000000001';

const KNOWN = { budgetamount: 250000, decisionmaker: true, need: 0, purchasetimeframe: 1, purchaseprocess: 0 } as const;

/** The part of a form that the meter looks at. */
function fakePage(columns: Readonly<Record<string, unknown>>, formType = 2) {
    const values = new Map(Object.entries(columns));
    const listeners = new Map<string, Set<() => void>>();
    const shown: string[] = [];
    const control = (name: string) => ({
        getName: () => name,
        getVisible: () => true,
        setFocus: () => void shown.push(name),
    });
    const attribute = (name: string) => ({
        getName: () => name,
        getValue: () => values.get(name),
        controls: { forEach: (each: (field: unknown) => void) => each(control(name)) },
        addOnChange: (listener: () => void) => {
            listeners.set(name, (listeners.get(name) ?? new Set()).add(listener));
        },
        removeOnChange: (listener: () => void) => void listeners.get(name)?.delete(listener),
    });
    const page = {
        data: {
            entity: {
                getEntityName: () => 'lead',
                getId: () => `{${LEAD.toUpperCase()}}`,
                attributes: {
                    forEach: (each: (it: unknown) => void) => [...values.keys()].map(attribute).forEach(each),
                },
            },
        },
        getAttribute: (name: string) => (values.has(name) ? attribute(name) : null),
        ui: { getFormType: () => formType, process: { setDisplayState: (state: string) => shown.push(state) } },
    };
    Object.assign(globalThis, { Xrm: { Page: page } });
    return {
        shown,
        listening: () => [...listeners.values()].reduce((sum, { size }) => sum + size, 0),
        change: (name: string, value: unknown) => {
            values.set(name, value);
            listeners.get(name)?.forEach((listener) => listener());
        },
    };
}

interface Shown {
    readonly component: ProgressMeter;
    readonly read: string[];
    update(raw: number | null): void;
}

/** Starts the component as the platform does: init, then updateView whenever it asks for it. */
async function show(raw: number | null, options: Partial<MockContextOptions> = {}, row: object = {}): Promise<Shown> {
    const component = new ProgressMeter();
    const read: string[] = [];
    const parameters = { value: { raw } };
    let again: () => void = () => undefined;
    const context = mockContext<Inputs>({
        control: 'ProgressMeter',
        parameters,
        requestRender: () => act(() => again()),
        webAPI: {
            retrieveMultipleRecords: async (table: string) => {
                read.push(table);
                return { entities: [] };
            },
            retrieveRecord: async (table: string, id: string, query: string) => {
                read.push(`${table}(${id})${query}`);
                return row;
            },
        },
        ...options,
    });
    Object.assign(context.mode, { contextInfo: { entityId: LEAD }, label: 'Qualification progress' });
    component.init(context);
    const page = render(component.updateView(context));
    again = () => page.rerender(component.updateView(context));
    const settle = async (): Promise<void> => {
        for (let turn = 0; turn < 10; turn += 1) await act(() => Promise.resolve());
    };
    await settle();
    return {
        component,
        read,
        update: (value) => {
            parameters.value.raw = value;
            act(() => again());
        },
    };
}

const progress = (): string | null => screen.getByRole('progressbar').getAttribute('aria-valuenow');
const lines = (): readonly string[] => screen.getAllByRole('listitem').map((line) => line.textContent ?? '');

afterEach(() => {
    cleanup();
    Object.assign(globalThis, { Xrm: undefined, [PAGE_SESSION]: undefined });
});

describe('the progress meter', () => {
    it('shows the criteria of Qualify in the maker’s order, met, required or recommended, and how much each counts', async () => {
        fakePage({ ...KNOWN, budgetamount: null, purchaseprocess: null });
        await show(65);
        expect(progress()).toBe('65');
        expect(lines()).toEqual([
            'Enter the budget amount.25 %',
            'Decision maker is identified25 %',
            'Need is known20 %',
            'Purchase timeframe is known20 %',
            'Find out how they decide. · Recommended10 %',
        ]);
        expect(screen.getAllByRole('img', { name: 'Met' })).toHaveLength(3);
        expect(screen.getAllByRole('img', { name: 'Required' })).toHaveLength(1);
        expect(screen.getByText('65 % complete')).toBeVisible();
    });

    it('follows what has not been saved yet', async () => {
        const page = fakePage({ ...KNOWN, budgetamount: null });
        await show(75);
        page.change('budgetamount', 10);
        expect(progress()).toBe('100');
        page.change('need', null);
        expect(progress()).toBe('80');
    });

    it('leads to the field of a criterion that is missing', async () => {
        const { shown } = fakePage({ ...KNOWN, need: null });
        await show(80);
        await userEvent.click(screen.getByRole('button', { name: 'Find out how strong the need is.' }));
        expect(shown).toEqual(['collapsed', 'need']);
    });

    it('reads only what the form lacks, and no rules when the form’s script has read them', async () => {
        const user = '0ee00000-0000-4000-8000-000000000001';
        const configuration = { reader: user, value: Promise.resolve(defaultConfiguration(1033)) };
        Object.assign(globalThis, { [PAGE_SESSION]: { configuration } });
        const { need, ...rest } = KNOWN;
        fakePage(rest);
        const { read } = await show(80, {}, { need });
        expect(read).toEqual([`lead(${LEAD})?$select=need`]);
        expect(progress()).toBe('100');
        expect(screen.queryByRole('button')).toBeNull();
    });

    it('shows what is saved where there is no form, and reads it again when the progress has changed', async () => {
        const row: Record<string, unknown> = { ...KNOWN, need: null };
        const { read, update } = await show(80, {}, row);
        expect(progress()).toBe('80');
        expect(screen.queryByRole('button')).toBeNull();
        Object.assign(row, { need: 1 });
        update(100);
        for (let turn = 0; turn < 5; turn += 1) await act(() => Promise.resolve());
        expect(progress()).toBe('100');
        expect(read.filter((it) => it.startsWith('lead('))).toHaveLength(2);
    });

    it('keeps the progress of a closed lead, whatever its criteria are by now', async () => {
        fakePage({ ...KNOWN, need: null }, 3);
        await show(100);
        expect(progress()).toBe('100');
    });

    it('shows the bare progress until the criteria have been read', () => {
        const component = new ProgressMeter();
        const context = mockContext<Inputs>({ control: 'ProgressMeter', parameters: { value: { raw: 40 } } });
        render(component.updateView(context));
        expect(progress()).toBe('40');
        expect(screen.queryByRole('list')).toBeNull();
    });

    it('goes by the default criteria when the user may not read the makers’ ones', async () => {
        const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
        fakePage(KNOWN);
        const webAPI = { retrieveMultipleRecords: () => Promise.reject(new Error('No privilege')) };
        await show(100, { webAPI });
        expect(lines()).toHaveLength(5);
        expect(error).toHaveBeenCalled();
        error.mockRestore();
    });

    it('says so when a maker has left no criterion for Qualify', async () => {
        fakePage(KNOWN);
        const retrieveMultipleRecords = async (table: string) => ({
            entities: table === 'llc_criterion' ? [{ llc_columnname: 'need', statecode: 1 }] : [],
        });
        await show(100, { webAPI: { retrieveMultipleRecords } });
        expect(screen.getByText('No criteria have been set for qualifying a lead.')).toBeVisible();
    });

    it('stops listening when it goes', async () => {
        const page = fakePage(KNOWN);
        const { component } = await show(100);
        expect(page.listening()).toBe(5);
        component.destroy();
        expect(page.listening()).toBe(0);
    });

    it('writes nothing', async () => {
        fakePage(KNOWN);
        const { component } = await show(100);
        expect(component.getOutputs()).toEqual({});
    });

    it('speaks French to a French user', async () => {
        fakePage({ ...KNOWN, need: null });
        await show(80, { language: 1036 });
        expect(screen.getByRole('button', { name: 'Déterminez l’importance du besoin.' })).toBeVisible();
        expect(screen.getByText('80 % réalisés')).toBeVisible();
    });

    it.each([false, true])('has no barriers (dark: %s)', async (dark) => {
        fakePage({ ...KNOWN, need: null, purchaseprocess: null });
        await show(70, { dark });
        // jsdom draws nothing, so colours are checked in a browser.
        const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } };
        const { violations } = await axe.run(document.body, { rules });
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    });
});
