import { LeadState } from '../choices';
import { LeadColumn } from '../columns';
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

/** The columns to write on the lead. Dataverse frees an open lead of what closed it; the history keeps that. */
export function reactivationColumns(answer: ReactivationAnswer): Row {
    return { [LeadColumn.state]: LeadState.open, [LeadColumn.status]: answer.status };
}
