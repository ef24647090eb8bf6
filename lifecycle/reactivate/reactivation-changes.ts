import { LeadState } from '../choices';
import type { LeadChange } from '../change-leads/lead-change';
import { isClosed, type ReactivatableLead, type ReactivationInput } from './prepare';
import { repairWrites } from './process-repair';
import { reactivationWrites, type OpportunityFate, type ReactivationSurroundings } from './reactivation-writes';

/** What the seller says of one lead. */
export interface ReactivationAnswer {
    readonly status: number;
    readonly note: string;
    /** What becomes of its open opportunities. */
    readonly fate: OpportunityFate;
}

/** Whether somebody has to say what becomes of an opportunity. */
export function hasOpenOpportunity({ opportunities }: Pick<ReactivatableLead, 'opportunities'>): boolean {
    return opportunities.some((opportunity) => !isClosed(opportunity));
}

/** Whether the lead is closed, and there is a status reason that it may go to. */
export function canReactivate({ state, proposed }: Pick<ReactivatableLead, 'state' | 'proposed'>): boolean {
    return state !== LeadState.open && proposed !== null;
}

/** Whether the process of a lead has to be brought back to a stage of lead. */
export function needsRepair(
    { instances, opportunities }: ReactivatableLead,
    { processes }: Pick<ReactivationInput, 'processes'>,
    fate: OpportunityFate | null,
): boolean {
    const finishes = fate === 'cancel' && opportunities.some((opportunity) => !isClosed(opportunity));
    return repairWrites(instances, processes, finishes).length > 0;
}

/** What opens a lead again. */
export function reactivationChange(
    lead: ReactivatableLead,
    { status, note, fate }: ReactivationAnswer,
    surroundings: Omit<ReactivationSurroundings, 'instances'>,
): LeadChange {
    const canceled = fate === 'cancel' ? lead.opportunities.filter((opportunity) => !isClosed(opportunity)) : [];
    return {
        id: lead.id,
        state: LeadState.open,
        status,
        etag: lead.etag,
        writes: reactivationWrites(lead, { status, note, canceled }, { ...surroundings, instances: lead.instances }),
    };
}
