import type { LeadState } from '../choices';
import type { ChangeSet, Problem } from '../web-api/web-api';

/** What takes one lead to another status reason: it succeeds as a whole or leaves nothing. */
export interface LeadChange {
    readonly leadId: string;
    /** Where the lead stands once it is written. */
    readonly state: LeadState;
    readonly status: number;
    /** The version of the lead that the change was made for. */
    readonly etag: string;
    readonly writes: ChangeSet;
}

/** What somebody else has made of a lead. */
export interface Meanwhile {
    readonly state: number | null;
    /** Label of the status reason. */
    readonly status: string;
    /** Name of who changed it last. */
    readonly by: string;
    /** ISO 8601. */
    readonly on: string;
}

/** What came of a change. But for `done` and `unknown`, nothing of it was written. */
export type ChangeResult =
    | { readonly kind: 'done' }
    | { readonly kind: 'refused'; readonly problem: Problem }
    /** Somebody has changed the lead since it was read. */
    | { readonly kind: 'changed'; readonly meanwhile: Meanwhile }
    /** The lead has been deleted. */
    | { readonly kind: 'gone' }
    /** The connection was lost; the lead has been looked at since and is as it was. */
    | { readonly kind: 'interrupted' }
    /** The connection was lost, and the lead could not be looked at since. */
    | { readonly kind: 'unknown' }
    /** Its turn did not come. */
    | { readonly kind: 'not-started' };
