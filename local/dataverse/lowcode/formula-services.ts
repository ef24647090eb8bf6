/** What the rows and tables of one run of a formula share. */
import type { TimeZone } from '../../powerfx';
import type { Organization, RequestContext } from '../pipeline/types';
import type { UserSettings } from '../formatting/user-settings';
import type { ReadCache } from './read-cache';

/** What a run did to rows; bench and tests read it. */
export interface RowCounts {
    /** Rows read, one by one or by queries. */
    rowsRead: number;
    /** Rows created, changed or deleted. */
    rowsWritten: number;
    queries: number;
}

export interface FormulaServices {
    readonly organization: Organization;
    /** Of the messages that the formula leads to: its user, one deeper than the message it runs in. */
    readonly context: RequestContext;
    readonly settings: UserSettings;
    readonly timeZone: TimeZone;
    readonly counts: RowCounts;
    readonly cache: ReadCache;
    /** The columns of a table that the formula reads. */
    columnsOf(entitySetName: string): readonly string[];
    /** @throws DataverseError when the run has taken too long */
    checkDeadline(): void;
}
