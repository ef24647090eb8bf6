import type { ChangeSet } from '../web-api/web-api';

/** A change of one row: all of it or nothing. */
export interface Change {
    /** Of the row. */
    readonly id: string;
    readonly writes: ChangeSet;
}

/** A change whose turn it is, with what is sent for it. */
export interface Turn<Waiting> {
    readonly change: Waiting;
    readonly writes: ChangeSet;
}

/** Dataverse takes so many writes in a batch (Microsoft Learn, "Execute batch operations using the Web API"). */
export const WRITES_A_BATCH = 1000;

/**
 * The schedule of changes that do not depend on each other: the first ones that a batch holds. A change set that is too
 * large for any batch goes alone; Dataverse says what is wrong with it.
 * @param size how many changes a batch holds at most
 */
export function inOrder<C extends Change>(size: number): (waiting: readonly C[]) => readonly Turn<C>[] {
    return (waiting) => {
        const turns: Turn<C>[] = [];
        let writes = 0;
        for (const change of waiting.slice(0, size)) {
            writes += change.writes.length;
            if (turns.length > 0 && writes > WRITES_A_BATCH) break;
            turns.push({ change, writes: change.writes });
        }
        return turns;
    };
}
