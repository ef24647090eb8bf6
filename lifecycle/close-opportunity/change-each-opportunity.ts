import type { OpportunityState } from '../choices';
import type { DialogHost } from '../commands/dialog-host';
import { Refused, rowsOf, type ChangeSet, type Problem, type WriteAnswer } from '../web-api/web-api';
import { opportunityAddresses, readOpportunity, type Opportunity } from './opportunity';

/** A change of one opportunity's state: all of it or nothing. */
export interface OpportunityChange {
    readonly opportunity: Pick<Opportunity, 'id' | 'etag'>;
    readonly writes: ChangeSet;
    /** The state that it ends in. */
    readonly wanted: OpportunityState;
    /** An earlier attempt may have done it without our knowing. */
    readonly mayBeDone?: boolean;
}

export type ChangeResult =
    | { readonly kind: 'done' }
    /** Somebody was faster; as the opportunity stands now. Nothing of ours was written. */
    | { readonly kind: 'changed'; readonly now: Opportunity }
    /** It is no longer there, or not for this seller. */
    | { readonly kind: 'gone' }
    | { readonly kind: 'refused'; readonly problem: Problem }
    /** The connection was lost, and nothing was written. */
    | { readonly kind: 'not-done' }
    /** The connection is lost, so nobody can say. */
    | { readonly kind: 'unknown' }
    /** The seller stopped before its turn came. */
    | { readonly kind: 'left-out' };

export interface ChangeOptions {
    /** What came of those that have been tried so far, after each batch. */
    readonly onResults?: (results: readonly ChangeResult[]) => void;
    /** Asked before each batch. */
    readonly isCancelled?: () => boolean;
}

/** Opportunities in one request: few enough that progress is seen and a plug-in's time is not used up. */
const OPPORTUNITIES_A_BATCH = 10;

/**
 * Runs changes in batches one after the other; one that is refused keeps no other from running.
 * @returns a result for each, in the order of the changes; never rejects for what Dataverse or the network does
 */
export async function changeEachOpportunity(
    host: Pick<DialogHost, 'webApi' | 'user' | 'report'>,
    changes: readonly OpportunityChange[],
    { onResults, isCancelled }: ChangeOptions = {},
): Promise<readonly ChangeResult[]> {
    const results: ChangeResult[] = [];
    for (let start = 0; start < changes.length; start += OPPORTUNITIES_A_BATCH) {
        const batch = changes.slice(start, start + OPPORTUNITIES_A_BATCH);
        results.push(
            ...(isCancelled?.() ? batch.map((): ChangeResult => ({ kind: 'left-out' })) : await runBatch(host, batch)),
        );
        onResults?.([...results]);
    }
    return results;
}

/**
 * Those that are, or may be, different from what they were when they were read.
 * @param ids in the order of the results
 */
export function changedIds(ids: readonly string[], results: readonly ChangeResult[]): readonly string[] {
    return ids.slice(0, results.length).filter((_, at) => {
        const kind = results[at]?.kind;
        return kind === 'done' || kind === 'changed' || kind === 'gone' || kind === 'unknown';
    });
}

async function runBatch(
    host: Pick<DialogHost, 'webApi' | 'user' | 'report'>,
    batch: readonly OpportunityChange[],
): Promise<readonly ChangeResult[]> {
    const answers = await write(host, batch);
    if (answers !== 'lost' && answers.every((answer) => answer.ok)) return answers.map(() => ({ kind: 'done' }));
    const unclear = batch.filter((_, index) => answers === 'lost' || answers[index]?.ok !== true);
    const now = await readNow(
        host,
        unclear.map(({ opportunity }) => opportunity.id),
    );
    return batch.map((change, index) => {
        const answer = answers === 'lost' ? null : (answers[index] ?? null);
        if (answer?.ok) return { kind: 'done' };
        if (now === null) return answer ? { kind: 'refused', problem: answer.problem } : { kind: 'unknown' };
        const row = now.get(change.opportunity.id);
        if (!row) return { kind: 'gone' };
        if (row.etag === change.opportunity.etag) {
            return answer ? { kind: 'refused', problem: answer.problem } : { kind: 'not-done' };
        }
        const isOurs = row.state === change.wanted && row.modifiedBy.id === host.user.id;
        if (isOurs && (answer === null || change.mayBeDone)) return { kind: 'done' };
        return { kind: 'changed', now: row };
    });
}

/** The answers of a batch; the same refusal for all where it was refused as a whole. */
async function write(
    host: Pick<DialogHost, 'webApi' | 'report'>,
    batch: readonly OpportunityChange[],
): Promise<readonly WriteAnswer[] | 'lost'> {
    try {
        return await host.webApi.write(batch.map(({ writes }) => writes));
    } catch (error) {
        host.report(error);
        if (error instanceof Refused) return batch.map(() => ({ ok: false, problem: error.problem }));
        return 'lost';
    }
}

/** Null when they cannot be read. */
async function readNow(
    host: Pick<DialogHost, 'webApi' | 'report'>,
    ids: readonly string[],
): Promise<ReadonlyMap<string, Opportunity> | null> {
    try {
        const answers = await host.webApi.read(opportunityAddresses(ids, []));
        if (answers.some((answer) => !answer.ok)) return null;
        const rows = answers.flatMap((answer) => (answer.ok ? rowsOf(answer.body).map(readOpportunity) : []));
        return new Map(rows.map((row) => [row.id, row]));
    } catch (error) {
        host.report(error);
        return null;
    }
}
