import { LeadState, Test } from '../choices';
import { wayBetween } from '../transitions/decide';
import type { Criterion } from './criterion';
import { stateOf, type StatusReason } from './status-reason';
import type { Transition } from './transition';

/** What a maker cannot mean: the row would permit nothing, or says again what another one says. */
export type TransitionProblem = 'same' | 'platform' | 'duplicate';

/**
 * @param others the table's rows; the one with the transition's own id does not count
 * @returns null when nothing speaks against the transition
 */
export function transitionProblem(
    transition: Pick<Transition, 'id' | 'from' | 'to' | 'requiredRole'>,
    others: readonly Transition[],
    statusReasons: readonly StatusReason[],
): TransitionProblem | null {
    const { id, from, to, requiredRole } = transition;
    if (from === to) return 'same';
    const target = stateOf(to, statusReasons);
    if (target === null || wayBetween(stateOf(from, statusReasons), target) === null) return 'platform';
    // Several may lead the same way, one per role.
    const isDuplicate = others.some(
        (other) =>
            other.id !== id &&
            other.from === from &&
            other.to === to &&
            other.requiredRole.toLowerCase() === requiredRole.trim().toLowerCase(),
    );
    return isDuplicate ? 'duplicate' : null;
}

/** Whether a disqualification may set the status reason. */
export function closesLead(status: number, statusReasons: readonly StatusReason[]): boolean {
    return stateOf(status, statusReasons) === LeadState.disqualified;
}

/** Whether the test compares with a value. */
export function comparesWithValue(test: Criterion['test']): boolean {
    switch (test) {
        case Test.hasAValue:
        case Test.isYes:
            return false;
        case Test.equals:
        case Test.doesNotEqual:
        case Test.atLeast:
        case Test.atMost:
        case Test.oneOf:
            return true;
    }
}
