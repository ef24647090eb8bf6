import type { LeadState } from '../choices';
import type { ChangeResult } from '../change-sets/change-result';
import type { Change } from '../change-sets/in-order';

/** What takes one lead to another status reason: it succeeds as a whole or leaves nothing. */
export interface LeadChange extends Change {
    /** Where the lead stands once it is written. */
    readonly state: LeadState;
    readonly status: number;
    /** The version of the lead that the change was made for. */
    readonly etag: string;
}

/** What somebody else has made of a lead. */
export interface LeadMeanwhile {
    readonly state: number | null;
    /** Label of the status reason. */
    readonly status: string;
    /** Name of who changed it last. */
    readonly by: string;
    /** ISO 8601. */
    readonly on: string;
}

export type LeadChangeResult = ChangeResult<LeadMeanwhile>;
