/**
 * A component's data set over a list's rows (Microsoft Learn, "DataSet"), with the habits of the platform that its
 * documentation does not tell:
 * - `setFilter`, `setPageSize`, `addColumn`, `addLinkedEntity` and a change of `sorting` take effect at `refresh()`;
 * - `refresh()` starts again at the first page;
 * - `loadNextPage()` adds to the rows that are there, and `hasPreviousPage` stays false;
 * - ids are in lower case without braces.
 */
import type { GridModel, GridRow, GridSource } from '../../list/grid-model';
import { plainId } from '../../platform/guid';
import { notSupportedHere } from '../../xrm/supported';
import { addedColumn, viewColumn, type DataSetColumn } from './columns';
import { filterXml } from './filter-xml';
import { createRecord } from './record';
import { fetchedColumns, fetchWithAdditions, type Additions } from './source-fetch';

type DataSet = ComponentFramework.PropertyTypes.DataSet;
type Api = {
    readonly Filter: ComponentFramework.PropertyHelper.DataSetApi.FilterExpression;
    readonly Link: ComponentFramework.PropertyHelper.DataSetApi.LinkEntityExposedExpression;
    readonly Sort: ComponentFramework.PropertyHelper.DataSetApi.SortStatus;
};

export interface HostDataSet {
    readonly dataSet: DataSet;
    /** Takes back what would surprise whoever shows the list next. */
    dispose(): void;
}

const DESCENDING = 1;
const ASCENDING = 0;

