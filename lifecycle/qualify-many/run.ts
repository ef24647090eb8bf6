import type { DialogHost } from '../commands/dialog-host';
import { saysChanged } from '../qualify/changed-meanwhile';
import { ErrorCode } from '../web-api/error-code';
import { ConnectionLost, Refused, type ChangeSet, type Problem, type WriteAnswer } from '../web-api/web-api';
import { checkLeads, type Intended } from './check-leads';
import type { LeadResult } from './lead-result';
import { nextBatch, type BatchLimits, type SharedState, type Turn, type Waiting } from './schedule';

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
    /** Shared rows that are known to be there. */
    readonly made: readonly string[];
    /** Called whenever something has become known: results so far by the lead's id. */
    readonly onProgress: (results: ReadonlyMap<string, LeadResult>) => void;
    /** Once true, no further batch is sent; those under way are waited for. */
    readonly isCancelled: () => boolean;
}

/** Dataverse takes 1,000 operations in a batch (Microsoft Learn, "Execute batch operations using the Web API"). */
export const LIMITS: BatchLimits = { leads: 20, writes: 1000 };

/** Dataverse runs so many requests of one user at once without complaint, and it is well below its limit of 52. */
const BATCHES_AT_ONCE = 4;

/**
 * Qualifies many leads, some batches at a time, each lead by its own change set. What the results say is true: an
 * answer that is lost is asked for by reading, and once that does not work either no further batch is sent.
 * @returns the result of every lead. Never rejects.
 */
export async function runMany(
    host: Pick<DialogHost, 'webApi' | 'user' | 'report'>,
    { assignments, made, onProgress, isCancelled }: Run,
): Promise<ReadonlyMap<string, LeadResult>> {
    const results = new Map<string, LeadResult>();
    const byId = new Map(assignments.map((assignment) => [assignment.leadId, assignment]));
    const shared = new Map<string, SharedState>(made.map((key) => [key, 'made']));
    const underWay = new Set<Promise<void>>();
    let waiting: readonly Assignment[] = assignments;
    let isStopped = false;

    for (;;) {
        while (!isStopped && !isCancelled() && underWay.size < BATCHES_AT_ONCE) {
            const turns = nextBatch(waiting, shared, LIMITS);
            if (turns.length === 0) break;
            start(turns);
        }
        if (underWay.size === 0) break;
        await Promise.race(underWay);
    }
    for (const { leadId } of waiting) results.set(leadId, { kind: 'not-started' });
    onProgress(new Map(results));
    return results;

    function start(turns: readonly Turn[]): void {
        const ids = new Set(turns.map(({ leadId }) => leadId));
        waiting = waiting.filter(({ leadId }) => !ids.has(leadId));
        for (const { makes } of turns) for (const key of makes) shared.set(key, 'under-way');
        const batch = turns.flatMap(({ leadId, makes }) => {
            const assignment = byId.get(leadId);
            return assignment ? [{ assignment, makes }] : [];
        });
        const running: Promise<void> = runBatch(host, batch).then((outcome) => {
            underWay.delete(running);
            for (const { assignment, makes } of batch) {
                const result = outcome.get(assignment.leadId) ?? { kind: 'unknown' };
                results.set(assignment.leadId, result);
                if (result.kind === 'unknown') isStopped = true;
                for (const key of makes) settle(key, result);
            }
            onProgress(new Map(results));
        });
        underWay.add(running);
    }

    function settle(key: string, result: LeadResult): void {
        if (result.kind === 'done') shared.set(key, 'made');
        else if (result.kind === 'unknown') shared.set(key, 'unknown');
        else shared.delete(key);
    }
}

type Batch = readonly { readonly assignment: Assignment; readonly makes: readonly string[] }[];
type Host = Pick<DialogHost, 'webApi' | 'user' | 'report'>;

/** Never rejects. */
async function runBatch(host: Host, batch: Batch): Promise<ReadonlyMap<string, LeadResult>> {
    try {
        const answers = await host.webApi.write(batch.map(({ assignment, makes }) => assignment.changeSet(makes)));
        return await resultsOf(host, batch, answers);
    } catch (error) {
        host.report(error);
        // A gateway may refuse what Dataverse has carried out, so a refusal is checked as well.
        const untouched: LeadResult =
            error instanceof Refused ? { kind: 'refused', problem: error.problem } : { kind: 'not-done' };
        const standing = await check(
            host,
            batch.map(({ assignment }) => assignment),
        );
        return new Map([...standing].map(([id, result]) => [id, result ?? untouched]));
    }
}

async function resultsOf(
    host: Host,
    batch: Batch,
    answers: readonly WriteAnswer[],
): Promise<ReadonlyMap<string, LeadResult>> {
    const results = new Map<string, LeadResult>();
    const changed: { readonly assignment: Assignment; readonly problem: Problem }[] = [];
    for (const [index, { assignment }] of batch.entries()) {
        const answer = answers[index];
        if (!answer) results.set(assignment.leadId, { kind: 'unknown' });
        else if (answer.ok) results.set(assignment.leadId, assignment.success);
        // Who qualified the lead in between has also made the rows that duplicate rules then find.
        else if (saysChanged(answer.problem) || isDuplicate(answer.problem)) {
            changed.push({ assignment, problem: answer.problem });
        } else results.set(assignment.leadId, refusedBy(answer.problem));
    }
    if (changed.length === 0) return results;
    const now = await check(
        host,
        changed.map(({ assignment }) => assignment),
    );
    for (const { assignment, problem } of changed) {
        // When the lead is as it was, another row of its change set is not.
        results.set(assignment.leadId, now.get(assignment.leadId) ?? refusedBy(problem));
    }
    return results;
}

function isDuplicate({ code }: Problem): boolean {
    return code === ErrorCode.duplicateRecordsFound;
}

function refusedBy(problem: Problem): LeadResult {
    return isDuplicate(problem)
        ? { kind: 'duplicates', table: problem.duplicateTable ?? null }
        : { kind: 'refused', problem };
}

/** Reads once more when the first reading is lost as well: connections often come back at once. Never rejects. */
async function check(host: Host, lost: readonly Assignment[]): Promise<ReadonlyMap<string, LeadResult | null>> {
    for (let attempt = 0; attempt < 2; attempt += 1) {
        try {
            return await checkLeads(host.webApi, lost, host.user.id);
        } catch (error) {
            host.report(error);
            if (!(error instanceof ConnectionLost)) break;
        }
    }
    return new Map(lost.map(({ leadId }) => [leadId, { kind: 'unknown' }]));
}
