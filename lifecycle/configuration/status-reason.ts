import { LeadState, LeadStatus } from '../choices';

/** A status reason of lead with the state that it belongs to. */
export interface StatusReason {
    readonly value: number;
    readonly label: string;
    readonly state: LeadState;
}

const STOCK_STATES: ReadonlyMap<number, LeadState> = new Map<number, LeadState>([
    [LeadStatus.new, LeadState.open],
    [LeadStatus.contacted, LeadState.open],
    [LeadStatus.qualified, LeadState.qualified],
    [LeadStatus.lost, LeadState.disqualified],
    [LeadStatus.cannotContact, LeadState.disqualified],
    [LeadStatus.noLongerInterested, LeadState.disqualified],
    [LeadStatus.canceled, LeadState.disqualified],
]);

/**
 * State of a status reason: as the environment's metadata has it, else as Dynamics 365 Sales ships it.
 * @returns null for a status reason that neither knows
 */
export function stateOf(status: number, statusReasons: readonly StatusReason[]): LeadState | null {
    return statusReasons.find((reason) => reason.value === status)?.state ?? STOCK_STATES.get(status) ?? null;
}

/** The label, or the bare number of a status reason that the environment no longer has. */
export function labelOf(status: number | null, statusReasons: readonly StatusReason[]): string {
    if (status === null) return '';
    return statusReasons.find((reason) => reason.value === status)?.label ?? String(status);
}

/** What a move is called: "New → Lost". Starts with the target while the lead had no status reason. */
export function moveName(from: number | null, to: number, statusReasons: readonly StatusReason[]): string {
    return [from, to]
        .filter((status) => status !== null)
        .map((status) => labelOf(status, statusReasons))
        .join(' → ');
}
