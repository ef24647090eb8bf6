import { LeadState } from '../choices';
import { LeadColumn, Navigation } from '../columns';
import { numberOf, type Row } from '../row';
import type { PermittedTarget } from '../transitions/permitted-targets';

export interface ReactivationAnswer {
    readonly status: number;
    readonly note: string;
}

/** Where the lead was before it was closed, if it may go back there; else the first target. */
export function proposeStatus(lead: Row, targets: readonly PermittedTarget[]): number | null {
    const previous = numberOf(lead, LeadColumn.previousStatus);
    return (targets.find((target) => target.value === previous) ?? targets[0])?.value ?? null;
}

/** The columns to write on the lead: open again, and free of what closed it (the history keeps that). */
export function reactivationColumns(from: number, answer: ReactivationAnswer): Row {
    return {
        [LeadColumn.state]: LeadState.open,
        [LeadColumn.status]: answer.status,
        [LeadColumn.previousStatus]: from,
        [LeadColumn.disqualificationNote]: null,
        [LeadColumn.revisitOn]: null,
        [`${Navigation.disqualificationReason}@odata.bind`]: null,
    };
}
