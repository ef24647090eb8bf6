import type { LeadState } from '../choices';
import type { StatusReason } from '../configuration/status-reason';
import { decide, type TransitionFacts, type TransitionRules } from './decide';

/** A status reason that a lead may go to. */
export interface PermittedTarget extends StatusReason {
    readonly noteRequired: boolean;
}

/**
 * The status reasons that a lead may go to, in the environment's order. A note that is still to be written does not
 * rule a target out: the dialog asks for it.
 * @param state only targets of this state
 */
export function permittedTargets(
    from: number | null,
    rules: TransitionRules,
    facts: TransitionFacts,
    state?: LeadState,
): readonly PermittedTarget[] {
    return rules.statusReasons
        .filter((reason) => reason.value !== from && (state === undefined || reason.state === state))
        .flatMap((reason): readonly PermittedTarget[] => {
            const decision = decide(from, reason.value, rules, { ...facts, note: facts.note ?? '' });
            if (decision.allowed) return [{ ...reason, noteRequired: false }];
            const onlyNoteMissing = decision.refusals.every((refusal) => refusal.code === 'note-missing');
            return onlyNoteMissing ? [{ ...reason, noteRequired: true }] : [];
        });
}
