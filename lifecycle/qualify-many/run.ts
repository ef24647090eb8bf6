import { runChangeSets, type ChangeResults, type Schedule } from '../change-sets/run-change-sets';
import type { DialogHost } from '../commands/dialog-host';
import { isUnclear, outcomeOf } from '../qualify/outcome-of';
import type { QualificationConflict } from '../qualify/qualification-outcome';
import type { ChangeSet } from '../web-api/web-api';
import { lookAtLeads, type Intended } from './look-at-leads';
import type { LeadResult } from './lead-result';
import { LIMITS, nextBatch, sharedRows, type Waiting } from './schedule';

/** A lead that is to be qualified. */
export interface Assignment extends Intended, Waiting {
    /**
     * Its change set.
     * @param makes keys of the shared rows that it has to make; it refers to its others
     */
    readonly changeSet: (makes: readonly string[]) => ChangeSet;
}

export interface Run {
    readonly assignments: readonly Assignment[];
    /** Keys of shared rows that are known to be there. */
    readonly made: readonly string[];
    /** Called whenever something has become known: results so far by the lead's id. */
    readonly onProgress: (results: ReadonlyMap<string, LeadResult>) => void;
    /** Once true, no further batch is sent; those under way are waited for. */
    readonly isCancelled: () => boolean;
}

/** Dataverse runs so many requests of one user at once without complaint, and it is well below its limit of 52. */
const BATCHES_AT_ONCE = 4;

/**
 * Qualifies many leads, each by its own change set.
 * @returns the result of every lead. Never rejects.
 */
export async function runMany(
    host: Pick<DialogHost, 'webApi' | 'user' | 'report'>,
    { assignments, made, onProgress, isCancelled }: Run,
): Promise<ReadonlyMap<string, LeadResult>> {
    const resultsOf = (results: ChangeResults<QualificationConflict>): ReadonlyMap<string, LeadResult> =>
        new Map(
            assignments.flatMap(({ id, success }) => {
                const result = results.get(id);
                return result ? [[id, outcomeOf(result, success)]] : [];
            }),
        );
    const results = await runChangeSets<Assignment, QualificationConflict>(host, assignments, {
        schedule: takingTurns(made),
        batchesAtOnce: BATCHES_AT_ONCE,
        inspect: (unclear) =>
            lookAtLeads(
                host,
                unclear.map(({ change }) => change),
            ),
        isUnclear,
        onProgress: (some) => onProgress(resultsOf(some)),
        isCancelled,
    });
    return resultsOf(results);
}

/** Leads that share rows take turns: one makes them, and the others refer to what it has made. */
function takingTurns(made: readonly string[]): Schedule<Assignment, QualificationConflict> {
    /** Ids of the leads whose change sets were the last to make a row, by its key. */
    const makers = new Map<string, string>();
    return (waiting, settled) => {
        const byId = new Map(waiting.map((assignment) => [assignment.id, assignment]));
        return nextBatch(waiting, sharedRows(made, makers, settled), LIMITS).flatMap(({ id, makes }) => {
            const change = byId.get(id);
            for (const key of makes) makers.set(key, id);
            return change ? [{ change, writes: change.changeSet(makes) }] : [];
        });
    };
}
