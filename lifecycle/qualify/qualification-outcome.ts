import type { ChangeResult } from '../change-sets/change-result';
import type { Table } from '../columns';
import type { Party } from './target';

/** How a qualification ended. */
export type QualificationOutcome =
    | QualificationDone
    /** A duplicate rule found rows like those to be created; nothing has been written. */
    | { readonly kind: 'duplicates'; readonly table: string | null }
    | QualificationConflict
    | Exclude<ChangeResult<never>, { readonly kind: 'done' | 'changed' }>;

export interface QualificationDone {
    readonly kind: 'done';
    readonly opportunityId: string | null;
    readonly accountId: string | null;
    readonly contactId: string | null;
}

/** Somebody else was faster; nothing has been written. */
export interface QualificationConflict {
    readonly kind: 'conflict';
    /** What they changed. */
    readonly row: Table.lead | Party;
    /** Whether the lead is qualified by now. */
    readonly isQualified: boolean;
    /** Name of the user; empty when unknown. */
    readonly by: string;
    /** When, as the user's language writes it; empty when unknown. */
    readonly on: string;
    readonly opportunityId: string | null;
    readonly opportunityName: string;
}
