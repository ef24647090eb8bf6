import { LeadState } from '../../lifecycle/choices';
import type { StatusReason } from '../../lifecycle/configuration/status-reason';

/** Status reasons of one state. */
export interface StatusGroup {
    readonly state: number;
    readonly label: string;
    readonly reasons: readonly StatusReason[];
}

/**
 * Status reasons by state, in the order of the states and, within one, of the metadata. A state without a label of its
 * own (an environment that answered no states) is named by its number.
 */
export function groupByState(
    reasons: readonly StatusReason[],
    stateLabels: ReadonlyMap<number, string>,
): readonly StatusGroup[] {
    return Object.values(LeadState)
        .map((state) => ({
            state,
            label: stateLabels.get(state) ?? String(state),
            reasons: reasons.filter((reason) => reason.state === state),
        }))
        .filter((group) => group.reasons.length > 0);
}
