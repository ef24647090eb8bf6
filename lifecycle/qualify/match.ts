import type { Row } from '../row';
import type { Party } from './target';

/** What speaks for two rows being the same. */
export type MatchReason = 'duplicate-rule' | 'email' | 'phone' | 'name' | 'company' | 'email-domain';

/** An existing row that the lead may stand for. */
export interface Match {
    readonly table: Party;
    readonly id: string;
    readonly name: string;
    /** What tells two of the same name apart: the company of a contact, place and web site of an account. */
    readonly detail: string;
    /** The version that was read. */
    readonly etag: string;
    /** 0 to 100; see `CERTAIN`. */
    readonly score: number;
    /** The strongest first; empty for one that the lead refers to or the seller picked. */
    readonly reasons: readonly MatchReason[];
    /** Its mapped columns with all annotations, for the merge. */
    readonly row: Row;
}

/** A match of at least this score is linked unless the seller says otherwise, if no other comes up to it. */
export const CERTAIN = 80;
