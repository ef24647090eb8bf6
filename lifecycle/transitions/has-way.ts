import type { LeadState } from '../choices';
import { stateOf } from '../configuration/status-reason';
import { mayUse, wayBetween, type TransitionRules } from './decide';

/**
 * Whether a command that leads to another state makes sense for a lead at all: some status reason of that state can be
 * reached from where the lead is, by somebody with these roles. What the seller can still fill in (columns, a note)
 * does not count, so that the command can say what is missing.
 * @param from status reason of the lead
 * @param to the state that the command leads to
 */
export function hasWay(from: number, to: LeadState, rules: TransitionRules, roles: readonly string[]): boolean {
    const state = stateOf(from, rules.statusReasons);
    if (state === to || wayBetween(state, to) === null) return false;
    if (rules.guardIsOff) return true;
    return rules.transitions.some(
        (transition) =>
            transition.from === from && stateOf(transition.to, rules.statusReasons) === to && mayUse(transition, roles),
    );
}
