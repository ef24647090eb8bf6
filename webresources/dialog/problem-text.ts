import { messageOf } from '../../lifecycle/commands/outcome';
import { ErrorCode } from '../../lifecycle/web-api/error-code';
import { ConnectionLost, Refused, type Problem } from '../../lifecycle/web-api/web-api';
import type { GeneralKey } from './language';
import type { Words } from './words';

/** Whether something was being read, or written: a lost connection means nothing changed, or that nobody knows. */
export type During = 'reading' | 'writing';

const WORDS_OF_CODES: ReadonlyMap<number, GeneralKey> = new Map<number, GeneralKey>([
    [ErrorCode.privilegeDenied, 'problem.privilege'],
    [ErrorCode.accessDenied, 'problem.privilege'],
    [ErrorCode.leadAlreadyClosed, 'problem.closed'],
    [ErrorCode.versionMismatch, 'problem.changed'],
    [ErrorCode.duplicateRecordsFound, 'problem.duplicates'],
    [ErrorCode.objectDoesNotExist, 'problem.gone'],
    [ErrorCode.noRecordOfKey, 'problem.gone'],
    [ErrorCode.throttledByTime, 'problem.busy'],
    [ErrorCode.throttledByNumber, 'problem.busy'],
    [ErrorCode.throttledByConcurrency, 'problem.busy'],
]);

const WORDS_OF_STATUSES: ReadonlyMap<number, GeneralKey> = new Map<number, GeneralKey>([
    [401, 'problem.signedOut'],
    [404, 'problem.gone'],
    [412, 'problem.changed'],
    [429, 'problem.busy'],
    [503, 'problem.busy'],
]);

/**
 * What went wrong, in words for a seller.
 * @param error what was thrown, or the `Problem` of an answer
 */
export function problemText(error: unknown, words: Words<GeneralKey>, during: During = 'reading'): string {
    if (error instanceof ConnectionLost) return words(during === 'reading' ? 'problem.readLost' : 'problem.writeLost');
    const problem = problemIn(error);
    if (problem === null) return messageOf(error);
    const key = keyOf(problem);
    return key === null ? problem.message : words(key);
}

/** Dataverse's own words, where `problemText` says it in others; empty else. */
export function problemDetails(error: unknown): string {
    const problem = problemIn(error);
    return problem !== null && keyOf(problem) !== null ? problem.message : '';
}

function keyOf({ code, status }: Problem): GeneralKey | null {
    if (code === ErrorCode.plugInRefused) return null;
    // The code first: a duplicate, for one, has the status of a version that does not fit.
    return WORDS_OF_CODES.get(code) ?? WORDS_OF_STATUSES.get(status) ?? null;
}

/** What Dataverse said, if it did. */
export function problemIn(error: unknown): Problem | null {
    if (error instanceof Refused) return error.problem;
    return isProblem(error) ? error : null;
}

function isProblem(error: unknown): error is Problem {
    return typeof error === 'object' && error !== null && 'status' in error && 'code' in error && 'message' in error;
}
