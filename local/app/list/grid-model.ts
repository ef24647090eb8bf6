/**
 * One grid's rows and what the user does with them: sorting, paging, searching, selecting. Knows no React; the list
 * page, subgrids and code components share it.
 */
import type { ClientTable } from '../../dataverse/client/types';
import { createEmitter } from '../platform/emitter';
import { plainId } from '../platform/guid';
import { FORMATTED_VALUE } from '../platform/row-annotations';
import type { Platform, WebApiRow } from '../platform/types';
import { gridColumns, type GridColumn } from './grid-columns';
import { pageFetch, viewSorting, type Sorting } from './view-fetch';

/** Where a grid's rows come from. */
export interface GridSource {
    readonly table: ClientTable;
    readonly fetchXml: string;
    readonly layoutXml: string;
    readonly viewId?: string;
    readonly viewName?: string;
}

export interface GridRow {
    readonly id: string;
    /** The table to open it in; for rows of `activitypointer` that of the activity. */
    readonly table: string;
    readonly name: string;
    readonly values: WebApiRow;
}

export interface GridState {
    readonly status: 'loading' | 'ready' | 'failed';
    readonly columns: readonly GridColumn[];
    readonly rows: readonly GridRow[];
    /** From 1. */
    readonly page: number;
    readonly pageSize: number;
    /** -1 while unknown. Dataverse counts up to 5,000. */
    readonly totalCount: number;
    readonly moreRecords: boolean;
    readonly sorting: readonly Sorting[];
    readonly search: string;
    readonly selectedIds: readonly string[];
    readonly error?: Error;
}

export interface GridModel {
    readonly state: GridState;
    readonly source: GridSource;
    subscribe(listener: () => void): () => void;
    /** Loads the present page again. Resolves when its rows are there, or the failure is in the state. */
    refresh(): Promise<void>;
    setSource(source: GridSource): Promise<void>;
    sortBy(sorting: readonly Sorting[]): Promise<void>;
    search(text: string): Promise<void>;
    goToPage(page: number): Promise<void>;
    setPageSize(pageSize: number): Promise<void>;
    select(ids: readonly string[]): void;
    /** Tells everyone who listens to look again, though nothing in the grid has changed. */
    announce(): void;
    /** The query of the present page. */
    fetchXml(): string;
    /** Called after each load: GridControl.addOnLoad. */
    addOnLoad(handler: () => void): void;
    removeOnLoad(handler: () => void): void;
}

export interface GridModelOptions {
    readonly pageSize?: number;
    /** Several grids of one table may show at once; then the search of this one has its own columns. */
    readonly quickFindFetchXml?: string;
}

const DEFAULT_PAGE_SIZE = 50;

