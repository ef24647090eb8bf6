/** @jest-environment jsdom */
import { createGridModel, type GridModel } from '../../../../local/app/list/grid-model';
import { createDataSet } from '../../../../local/app/pcf/data-set/create-data-set';
import { contactSource, contactTable, fakePlatform, idOf } from './fake-list';

async function loaded(model: GridModel): Promise<void> {
    if (model.state.status !== 'loading') return;
    await new Promise<void>((resolve) => {
        const stop = model.subscribe(() => {
            if (model.state.status === 'loading') return;
            stop();
            resolve();
        });
    });
}

async function aDataSet(count = 120) {
    const { platform, queries } = fakePlatform(count);
    const model = createGridModel(platform, contactSource);
    const opened: unknown[] = [];
    const { dataSet, dispose } = createDataSet(model, (row) => opened.push(row));
    await loaded(model);
    return { dataSet, dispose, model, queries, opened, done: () => loaded(model) };
}

describe('a data set', () => {
    it('has the rows, columns and names of its view', async () => {
        const { dataSet } = await aDataSet();
        expect(dataSet.sortedRecordIds).toHaveLength(50);
        expect(dataSet.columns).toMatchObject([
            { name: 'fullname', dataType: 'SingleLine.Text', isPrimary: true, visualSizeFactor: 200 },
        ]);
        expect(dataSet.getTargetEntityType()).toBe('contact');
        expect(dataSet.getTitle()).toBe('Active Contacts');
        expect(dataSet.getViewId()).toBe('aaaaaaaa-0000-4000-8000-000000000001');
        expect(dataSet.paging.totalResultCount).toBe(120);
    });

    it('gives values as the platform does: choices as texts, lookups as references, dates as dates', async () => {
        const { dataSet } = await aDataSet();
        const record = dataSet.records[idOf(0)];
        expect(record?.getRecordId()).toBe(idOf(0));
        expect(record?.getValue('statecode')).toBe('0');
        expect(record?.getFormattedValue('statecode')).toBe('Active');
        expect(record?.getValue('createdon')).toEqual(new Date('2026-11-01T09:00:00Z'));
        expect(record?.getValue('numberofchildren')).toBe(2);
        expect(record?.getValue('parentcustomerid')).toEqual({
            id: { guid: idOf(900) },
            etn: 'account',
            name: 'Steel Works',
        });
        expect(record?.getValue('emailaddress1')).toBeNull();
        expect(record?.getNamedReference()).toEqual({ id: { guid: idOf(0) }, etn: 'contact', name: 'Contact 0' });
    });

    it('adds the next page to the rows that are there, and knows no previous page', async () => {
        const { dataSet, done } = await aDataSet();
        dataSet.paging.loadNextPage();
        await done();
        expect(dataSet.sortedRecordIds).toHaveLength(100);
        expect(dataSet.sortedRecordIds[0]).toBe(idOf(0));
        expect(dataSet.paging.hasPreviousPage).toBe(false);
        dataSet.paging.loadNextPage();
        await done();
        expect(dataSet.sortedRecordIds).toHaveLength(120);
        expect(dataSet.paging.hasNextPage).toBe(false);
    });

    it('starts again at the first page when it is refreshed', async () => {
        const { dataSet, done } = await aDataSet();
        dataSet.paging.loadNextPage();
        await done();
        dataSet.refresh();
        await done();
        expect(dataSet.sortedRecordIds).toHaveLength(50);
    });

    it('takes page size, filter and columns at the next refresh, not before', async () => {
        const { dataSet, queries, done } = await aDataSet();
        dataSet.paging.setPageSize(10);
        dataSet.filtering.setFilter({
            filterOperator: 0,
            conditions: [{ attributeName: 'fullname', conditionOperator: 6, value: 'A%' }],
        });
        dataSet.addColumn?.('emailaddress1');
        expect(queries).toHaveLength(1);
        expect(dataSet.columns.map(({ name }) => name)).toEqual(['fullname']);
        dataSet.refresh();
        await done();
        expect(queries.at(-1)).toContain('<condition attribute="fullname" operator="like" value="A%"/>');
        expect(queries.at(-1)).toContain('<attribute name="emailaddress1"/>');
        expect(dataSet.columns.at(-1)).toMatchObject({
            name: 'emailaddress1',
            dataType: 'SingleLine.Email',
            isHidden: true,
        });
        dataSet.filtering.clearFilter();
        dataSet.refresh();
        await done();
        expect(queries.at(-1)).not.toContain('operator="like"');
    });

    it('sorts by what the component has set when it is refreshed', async () => {
        const { dataSet, queries, done } = await aDataSet();
        expect(dataSet.sorting).toEqual([{ name: 'fullname', sortDirection: 0 }]);
        dataSet.sorting = [{ name: 'createdon', sortDirection: 1 }];
        dataSet.refresh();
        await done();
        expect(queries.at(-1)).toContain('<order attribute="createdon" descending="true"/>');
    });

    it('links other tables and takes their columns by alias', async () => {
        const { dataSet, queries, done } = await aDataSet();
        dataSet.linking.addLinkedEntity({
            name: 'account',
            from: 'accountid',
            to: 'parentcustomerid',
            linkType: 'outer',
            alias: 'a',
        });
        dataSet.addColumn?.('name', 'a');
        dataSet.refresh();
        await done();
        expect(queries.at(-1)).toMatch(
            /<link-entity name="account"[^>]*alias="a"><attribute name="name"\/><\/link-entity>/,
        );
    });

    it('shares its selection with the list, so that commands act on it', async () => {
        const { dataSet, model } = await aDataSet();
        dataSet.setSelectedRecordIds([`{${idOf(3).toUpperCase()}}`]);
        expect(model.state.selectedIds).toEqual([idOf(3)]);
        dataSet.clearSelectedRecordIds();
        expect(dataSet.getSelectedRecordIds()).toEqual([]);
    });

    it('forgets filter and columns when another view is chosen', async () => {
        const { dataSet, model, queries, done } = await aDataSet();
        dataSet.addColumn?.('emailaddress1');
        dataSet.refresh();
        await done();
        void model.setSource({ ...contactSource, viewId: 'other' });
        await done();
        expect(dataSet.columns.map(({ name }) => name)).toEqual(['fullname']);
        dataSet.refresh();
        await done();
        expect(queries.at(-1)).not.toContain('emailaddress1');
    });

    it('leaves no filter behind when the component goes', async () => {
        const { dataSet, dispose, model, done } = await aDataSet();
        const condition = { attributeName: 'fullname', conditionOperator: 12 as const, value: '' };
        dataSet.filtering.setFilter({ filterOperator: 0, conditions: [condition] });
        dataSet.refresh();
        await done();
        dispose();
        await done();
        expect(model.source.fetchXml).toBe(contactSource.fetchXml);
    });

    it('opens a row of its own, and says what is wrong with a column that the table lacks', async () => {
        const { dataSet, opened } = await aDataSet();
        dataSet.openDatasetItem({ id: { guid: idOf(4) }, etn: 'contact', name: '' });
        expect(opened).toMatchObject([{ id: idOf(4), table: 'contact', name: 'Contact 4' }]);
        expect(() => dataSet.addColumn?.('nosuch')).toThrow(`table ${contactTable.logicalName} has no such column`);
    });
});
