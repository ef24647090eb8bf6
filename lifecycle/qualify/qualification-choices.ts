import type { Follow } from './followers';
import type { MergeField } from './merge';
import type { OpportunityEdits } from './opportunity-edits';
import type { RecordChoice } from './record-choice';
import type { Party } from './target';

/** What the seller decided. */
export interface QualificationChoices extends Readonly<Record<Party, RecordChoice>> {
    /** Null for none. */
    readonly opportunity: OpportunityEdits | null;
    /** For an account or contact that is linked or the lead's own. */
    readonly merges: Readonly<Record<Party, readonly MergeField[]>>;
    readonly follow: Follow;
    readonly note: string;
    /** The warnings that the seller passed, in words; they are kept with the note. */
    readonly passedWarnings: readonly string[];
}

/** Ids of the rows that a qualification creates, so that it can be checked and run again. */
export interface QualificationIds extends Readonly<Record<Party, string>> {
    readonly opportunity: string;
    /** Of a process instance, for a lead without one. */
    readonly process: string;
    /** One for each stakeholder. */
    readonly stakeholders: readonly string[];
}
