/** @jest-environment jsdom */
import { registerIcons, setIconOptions } from '@fluentui/react/lib/Styling';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { createGridControl } from '../../../../local/app/list/grid-control';
import { createGridModel, type GridModel } from '../../../../local/app/list/grid-model';
import { GridPager } from '../../../../local/app/list/GridPager';
import { RecordGrid } from '../../../../local/app/list/RecordGrid';
import { PlatformProvider } from '../../../../local/app/platform/platform-context';
import type { WebApiPage } from '../../../../local/app/platform/types';
import { fakePlatform, LEAD_FETCH, LEAD_LAYOUT, leadRows, leadTable, type FakePlatform } from '../fixtures';

registerIcons({ style: {}, fontFace: undefined, icons: {} });
setIconOptions({ disableWarnings: true });

interface Shown {
    readonly platform: FakePlatform;
    readonly model: GridModel;
    readonly onOpen: jest.Mock;
}

async function show(answer?: (fetchXml: string) => Partial<WebApiPage>): Promise<Shown> {
    const platform = fakePlatform(leadTable(), answer);
    const model = createGridModel(platform, {
        table: leadTable(),
        fetchXml: LEAD_FETCH,
        layoutXml: LEAD_LAYOUT,
        viewId: 'v',
        viewName: 'Open Leads',
    });
    const onOpen = jest.fn();
    render(
        <PlatformProvider platform={platform}>
            <RecordGrid model={model} label="Open Leads" onOpen={onOpen} />
            <GridPager model={model} />
        </PlatformProvider>,
    );
    await waitFor(() => expect(model.state.status).not.toBe('loading'));
    return { platform, model, onOpen };
}

const row = (name: string): HTMLElement => screen.getByRole('row', { name: new RegExp(name) });

describe('A grid', () => {
    it('shows the columns of the view with their labels, and the rows with formatted values', async () => {
        await show();
        expect(screen.getAllByRole('columnheader').map((header) => header.textContent)).toEqual(
            expect.arrayContaining(['Name', 'Topic', 'Status Reason']),
        );
        expect(within(row('Bo')).getByText('New')).toBeTruthy();
        expect(screen.getByTestId('row-count').textContent).toBe('1–3 of 3');
    });

    it('opens a row by Enter, by double click and by the link of its name', async () => {
        const { onOpen } = await show();
        fireEvent.keyDown(row('Bo'), { key: 'Enter', which: 13, keyCode: 13 });
        fireEvent.doubleClick(within(row('Cy')).getByText('Topic of Cy'));
        fireEvent.click(screen.getByText('Ana'));
        expect(onOpen.mock.calls.map(([one]) => (one as { name: string }).name)).toEqual(['Bo', 'Cy', 'Ana']);
    });

    it('selects several rows by their check marks, and by the space bar', async () => {
        const { model } = await show();
        fireEvent.click(within(row('Ana')).getByRole('checkbox'));
        fireEvent.focus(row('Cy'));
        fireEvent.keyDown(row('Cy'), { key: ' ', which: 32, keyCode: 32 });
        await waitFor(() => expect(model.state.selectedIds).toEqual([leadRows[0]?.leadid, leadRows[2]?.leadid]));
        expect(screen.getByTestId('row-count').textContent).toContain('2 selected');
    });

    it('sorts by a click on a column, and turns the order round by the next', async () => {
        const { platform } = await show();
        fireEvent.click(screen.getByText('Topic'));
        await waitFor(() => expect(platform.fetched).toHaveLength(2));
        fireEvent.click(await screen.findByText('Topic'));
        await waitFor(() => expect(platform.fetched).toHaveLength(3));
        expect(platform.fetched.map((fetch) => /<order[^>]*>/.exec(fetch)?.[0])).toEqual([
            '<order attribute="fullname"/>',
            '<order attribute="subject" descending="false"/>',
            '<order attribute="subject" descending="true"/>',
        ]);
    });

    it('goes to the next page and back', async () => {
        const { platform } = await show((fetch) => ({
            rows: leadRows,
            totalCount: 53,
            moreRecords: fetch.includes('page="1"'),
        }));
        fireEvent.click(screen.getByTitle('Next page'));
        await waitFor(() => expect(screen.getByTestId('row-count').textContent).toBe('51–53 of 53'));
        expect(platform.fetched[1]).toContain('page="2"');
        fireEvent.click(screen.getByTitle('Previous page'));
        await waitFor(() => expect(screen.getByTestId('row-count').textContent).toBe('1–3 of 53'));
    });

    it('says that more rows exist than Dataverse counts', async () => {
        await show(() => ({ rows: leadRows, totalCount: 5000, moreRecords: true }));
        expect(screen.getByTestId('row-count').textContent).toBe('1–3 of 5,000+');
    });

    it('says that nothing was found', async () => {
        const { model } = await show((fetch) =>
            fetch.includes('isquickfindfields') ? { rows: [], totalCount: 0 } : { rows: leadRows, totalCount: 3 },
        );
        await act(() => model.search('zzz'));
        expect((await screen.findAllByRole('status')).map((one) => one.textContent).join(' ')).toContain(
            'No rows match “zzz”',
        );
    });

    it('shows why the rows could not be loaded, and tries again', async () => {
        let fails = true;
        await show(() => {
            if (fails) {
                throw new Error('Principal user lacks prvReadLead.');
            }
            return { rows: leadRows, totalCount: 3 };
        });
        expect(screen.getByText('Principal user lacks prvReadLead.')).toBeTruthy();
        fails = false;
        fireEvent.click(screen.getByText('Try again'));
        await waitFor(() => expect(row('Ana')).toBeTruthy());
    });
});

describe('The Client API of a grid', () => {
    it('hands out selected rows with their references', async () => {
        const { model } = await show();
        const control = createGridControl(model, { gridType: 1, name: 'grid' });
        act(() => model.select([String(leadRows[1]?.leadid)]));
        const selected = control.getGrid().getSelectedRows();
        expect(selected.getLength()).toBe(1);
        expect(selected.get(0)?.data.entity.getEntityReference()).toEqual({
            entityType: 'lead',
            id: '{00000000-0000-4000-8000-000000000002}',
            name: 'Bo',
        });
        expect(control.getGrid().getTotalRecordCount()).toBe(3);
        expect(control.getEntityName()).toBe('lead');
    });

    it('calls onload handlers after each load until they are taken away', async () => {
        const { model } = await show();
        const control = createGridControl(model, { gridType: 1, name: 'grid' });
        const handler = jest.fn();
        control.addOnLoad(handler);
        await act(() => model.refresh());
        control.removeOnLoad(handler);
        await act(() => model.refresh());
        expect(handler).toHaveBeenCalledTimes(1);
    });
});