/** @param onOpen opens a row; of `openDatasetItem` */
export function createDataSet(model: GridModel, onOpen: (row: GridRow) => void): HostDataSet {
    /** The list's own query, without what the component has asked for. */
    let base: GridSource = model.source;
    /** The query that the component has made of it; null while it is the list's own. */
    let extended: GridSource | null = null;
    let columns: Additions['columns'] = [];
    let filter: Api['Filter'] | null = null;
    let links: readonly Api['Link'][] = [];
    const firstPageSize = model.state.pageSize;
    let pageSize = firstPageSize;
    let sorting: Api['Sort'][] = [];
    let shownSorting: GridModel['state']['sorting'] | null = null;
    let recordsOf: { readonly rows: readonly GridRow[]; readonly records: DataSet['records'] } | null = null;

    /** Another view has been chosen: what was asked for belonged to the former one. */
    const followView = (): void => {
        if (model.source === base || model.source === extended) return;
        base = model.source;
        extended = null;
        columns = [];
        filter = null;
        links = [];
    };

    const currentSorting = (): Api['Sort'][] => {
        if (shownSorting !== model.state.sorting) {
            shownSorting = model.state.sorting;
            sorting = shownSorting.map(({ column, descending }) => ({
                name: column,
                sortDirection: descending ? DESCENDING : ASCENDING,
            }));
        }
        return sorting;
    };

    const sortingChanged = (): boolean => {
        const wanted = sorting.filter(
            ({ sortDirection }) => sortDirection === ASCENDING || sortDirection === DESCENDING,
        );
        const present = model.state.sorting;
        return (
            shownSorting === present &&
            (wanted.length !== present.length ||
                wanted.some(
                    ({ name, sortDirection }, index) =>
                        present[index]?.column !== name || present[index].descending !== (sortDirection === DESCENDING),
                ))
        );
    };

    const refresh = (): void => {
        followView();
        const additions: Additions = { columns, filterXml: filter === null ? '' : filterXml(filter), links };
        const isPlain = columns.length === 0 && links.length === 0 && additions.filterXml === '';
        const fetchXml = isPlain ? base.fetchXml : fetchWithAdditions(base.fetchXml, additions);
        if (fetchXml !== model.source.fetchXml) {
            const resort = sortingChanged() ? [...sorting] : null;
            extended = isPlain ? null : { ...base, fetchXml };
            void model.setSource(extended ?? base);
            if (resort) void model.sortBy(resort.map(toModelSorting));
        } else if (sortingChanged()) {
            void model.sortBy(sorting.map(toModelSorting));
        } else if (model.state.pageSize !== pageSize) {
            void model.setPageSize(pageSize);
        } else {
            void model.goToPage(1);
        }
    };

    const paging: DataSet['paging'] = {
        get totalResultCount() {
            return model.state.totalCount;
        },
        get firstPageNumber() {
            return model.state.page;
        },
        get lastPageNumber() {
            return model.state.page + Math.max(0, Math.ceil(model.state.pageSize / pageSize) - 1);
        },
        get pageSize() {
            return pageSize;
        },
        get hasNextPage() {
            return model.state.moreRecords;
        },
        get hasPreviousPage() {
            return model.state.page > 1;
        },
        loadNextPage(loadOnlyNewPage = false) {
            if (!model.state.moreRecords || model.state.status === 'loading') return;
            // The rows so far and the next ones in one request, so that the list stays whole for commands, too.
            if (loadOnlyNewPage) void model.goToPage(model.state.page + 1);
            else void model.setPageSize(model.state.rows.length + pageSize);
        },
        loadPreviousPage() {
            if (model.state.page > 1) void model.goToPage(model.state.page - 1);
        },
        reset() {
            void model.goToPage(1);
        },
        setPageSize(size) {
            pageSize = size;
        },
        loadExactPage(page) {
            void model.goToPage(page);
        },
    };

    const dataSet: DataSet = {
        addColumn(name, alias) {
            followView();
            const known = alias === undefined ? model.source.table.columns[name] : true;
            if (!known)
                throw new Error(`addColumn("${name}"): table ${model.source.table.logicalName} has no such column.`);
            if (!columns.some((column) => column.name === name && column.alias === alias)) {
                columns = [...columns, { name, alias }];
            }
        },
        get columns(): DataSetColumn[] {
            followView();
            const shown = model.state.columns.map(viewColumn);
            const names = new Set(shown.map((column) => column.name));
            const fetched = extended === null ? new Set<string>() : fetchedColumns(extended.fetchXml);
            const added = columns.filter(
                ({ name, alias }) => alias === undefined && fetched.has(name) && !names.has(name),
            );
            return shown.length === 0 ? [] : [...shown, ...added.map(({ name }) => addedColumn(base.table, name))];
        },
        get error() {
            return model.state.status === 'failed';
        },
        get errorMessage() {
            return model.state.error?.message ?? '';
        },
        filtering: {
            getFilter: () => filter ?? { conditions: [], filterOperator: 0 },
            setFilter(expression) {
                // Unknown operators are refused at once, where the component's mistake is.
                filterXml(expression);
                filter = expression;
            },
            clearFilter() {
                filter = null;
            },
        },
        linking: {
            getLinkedEntities: () => [...links],
            addLinkedEntity(link) {
                links = [...links.filter(({ alias }) => alias !== link.alias), link];
            },
        },
        get loading() {
            return model.state.status === 'loading';
        },
        paging,
        get records() {
            const { rows } = model.state;
            if (recordsOf?.rows !== rows) {
                const records = Object.fromEntries(rows.map((row) => [row.id, createRecord(base.table, row)]));
                recordsOf = { rows, records };
            }
            return recordsOf.records;
        },
        get sortedRecordIds() {
            return model.state.rows.map((row) => row.id);
        },
        get sorting() {
            return currentSorting();
        },
        set sorting(wanted) {
            currentSorting();
            sorting = wanted;
        },
        clearSelectedRecordIds: () => model.select([]),
        getSelectedRecordIds: () => [...model.state.selectedIds],
        setSelectedRecordIds: (ids) => model.select(ids.map(plainId)),
        getTargetEntityType: () => model.source.table.logicalName,
        getTitle: () => model.source.viewName ?? model.source.table.displayCollectionName,
        getViewId: () => plainId(model.source.viewId ?? ''),
        openDatasetItem(reference) {
            const id = plainId(reference.id.guid);
            const row = model.state.rows.find((one) => one.id === id);
            const table = reference.etn ?? row?.table;
            if (!table)
                throw notSupportedHere(`openDatasetItem of ${id}, which is no row of the data set and names no table,`);
            onOpen(row ?? { id, table, name: reference.name, values: {} });
        },
        refresh,
    };

    return {
        dataSet,
        dispose() {
            const narrowed = filter !== null || links.length > 0;
            if (narrowed && model.source === extended) void model.setSource(base);
        },
    };
}

function toModelSorting({ name, sortDirection }: Api['Sort']): {
    readonly column: string;
    readonly descending: boolean;
} {
    return { column: name, descending: sortDirection === DESCENDING };
}
