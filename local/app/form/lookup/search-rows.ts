import type { ClientTable, ClientView } from '../../../dataverse/client/types';
import { pageFetch, withFilter } from '../../list/view-fetch';
import { quickFindFetch } from '../../list/grid-model';
import { bracedId, plainId } from '../../platform/guid';
import { formattedValue } from '../../platform/row-annotations';
import type { Platform } from '../../platform/types';
import type { CustomView, FormControl } from '../model/control';
import type { LookupValue } from '../model/values';

/** Rows of one table that a lookup offers. */
export interface LookupGroup {
    readonly table: ClientTable;
    readonly rows: readonly LookupRow[];
}

export interface LookupRow {
    readonly value: LookupValue;
    /** The second column of the lookup view, to tell rows of the same name apart. */
    readonly detail: string;
}

/** Rows shown of each table. */
const PAGE = 10;
/** More tables than these are not searched at once: a regarding column can point to dozens. */
const MOST_TABLES = 6;
/** Tables that belong to no app and are looked up everywhere. */
const EVERYWHERE = ['systemuser', 'team', 'transactioncurrency', 'pricelevel', 'uom'];

/** The tables that a lookup control searches, as far as the user may read them. */
export async function lookupTables(platform: Platform, control: FormControl): Promise<readonly ClientTable[]> {
    const targets = control.lookupTables ?? control.attribute?.column.targets ?? [];
    const inApp = targets.filter((target) => platform.app.tables.includes(target) || EVERYWHERE.includes(target));
    const wanted = (inApp.length > 0 ? inApp : targets).slice(0, MOST_TABLES);
    const tables = await Promise.all(
        // A target that the environment does not have, or hides, is not offered.
        wanted.map((target) => platform.table(target).catch(() => null)),
    );
    return tables.flatMap((table) => (table !== null && table.privileges.read > 0 ? [table] : []));
}

/**
 * Searches the tables of a lookup control, with the filters and views that its PreSearch handlers added.
 * @param text what the user typed; empty: the first rows of the lookup views
 */
export async function searchRows(
    platform: Platform,
    control: FormControl,
    tables: readonly ClientTable[],
    text: string,
): Promise<readonly LookupGroup[]> {
    control.customFilters = [];
    control.preSearchHandlers.fire(control);
    const groups = await Promise.all(
        tables.map(async (table) => ({ table, rows: await searchTable(platform, control, table, text) })),
    );
    return groups.filter(({ rows }) => rows.length > 0);
}

async function searchTable(
    platform: Platform,
    control: FormControl,
    table: ClientTable,
    text: string,
): Promise<LookupRow[]> {
    const view = lookupView(table, control);
    const quickFind = quickFindFetch(table);
    const detailColumn = secondColumn(view, table);
    const name = table.primaryNameColumn ?? table.primaryIdColumn;
    let fetchXml = pageFetch(
        view?.fetchXml ?? `<fetch><entity name="${table.logicalName}"><order attribute="${name}"/></entity></fetch>`,
        {
            page: 1,
            pageSize: PAGE,
            columns: [table.primaryIdColumn, name, ...(detailColumn === undefined ? [] : [detailColumn])],
            ...(quickFind !== undefined && text !== '' ? { search: { text, quickFindFetchXml: quickFind } } : {}),
        },
    );
    if (quickFind === undefined && text !== '') {
        const value = text
            .replace(/[[%_]/g, '[$&]')
            .replace(/&/g, '&amp;')
            .replace(/"/g, '&quot;')
            .replace(/</g, '&lt;');
        fetchXml = withFilter(
            fetchXml,
            `<filter><condition attribute="${name}" operator="like" value="${value}%"/></filter>`,
        );
    }
    for (const filter of control.customFilters) {
        if (filter.table === '' || filter.table === table.logicalName) {
            fetchXml = withFilter(fetchXml, filter.filterXml);
        }
    }
    const page = await platform.webApi.fetch(table.logicalName, fetchXml);
    return page.rows.map((row) => ({
        value: {
            id: bracedId(String(row[table.primaryIdColumn])),
            name: formattedValue(row, name),
            entityType: table.logicalName,
        },
        detail: detailColumn === undefined ? '' : formattedValue(row, detailColumn),
    }));
}

const LOOKUP_VIEW = 64;

function lookupView(table: ClientTable, control: FormControl): ClientView | CustomView | undefined {
    const wanted = plainId(control.defaultViewId ?? control.definition.parameters.DefaultViewId ?? '');
    const own = control.customViews.find((view) => view.table === table.logicalName && view.id === wanted);
    const views = table.views.filter(({ queryType }) => queryType === LOOKUP_VIEW);
    return (
        own ??
        table.views.find(({ id }) => plainId(id) === wanted) ??
        views.find(({ isDefault }) => isDefault) ??
        views[0]
    );
}

function secondColumn(view: ClientView | CustomView | undefined, table: ClientTable): string | undefined {
    if (view === undefined) {
        return undefined;
    }
    const layout = new DOMParser().parseFromString(view.layoutXml, 'text/xml');
    return Array.from(layout.getElementsByTagName('cell'))
        .map((cell) => cell.getAttribute('name') ?? '')
        .find((name) => name !== table.primaryNameColumn && table.columns[name] !== undefined);
}
