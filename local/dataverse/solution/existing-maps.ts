import type { Store } from '../store/store';

import type { ComponentRow } from './content';

/**
 * Entity maps have no ids in solution files: they are known by their tables and columns. A map that the environment
 * has keeps its id, so that a solution adds columns to it and does not make a second one.
 */
export function withExistingMapIds(rows: readonly ComponentRow[], store: Store): readonly ComponentRow[] {
    const ids = new Map<string, string>();
    const idOf = (row: ComponentRow): string => ids.get(row.id) ?? row.id;
    const findMap = store.prepare<{ id: string }>(
        'SELECT entitymapid AS id FROM entitymap WHERE sourceentityname = ? AND targetentityname = ?',
    );
    const findColumn = store.prepare<{ id: string }>(
        `SELECT attributemapid AS id FROM attributemap
         WHERE entitymapid = ? AND sourceattributename = ? AND targetattributename = ?`,
    );
    for (const row of rows.filter(({ table }) => table === 'entitymap')) {
        const found = findMap.get(row.values['sourceentityname'], row.values['targetentityname']);
        if (found !== undefined) {
            ids.set(row.id, found.id);
        }
    }
    return rows.map((row) => {
        if (row.table === 'entitymap') {
            const id = idOf(row);
            return { ...row, id, values: { ...row.values, entitymapid: id } };
        }
        if (row.table !== 'attributemap') {
            return row;
        }
        const map = row.values['entitymapid'];
        const formerMapId = typeof map === 'object' && map !== null && 'id' in map ? String(map.id) : '';
        const mapId = ids.get(formerMapId) ?? formerMapId;
        const { sourceattributename: source, targetattributename: target } = row.values;
        const id = findColumn.get(mapId, source, target)?.id ?? row.id;
        return {
            ...row,
            id,
            values: { ...row.values, attributemapid: id, entitymapid: { table: 'entitymap', id: mapId } },
        };
    });
}
