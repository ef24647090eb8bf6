import type { StatusReason } from '../configuration/status-reason';
import { wayBetween } from './decide';
import type { StoredTransition } from './stored-transition';
import { hasColumn, hasRole, type Surroundings } from './surroundings';

/**
 * Whether some lead and some user could ever make the move: it is active, the environment has both status reasons,
 * Dataverse knows such a way, and nothing is asked for that does not exist.
 */
export function isPassable(transition: StoredTransition, surroundings: Surroundings): boolean {
    const { from, to, isActive, requiredColumns, requiredRole } = transition;
    return (
        isActive &&
        from !== to &&
        platformPermits(from, to, surroundings.statusReasons) &&
        requiredColumns.every((column) => hasColumn(surroundings, column)) &&
        hasRole(surroundings, requiredRole)
    );
}

/** Whether Dataverse itself lets a lead go there; false as well when the environment lacks one of the two. */
export function platformPermits(from: number, to: number, statusReasons: readonly StatusReason[]): boolean {
    const origin = statusReasons.find((reason) => reason.value === from);
    const target = statusReasons.find((reason) => reason.value === to);
    return origin !== undefined && target !== undefined && wayBetween(origin.state, target.state) !== null;
}