/** Makes the model and starts to load its first page. */
export function createGridModel(
    platform: Pick<Platform, 'webApi' | 'table'>,
    firstSource: GridSource,
    options: GridModelOptions = {},
): GridModel {
    const changed = createEmitter();
    const onLoad = new Set<() => void>();
    let source = firstSource;
    let ownSorting: readonly Sorting[] | undefined;
    // Answers may come back in another order than asked for; only the last question counts.
    let lastLoad = 0;
    let state: GridState = {
        status: 'loading',
        columns: [],
        rows: [],
        page: 1,
        pageSize: options.pageSize ?? DEFAULT_PAGE_SIZE,
        totalCount: -1,
        moreRecords: false,
        sorting: [],
        search: '',
        selectedIds: [],
    };

    const set = (change: Partial<GridState>): void => {
        state = { ...state, ...change };
        changed.emit();
    };

    const fetchXml = (): string => {
        const { table } = source;
        const quickFind = options.quickFindFetchXml ?? quickFindFetch(table);
        return pageFetch(source.fetchXml, {
            page: state.page,
            pageSize: state.pageSize,
            ...(ownSorting ? { sorting: ownSorting } : {}),
            ...(state.search && quickFind ? { search: { text: state.search, quickFindFetchXml: quickFind } } : {}),
            columns: [
                table.primaryIdColumn,
                ...(table.primaryNameColumn ? [table.primaryNameColumn] : []),
                // Commands ask whether the selected rows are open.
                ...(table.columns.statecode ? ['statecode'] : []),
                ...(table.logicalName === 'activitypointer' ? ['activitytypecode'] : []),
                ...state.columns.filter((column) => column.column).map((column) => column.name),
            ],
        });
    };

    const load = async (): Promise<void> => {
        lastLoad += 1;
        const thisLoad = lastLoad;
        state = withoutError({ ...state, status: 'loading' });
        changed.emit();
        try {
            const columns = await gridColumns(source.table, source.layoutXml, source.fetchXml, platform.table);
            if (thisLoad !== lastLoad) {
                return;
            }
            state = { ...state, columns, sorting: ownSorting ?? viewSorting(source.fetchXml) };
            const page = await platform.webApi.fetch(source.table.logicalName, fetchXml());
            if (thisLoad !== lastLoad) {
                return;
            }
            const rows = page.rows.map((row) => gridRow(source.table, row));
            const ids = new Set(rows.map((row) => row.id));
            set({
                status: 'ready',
                rows,
                totalCount: page.totalCount,
                moreRecords: page.moreRecords,
                selectedIds: state.selectedIds.filter((id) => ids.has(id)),
            });
            onLoad.forEach((handler) => handler());
        } catch (error) {
            if (thisLoad === lastLoad) {
                set({ status: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
            }
        }
    };

    void load();

    return {
        get state() {
            return state;
        },
        get source() {
            return source;
        },
        subscribe: changed.subscribe,
        refresh: load,
        setSource(next) {
            source = next;
            ownSorting = undefined;
            state = { ...state, rows: [], columns: [], page: 1, selectedIds: [], totalCount: -1, moreRecords: false };
            return load();
        },
        sortBy(sorting) {
            ownSorting = sorting;
            state = { ...state, page: 1 };
            return load();
        },
        search(text) {
            state = { ...state, search: text.trim(), page: 1, selectedIds: [] };
            return load();
        },
        goToPage(page) {
            state = { ...state, page: Math.max(1, page), selectedIds: [] };
            return load();
        },
        setPageSize(pageSize) {
            state = { ...state, pageSize, page: 1 };
            return load();
        },
        select(ids) {
            if (ids.length !== state.selectedIds.length || ids.some((id, index) => id !== state.selectedIds[index])) {
                set({ selectedIds: ids });
            }
        },
        announce: changed.emit,
        fetchXml,
        addOnLoad: (handler) => void onLoad.add(handler),
        removeOnLoad: (handler) => void onLoad.delete(handler),
    };
}

function withoutError(state: GridState): GridState {
    const copy: { -readonly [Key in keyof GridState]: GridState[Key] } = { ...state };
    delete copy.error;
    return copy;
}

/** The rows that are selected, in the order of the grid. */
export function selectedRows(state: GridState): readonly GridRow[] {
    const ids = new Set(state.selectedIds);
    return state.rows.filter((row) => ids.has(row.id));
}

/** FetchXML of the table's quick find view; undefined when it has none. */
export function quickFindFetch(table: ClientTable): string | undefined {
    const views = table.views.filter((view) => view.queryType === 4);
    return (views.find((view) => view.isDefault) ?? views[0])?.fetchXml;
}

function gridRow(table: ClientTable, row: WebApiRow): GridRow {
    const name = table.primaryNameColumn ? row[table.primaryNameColumn] : undefined;
    const activity = table.logicalName === 'activitypointer' ? row.activitytypecode : undefined;
    return {
        id: plainId(String(row[table.primaryIdColumn] ?? '')),
        table: typeof activity === 'string' ? activity : table.logicalName,
        name: typeof name === 'string' ? name : String(row[`${table.primaryNameColumn}${FORMATTED_VALUE}`] ?? ''),
        values: row,
    };
}
