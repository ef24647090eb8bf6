import { LeadState } from '../choices';
import { closingWrites } from '../close-opportunity/closing-writes';
import type { Opportunity } from '../close-opportunity/opportunity';
import { EntitySet, LeadColumn } from '../columns';
import { isBlank, type Row } from '../row';
import type { ChangeSet } from '../web-api/web-api';
import { repairWrites, type LeadProcesses, type ProcessInstance } from './process-repair';

/** What becomes of the open opportunities that the lead has. */
export type OpportunityFate = 'keep' | 'cancel';

export interface Reactivation {
    readonly status: number;
    readonly note: string;
    /** Those that close as canceled; the others stay as they are and stay linked. */
    readonly canceled: readonly Opportunity[];
}

/** `opportunity_statuscode` Canceled of the state Lost (Microsoft Learn, "Opportunity table reference"). */
const OPPORTUNITY_CANCELED = 4;

export interface ReactivationSurroundings {
    readonly processes: LeadProcesses;
    readonly instances: readonly ProcessInstance[];
    /** Of the activity that closes an opportunity, in the seller's language. */
    readonly closeSubject: string;
    /** The user's day, as `YYYY-MM-DD`. */
    readonly today: string;
    /** That the user's clock is of Greenwich. */
    readonly minutesEast: number;
}

/**
 * What opens a closed lead again: all of it or nothing. The lead is written under the version that the seller has seen;
 * its process comes last, because closing an opportunity finishes it.
 */
export function reactivationWrites(
    lead: { readonly id: string; readonly etag: string },
    { status, note, canceled }: Reactivation,
    { processes, instances, closeSubject, today, minutesEast }: ReactivationSurroundings,
): ChangeSet {
    return [
        {
            kind: 'update',
            entitySet: EntitySet.lead,
            id: lead.id,
            columns: reactivationColumns(status, note),
            ifMatch: lead.etag,
        },
        ...canceled.flatMap((opportunity) =>
            closingWrites(
                {
                    outcome: 'lost',
                    opportunity,
                    status: OPPORTUNITY_CANCELED,
                    subject: closeSubject,
                    revenue: null,
                    closeDate: today,
                    competitorId: null,
                    description: note.trim(),
                },
                minutesEast,
            ),
        ),
        ...repairWrites(instances, processes, canceled.length > 0),
    ];
}

/** The columns to write on the lead. Dataverse frees an open lead of what closed it; the history keeps that. */
function reactivationColumns(status: number, note: string): Row {
    return {
        [LeadColumn.state]: LeadState.open,
        [LeadColumn.status]: status,
        ...(!isBlank(note) && { [LeadColumn.statusNote]: note.trim() }),
    };
}
