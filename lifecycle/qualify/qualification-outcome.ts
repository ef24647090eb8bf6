import type { Table } from '../columns';
import type { Problem } from '../web-api/web-api';
import type { Party } from './target';

/** How a qualification ended. */
export type QualificationOutcome =
    | {
          readonly kind: 'done';
          readonly opportunityId: string | null;
          readonly accountId: string | null;
          readonly contactId: string | null;
      }
    /** A duplicate rule found rows like those to be created; nothing has been written. */
    | { readonly kind: 'duplicates'; readonly table: string | null }
    | QualificationConflict
    /** Nothing has been written. */
    | { readonly kind: 'refused'; readonly problem: Problem }
    /** The connection was lost before Dataverse did anything; it may be run again. */
    | { readonly kind: 'not-done' }
    /** The connection was lost, and what became of the lead could not be read either. Running it again is safe. */
    | { readonly kind: 'unknown' };

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
