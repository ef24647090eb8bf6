import { LeadState } from '../choices';
import { targetOf } from '../change-leads/changing-lead';
import type { LeadChange } from '../change-leads/lead-change';
import type { Configuration } from '../configuration/configuration';
import type { DisqualificationReason } from '../configuration/disqualification-reason';
import { isReasonRow, type Disqualification } from './disqualification';
import { disqualificationWrites, type DisqualificationOptions } from './disqualification-writes';
import type { DisqualifiableLead } from './prepare';

/** What is decided for all leads at once. */
export interface CommonDecisions {
    readonly competitor: Pick<DisqualificationOptions, 'competitorId' | 'competitorLine'>;
    readonly cancelActivities: boolean;
}

/** Why a lead cannot be disqualified for a reason, in words; empty when it can. */
export function whyNot(lead: DisqualifiableLead, reason: Pick<DisqualificationReason, 'status'>): readonly string[] {
    const target = targetOf(lead, reason.status);
    return target?.way === null ? target.why : [];
}

/** Whether a note has to be written: the reason demands it, or the transition. */
export function asksNote(
    lead: DisqualifiableLead,
    reason: Pick<DisqualificationReason, 'status' | 'noteRequired'>,
): boolean {
    return reason.noteRequired || (targetOf(lead, reason.status)?.noteRequired ?? false);
}

/** Whether a lead is open, so that there is something to disqualify. */
export function isOpen({ state }: Pick<DisqualifiableLead, 'state'>): boolean {
    return state === LeadState.open;
}

/** What disqualifies a lead. */
export function disqualificationChange(
    lead: DisqualifiableLead,
    answer: Disqualification,
    { competitor, cancelActivities }: CommonDecisions,
    configuration: Pick<Configuration, 'reasonsAreRows'>,
    kept?: DisqualificationOptions['kept'],
): LeadChange {
    return {
        id: lead.id,
        state: LeadState.disqualified,
        status: answer.reason.status,
        etag: lead.etag,
        writes: disqualificationWrites(lead, answer, {
            ...competitor,
            reasonIsRow: isReasonRow(answer.reason, configuration),
            activities: cancelActivities ? lead.activities : [],
            ...(kept && { kept }),
        }),
    };
}
