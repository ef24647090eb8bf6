import type { DialogHost } from '../commands/dialog-host';
import { messageOf } from '../commands/outcome';
import { ConnectionLost, Refused, type Problem, type WriteAnswer } from '../web-api/web-api';
import type { ChangeResult, Finding } from './change-result';
import type { Turn } from './in-order';

/** A change of which nobody knows what became, until its row is looked at. */
export interface Unclear<C> {
    readonly change: C;
    /** Whether no answer to it came; else it was refused, perhaps because the row is not what it was. */
    readonly isLost: boolean;
}

/**
 * Looks at rows by reading them.
 * @returns a finding for each, in their order
 * @throws ConnectionLost, or Refused, when they cannot be read
 */
export type Inspect<C, Meanwhile> = (unclear: readonly Unclear<C>[]) => Promise<readonly Finding<Meanwhile>[]>;

type Host = Pick<DialogHost, 'webApi' | 'report'>;

type Answer =
    | 'done'
    | {
          /** Why it was refused; null when no answer came. */
          readonly problem: Problem | null;
          readonly isLost: boolean;
          readonly isUnclear: boolean;
      };

const LOST: Answer = { problem: null, isLost: true, isUnclear: true };

/**
 * Sends the change sets of a batch in one request, and looks at the rows of those whose answer leaves it unclear what
 * became of them.
 * @param isUnclear whether a refusal is looked into
 * @returns a result for each, in their order. Never rejects.
 */
export async function sendBatch<C, Meanwhile>(
    host: Host,
    turns: readonly Turn<C>[],
    inspect: Inspect<C, Meanwhile>,
    isUnclear: (problem: Problem) => boolean,
): Promise<readonly ChangeResult<Meanwhile>[]> {
    const answers = await send(host, turns, isUnclear);
    const unclear = turns.flatMap(({ change }, index): readonly (Unclear<C> & { readonly index: number })[] => {
        const answer = answers[index] ?? LOST;
        return answer !== 'done' && answer.isUnclear ? [{ change, isLost: answer.isLost, index }] : [];
    });
    const findings = unclear.length > 0 ? await look(host, unclear, inspect) : [];
    const found = new Map(unclear.map(({ index }, at) => [index, findings?.[at]]));
    return turns.map((_, index): ChangeResult<Meanwhile> => {
        const answer = answers[index] ?? LOST;
        if (answer === 'done') return { kind: 'done' };
        const finding = answer.isUnclear ? (found.get(index) ?? { kind: 'unknown' }) : { kind: 'untouched' as const };
        if (finding.kind !== 'untouched') return finding;
        return answer.problem ? { kind: 'refused', problem: answer.problem } : { kind: 'interrupted' };
    });
}

async function send<C>(
    host: Host,
    turns: readonly Turn<C>[],
    isUnclear: (problem: Problem) => boolean,
): Promise<readonly Answer[]> {
    try {
        const answers = await host.webApi.write(turns.map(({ writes }) => writes));
        return answers.map((answer) => answerOf(answer, isUnclear));
    } catch (error) {
        host.report(error);
        const answer = answerToAll(error);
        return turns.map(() => answer);
    }
}

function answerOf(answer: WriteAnswer, isUnclear: (problem: Problem) => boolean): Answer {
    if (answer.ok) return 'done';
    return { problem: answer.problem, isLost: false, isUnclear: isUnclear(answer.problem) };
}

const SERVER_ERROR = 500;

function answerToAll(error: unknown): Answer {
    if (error instanceof ConnectionLost) return LOST;
    if (!(error instanceof Refused)) {
        return { problem: { status: 0, code: 0, message: messageOf(error) }, isLost: true, isUnclear: true };
    }
    // A gateway may answer with an error of its own what Dataverse has carried out.
    const isServerError = error.problem.status >= SERVER_ERROR;
    return { problem: error.problem, isLost: isServerError, isUnclear: isServerError };
}

/**
 * Reads once more when the first reading is lost as well: connections often come back at once.
 * @returns null when nothing can be read
 */
async function look<C, Meanwhile>(
    host: Host,
    unclear: readonly Unclear<C>[],
    inspect: Inspect<C, Meanwhile>,
): Promise<readonly Finding<Meanwhile>[] | null> {
    for (let attempt = 0; attempt < 2; attempt += 1) {
        try {
            return await inspect(unclear);
        } catch (error) {
            host.report(error);
            if (!(error instanceof ConnectionLost)) break;
        }
    }
    return null;
}
