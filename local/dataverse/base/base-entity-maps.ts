/** Which column of a row fills which column of the row made from it: `entity-maps.json` as entitymap and attributemap rows. */
import { readBaseFile } from './base-directory';
import { baseId } from './base-id';
import type { BaseRows } from './base-rows';

/** Source table → target table → pairs of columns, each with where the pair is known from. */
type EntityMapsFile = Readonly<
    Record<string, Readonly<Record<string, readonly (readonly [source: string, target: string, origin: string])[]>>>
>;

export function baseEntityMaps(): readonly BaseRows[] {
    const file = JSON.parse(readBaseFile('entity-maps.json')) as EntityMapsFile;
    const maps = Object.entries(file).flatMap(([source, targets]) =>
        Object.entries(targets).map(([target, pairs]) => ({
            id: baseId('entitymap', `${source}.${target}`),
            source,
            target,
            pairs,
        })),
    );
    return [
        {
            table: 'entitymap',
            rows: maps.map(({ id, source, target }) => ({
                entitymapid: id,
                sourceentityname: source,
                targetentityname: target,
            })),
        },
        {
            table: 'attributemap',
            rows: maps.flatMap(({ id, source, target, pairs }) =>
                pairs.map(([from, to]) => ({
                    attributemapid: baseId('attributemap', `${source}.${target}.${from}.${to}`),
                    entitymapid: id,
                    sourceattributename: from,
                    targetattributename: to,
                    issystem: false,
                })),
            ),
        },
    ];
}
