import { LeadState } from '../choices';
import type { StatusReason } from '../configuration/status-reason';

/** What the environment has of the things that transitions name. */
export interface Surroundings {
    readonly statusReasons: readonly StatusReason[];
    /** The status reason that new leads start in; null for the first open one. */
    readonly startStatus: number | null;
    /** Logical names of lead's columns; null while they are unknown, and then every name passes. */
    readonly columns: ReadonlySet<string> | null;
    /** Names of security roles; null while they are unknown, and then every name passes. */
    readonly roles: readonly string[] | null;
}

/** Where new leads start; null in an environment without open status reasons. */
export function startOf({ startStatus, statusReasons }: Surroundings): number | null {
    const open = statusReasons.filter((reason) => reason.state === LeadState.open);
    return open.find((reason) => reason.value === startStatus)?.value ?? open[0]?.value ?? null;
}

export function hasColumn({ columns }: Surroundings, column: string): boolean {
    return columns === null || columns.has(column);
}

/** Names of roles are compared as the rules compare them: capitals do not matter. */
export function hasRole({ roles }: Surroundings, role: string): boolean {
    return role === '' || roles === null || roles.some((name) => name.toLowerCase() === role.toLowerCase());
}
