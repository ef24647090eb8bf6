import type { Problem } from '../web-api/web-api';

/** A row that a lead has led to. */
export interface ResultRow {
    readonly id: string;
    readonly name: string;
    /** `shared`: created for another lead of the same run; `existing`: the lead had it before. */
    readonly how: 'created' | 'linked' | 'shared' | 'existing';
}

/** What has become of one lead of a run. It says what is so in Dataverse, or that nobody knows. */
export type LeadResult =
    | {
          readonly kind: 'qualified';
          readonly account: ResultRow | null;
          readonly contact: ResultRow | null;
          readonly opportunity: ResultRow | null;
      }
    /** Dataverse refused, so the lead is as it was. */
    | { readonly kind: 'refused'; readonly problem: Problem }
    /** Someone else was faster; the lead is as they left it. */
    | {
          readonly kind: 'changed-meanwhile';
          /** Names of who and when, as Dataverse writes them; empty when it does not say. */
          readonly by: string;
          readonly on: string;
          readonly isQualified: boolean;
          readonly opportunityId: string | null;
      }
    /** The connection was lost, and the lead is as it was. */
    | { readonly kind: 'connection-lost' }
    /** The connection was lost, and has not come back to tell. */
    | { readonly kind: 'unknown' }
    /** Its turn never came. */
    | { readonly kind: 'not-started' };

/** Whether it makes sense to try again. */
export function canBeRetried(result: LeadResult): boolean {
    return !(result.kind === 'qualified' || (result.kind === 'changed-meanwhile' && result.isQualified));
}
