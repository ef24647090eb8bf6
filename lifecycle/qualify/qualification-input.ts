import type { Verdict } from '../criteria/gate';
import type { Row } from '../row';
import type { Decision } from '../transitions/decide';
import type { ConversionMetadata } from './conversion-metadata';
import type { Followers } from './followers';
import type { Match } from './match';
import type { ProcessState } from './process-state';
import type { Party } from './target';

/** Everything that is known about a lead that is to be qualified. */
export interface QualificationInput extends ConversionMetadata {
    readonly leadId: string;
    /** The whole row with all annotations. */
    readonly lead: Row;
    readonly etag: string;
    /** The status reason that it would get. */
    readonly status: number;
    /** Whether it may get there, apart from a note that is still to be written. */
    readonly decision: Decision;
    readonly noteRequired: boolean;
    readonly verdict: Verdict;
    /** Rows that the lead may stand for, best first. */
    readonly matches: Readonly<Record<Party, readonly Match[]>>;
    /** The account and contact that the lead refers to already. */
    readonly existing: Readonly<Record<Party, Match | null>>;
    readonly followers: Followers;
    readonly process: ProcessState;
}
