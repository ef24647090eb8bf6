import type { DialogHost } from '../commands/dialog-host';
import type { Problem } from '../web-api/web-api';
import type { ChangeResult } from './change-result';
import type { Turn } from './in-order';
import { mayHaveChanged } from './may-have-changed';
import { sendBatch, type Inspect } from './send-batch';

/** Results by the id of the row. */
export type ChangeResults<Meanwhile> = ReadonlyMap<string, ChangeResult<Meanwhile>>;

/**
 * Decides what is sent next.
 * @param waiting changes that have not been sent, in their order
 * @param settled results so far; changes that neither wait nor have one are under way
 * @returns the next batch; empty when all that wait depend on what is under way, or can never be sent
 */
export type Schedule<C, Meanwhile> = (waiting: readonly C[], settled: ChangeResults<Meanwhile>) => readonly Turn<C>[];

export interface RunOptions<C, Meanwhile> {
    readonly schedule: Schedule<C, Meanwhile>;
    /** How many batches run at once. */
    readonly batchesAtOnce: number;
    readonly inspect: Inspect<C, Meanwhile>;
    /** Whether a refusal is looked into; when left out, one that may mean that the row has been changed. */
    readonly isUnclear?: (problem: Problem) => boolean;
}

/** What who asks for a run may want to know of it. */
export interface RunHooks<Meanwhile> {
    /** Called with all results so far whenever there are more. */
    readonly onProgress?: (results: ChangeResults<Meanwhile>) => void;
    /** Asked before each batch; once true, no further one is sent, and those under way are waited for. */
    readonly isCancelled?: () => boolean;
}

/**
 * Changes rows, each by its own change set, in batches of which some run at once; one that is refused keeps no other
 * from running. Once a row can neither be changed nor looked at, no further batch is sent.
 * @returns a result for each change, in their order. Never rejects for what Dataverse or the network does.
 */
export async function runChangeSets<C extends { readonly id: string }, Meanwhile>(
    host: Pick<DialogHost, 'webApi' | 'report'>,
    changes: readonly C[],
    options: RunOptions<C, Meanwhile> & RunHooks<Meanwhile>,
): Promise<ChangeResults<Meanwhile>> {
    const { schedule, batchesAtOnce, inspect, isUnclear = mayHaveChanged, onProgress, isCancelled } = options;
    const settled = new Map<string, ChangeResult<Meanwhile>>();
    const underWay = new Set<Promise<void>>();
    let waiting = changes;
    let isLost = false;

    for (;;) {
        while (!isLost && !isCancelled?.() && underWay.size < batchesAtOnce) {
            const turns = schedule(waiting, settled);
            if (turns.length === 0) break;
            start(turns);
        }
        if (underWay.size === 0) break;
        await Promise.race(underWay);
    }
    if (waiting.length > 0) {
        for (const { id } of waiting) settled.set(id, { kind: 'not-started' });
        onProgress?.(new Map(settled));
    }
    return new Map(changes.map(({ id }) => [id, settled.get(id) ?? { kind: 'unknown' }]));

    function start(turns: readonly Turn<C>[]): void {
        const ids = new Set(turns.map(({ change }) => change.id));
        waiting = waiting.filter(({ id }) => !ids.has(id));
        const running: Promise<void> = sendBatch(host, turns, inspect, isUnclear).then((results) => {
            underWay.delete(running);
            for (const [index, { change }] of turns.entries()) {
                const result = results[index] ?? { kind: 'unknown' };
                if (result.kind === 'unknown') isLost = true;
                settled.set(change.id, result);
            }
            onProgress?.(new Map(settled));
        });
        underWay.add(running);
    }
}
