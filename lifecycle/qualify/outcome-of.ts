import type { ChangeResult } from '../change-sets/change-result';
import { mayHaveChanged } from '../change-sets/may-have-changed';
import { ErrorCode } from '../web-api/error-code';
import type { Problem } from '../web-api/web-api';
import type { QualificationConflict, QualificationDone, QualificationOutcome } from './qualification-outcome';

/**
 * Whether a refusal of a qualification is looked into. What a duplicate rule found may be what somebody else has made of
 * this very lead, and then that is what is to be told.
 */
export function isUnclear(problem: Problem): boolean {
    return mayHaveChanged(problem) || isDuplicate(problem);
}

/** @param done the outcome of success */
export function outcomeOf(result: ChangeResult<QualificationConflict>, done: QualificationDone): QualificationOutcome {
    switch (result.kind) {
        case 'done':
            return done;
        case 'changed':
            return result.meanwhile;
        case 'refused': {
            const { problem } = result;
            return isDuplicate(problem) ? { kind: 'duplicates', table: problem.duplicateTable ?? null } : result;
        }
        case 'gone':
        case 'interrupted':
        case 'unknown':
        case 'not-started':
            return result;
    }
}

function isDuplicate({ code }: Problem): boolean {
    return code === ErrorCode.duplicateRecordsFound;
}
