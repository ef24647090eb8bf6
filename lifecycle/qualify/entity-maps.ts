import { Table } from '../columns';
import { isRow } from '../row';
import { rowsOf } from '../web-api/web-api';
import { TARGETS, type Target } from './target';

/** One column of lead that is copied to a column of what the lead becomes. */
export interface ColumnMap {
    readonly source: string;
    readonly target: string;
}

/** The environment's maps from lead, as makers see and change them (Microsoft Learn, "Map table columns"). */
export type EntityMaps = Readonly<Record<Target, readonly ColumnMap[]>>;

export const ENTITY_MAPS_ADDRESS =
    'attributemaps?$select=sourceattributename,targetattributename' +
    `&$expand=entitymapid($select=targetentityname)&$filter=entitymapid/sourceentityname eq '${Table.lead}'`;

/** @param body the answer to `ENTITY_MAPS_ADDRESS` */
export function readEntityMaps(body: unknown): EntityMaps {
    const maps: Record<Target, ColumnMap[]> = { account: [], contact: [], opportunity: [] };
    for (const row of rowsOf(body)) {
        const map = row['entitymapid'];
        const target = TARGETS.find((table) => isRow(map) && map['targetentityname'] === table);
        const [from, to] = [row['sourceattributename'], row['targetattributename']];
        if (target && typeof from === 'string' && typeof to === 'string')
            maps[target].push({ source: from, target: to });
    }
    for (const columns of Object.values(maps)) columns.sort((a, b) => (a.target < b.target ? -1 : 1));
    return maps;
}
