import type { DialogHost } from '../commands/dialog-host';
import { messageOf } from '../commands/outcome';
import { ErrorCode } from '../web-api/error-code';
import { ConnectionLost, Refused, type WriteAnswer } from '../web-api/web-api';
import { checkChanges } from './check-changes';
import type { ChangeResult, LeadChange } from './lead-change';

/** Small enough that the progress moves and a lost connection leaves few leads to look at. */
const LEADS_A_BATCH = 10;
/** As many as a batch may hold (Microsoft Learn, "Execute batch operations using the Web API"). */
const WRITES_A_BATCH = 1000;
const BATCHES_AT_ONCE = 2;

export interface RunOptions {
    /** Called with each lead's result as soon as it is known. */
    readonly onResult: (leadId: string, result: ChangeResult) => void;
    /** Asked before each batch; what runs already comes to its end. */
    readonly isCancelled: () => boolean;
}

/**
 * Changes leads, each for itself, in batches of which few run at once. What is known of each lead afterwards is what
 * Dataverse says of it: where an answer is missing, the lead is looked at. When it cannot be looked at either, no
 * further batch is sent.
 */
export async function runChanges(
    host: Pick<DialogHost, 'webApi' | 'user' | 'report'>,
    changes: readonly LeadChange[],
    { onResult, isCancelled }: RunOptions,
): Promise<void> {
    const batches = inBatches(changes);
    let next = 0;
    let isLost = false;
    const lane = async (): Promise<void> => {
        for (let batch = batches[next]; batch !== undefined; batch = batches[next]) {
            next += 1;
            const stopped = isLost || isCancelled();
            const results = stopped ? batch.map(() => NOT_STARTED) : await runBatch(host, batch);
            if (results.some(({ kind }) => kind === 'unknown')) isLost = true;
            batch.forEach(({ leadId }, index) => onResult(leadId, results[index] ?? UNKNOWN));
        }
    };
    await Promise.all(Array.from({ length: BATCHES_AT_ONCE }, lane));
}

const UNKNOWN: ChangeResult = { kind: 'unknown' };
const NOT_STARTED: ChangeResult = { kind: 'not-started' };

async function runBatch(
    host: Pick<DialogHost, 'webApi' | 'user' | 'report'>,
    batch: readonly LeadChange[],
): Promise<readonly ChangeResult[]> {
    let answers: readonly WriteAnswer[];
    try {
        answers = await host.webApi.write(batch.map(({ writes }) => writes));
    } catch (error) {
        host.report(error);
        if (error instanceof ConnectionLost) return checkChanges(host, batch);
        const problem = error instanceof Refused ? error.problem : { status: 0, code: 0, message: messageOf(error) };
        return batch.map(() => ({ kind: 'refused', problem }));
    }
    const first = batch.map((_, index) => resultOf(answers[index]));
    const doubtful = batch.filter((_, index) => isDoubtful(first[index]));
    const checked = doubtful.length > 0 ? await checkChanges(host, doubtful) : [];
    return batch.map((change, index) => {
        const result = first[index] ?? UNKNOWN;
        if (!isDoubtful(result)) return result;
        const found = checked[doubtful.indexOf(change)] ?? UNKNOWN;
        // The lead is as it was, so something else of the change set is gone or has another version.
        return found.kind === 'interrupted' ? result : found;
    });
}

function resultOf(answer: WriteAnswer | undefined): ChangeResult {
    if (answer === undefined) return UNKNOWN;
    return answer.ok ? { kind: 'done' } : { kind: 'refused', problem: answer.problem };
}

/** Whether a refusal may mean that the lead is not what it was: then it is looked at. */
function isDoubtful(result: ChangeResult | undefined): boolean {
    if (result?.kind !== 'refused') return false;
    const { code } = result.problem;
    return code === ErrorCode.versionMismatch || code === ErrorCode.objectDoesNotExist;
}

/** A change set that is too large for any batch goes alone; Dataverse says what is wrong with it. */
function inBatches(changes: readonly LeadChange[]): readonly (readonly LeadChange[])[] {
    const batches: LeadChange[][] = [];
    let writes = 0;
    for (const change of changes) {
        const last = batches[batches.length - 1];
        if (last && last.length < LEADS_A_BATCH && writes + change.writes.length <= WRITES_A_BATCH) {
            last.push(change);
            writes += change.writes.length;
        } else {
            batches.push([change]);
            writes = change.writes.length;
        }
    }
    return batches;
}
