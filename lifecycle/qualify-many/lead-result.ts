import type { QualificationOutcome } from '../qualify/qualification-outcome';

/** What has become of one lead of a run. It says what is so in Dataverse, or that nobody knows. */
export type LeadResult = QualificationOutcome;

/** Whether it makes sense to try again. */
export function canBeRetried(result: LeadResult): boolean {
    return result.kind !== 'done' && result.kind !== 'gone' && !(result.kind === 'conflict' && result.isQualified);
}
