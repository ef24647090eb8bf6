/** The ribbon of a table as it is in force: base and solutions merged. */
import { baseRibbon } from '../../base/base-ribbon';
import type { Environment } from '../../pipeline/types';
import { metadataVersion } from '../metadata-version';

import { mergeRibbon } from './merge-ribbon';
import type { RibbonDiff } from './merge-ribbon';

interface Cached {
    readonly version: number;
    readonly ribbons: Map<string, string>;
}

const cache = new WeakMap<Environment['store'], Cached>();

/**
 * The merged `<RibbonDefinition>`; kept until the metadata changes.
 * @param table logical name
 */
export function tableRibbon({ store, metadata }: Pick<Environment, 'store' | 'metadata'>, table: string): string {
    const version = metadataVersion(store);
    let cached = cache.get(store);
    if (cached?.version !== version) {
        cached = { version, ribbons: new Map() };
        cache.set(store, cached);
    }
    let ribbon = cached.ribbons.get(table);
    if (ribbon === undefined) {
        const isActivity = metadata.findTable(table)?.isActivity ?? false;
        ribbon = mergeRibbon(baseRibbon(table, isActivity), [...diffsOf(store, ''), ...diffsOf(store, table)], table);
        cached.ribbons.set(table, ribbon);
    }
    return ribbon;
}

/** What solutions change in every command bar, as `<RibbonDefinition>` of its own. */
export function applicationRibbon({ store }: Pick<Environment, 'store'>): string {
    return mergeRibbon('<RibbonDefinition><UI /></RibbonDefinition>', diffsOf(store, ''), '');
}

function diffsOf(store: Environment['store'], table: string): readonly RibbonDiff[] {
    return store
        .prepare<RibbonDiff>(
            `SELECT r.solution, r.xml FROM ribbondiff r LEFT JOIN solutionlayer s ON s.solution = r.solution
             WHERE r."table" = ? ORDER BY ifnull(s.managed, 0) DESC, ifnull(s.position, 1e9)`,
        )
        .all(table);
}
