import type { ChangeResults } from '../change-sets/run-change-sets';
import { WRITES_A_BATCH } from '../change-sets/in-order';

/** A lead that waits for its change set, as the schedule sees it. */
export interface Waiting {
    readonly id: string;
    /** Keys of the rows that its change set creates or fills, unless another lead's has done so already. */
    readonly shares: readonly string[];
    /** How many writes its change set holds at most. */
    readonly writes: number;
}

/** What is known of a row that several leads share; nothing, while it is still to be made. */
export type SharedState =
    /** The change set of another lead that makes it is under way. */
    | 'under-way'
    /** It is there, so others only refer to it. */
    | 'made'
    /** Nobody knows whether it is there. */
    | 'unknown';

/** A lead whose turn it is. */
export interface Turn {
    readonly id: string;
    /** Keys of the shared rows that its change set makes; those that it does not name here are made. */
    readonly makes: readonly string[];
}

export interface BatchLimits {
    readonly leads: number;
    readonly writes: number;
}

export const LIMITS: BatchLimits = { leads: 20, writes: WRITES_A_BATCH };

/**
 * What is known of shared rows, by their keys.
 * @param present keys of those that were there before the run
 * @param makers ids of the leads whose change sets were the last to make a row, by its key
 * @param settled results so far by the lead's id
 */
export function sharedRows(
    present: readonly string[],
    makers: ReadonlyMap<string, string>,
    settled: ChangeResults<unknown>,
): ReadonlyMap<string, SharedState> {
    const rows = new Map<string, SharedState>(present.map((key) => [key, 'made']));
    for (const [key, id] of makers) {
        const result = settled.get(id);
        if (result === undefined) rows.set(key, 'under-way');
        else if (result.kind === 'done') rows.set(key, 'made');
        else if (result.kind === 'unknown') rows.set(key, 'unknown');
    }
    return rows;
}

/**
 * The leads whose turn it is, in their order: those that wait for no other lead. Of several that share a row that is
 * still to be made the first one makes it; the others' turn comes when that has succeeded, or, when it has failed, the
 * next one makes it. Nobody's turn comes whose row may or may not be there.
 * @returns no lead when all that wait depend on what is under way or unknown
 */
export function nextBatch(
    waiting: readonly Waiting[],
    shared: ReadonlyMap<string, SharedState>,
    limits: BatchLimits,
): readonly Turn[] {
    const turns: Turn[] = [];
    const claimed = new Set<string>();
    let writes = 0;
    for (const { id, shares, writes: own } of waiting) {
        if (turns.length === limits.leads) break;
        const makes = shares.filter((key) => shared.get(key) !== 'made');
        if (makes.some((key) => shared.has(key) || claimed.has(key))) continue;
        // A change set that is too large for any batch goes alone; Dataverse says what is wrong with it.
        if (turns.length > 0 && writes + own > limits.writes) continue;
        for (const key of makes) claimed.add(key);
        turns.push({ id, makes });
        writes += own;
    }
    return turns;
}
