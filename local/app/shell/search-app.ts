/**
 * The search of the header: each table of the app by its own quick find columns.
 */
import type { ClientTable } from '../../dataverse/client/types';
import { plainId } from '../platform/guid';
import type { Platform } from '../platform/types';
import { quickFindFetch } from '../list/grid-model';
import { pageFetch } from '../list/view-fetch';

export interface FoundTable {
    readonly table: ClientTable;
    readonly rows: readonly { readonly id: string; readonly table: string; readonly name: string }[];
}

/** Rows that are shown per table. */
const PER_TABLE = 5;

/** Finds rows in the tables of the app's site map. Tables that cannot be searched are left out. */
export async function searchApp(
    platform: Pick<Platform, 'app' | 'table' | 'webApi'>,
    text: string,
): Promise<readonly FoundTable[]> {
    const names = new Set(
        platform.app.areas.flatMap((area) =>
            area.groups.flatMap((group) => group.subAreas.flatMap((subArea) => (subArea.table ? [subArea.table] : []))),
        ),
    );
    const found = await Promise.all(
        [...names].map(async (name): Promise<FoundTable | undefined> => {
            const table = await platform.table(name).catch(() => undefined);
            const quickFind = table && quickFindFetch(table);
            if (!table || !quickFind || !table.primaryNameColumn) {
                return undefined;
            }
            const primaryName = table.primaryNameColumn;
            const fetch = pageFetch(`<fetch><entity name="${table.logicalName}"></entity></fetch>`, {
                page: 1,
                pageSize: PER_TABLE,
                search: { text, quickFindFetchXml: quickFind },
                columns: [table.primaryIdColumn, primaryName],
            });
            const page = await platform.webApi.fetch(table.logicalName, fetch).catch(() => undefined);
            const rows = (page?.rows ?? []).map((row) => ({
                id: plainId(String(row[table.primaryIdColumn])),
                table: table.logicalName,
                name: String(row[primaryName] ?? ''),
            }));
            return rows.length > 0 ? { table, rows } : undefined;
        }),
    );
    return found.filter((one): one is FoundTable => one !== undefined);
}
