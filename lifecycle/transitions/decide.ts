import { LeadState } from '../choices';
import type { Transition } from '../configuration/transition';
import { stateOf, type StatusReason } from '../configuration/status-reason';
import { isBlank, valueOf, type Row } from '../row';

/** What the decision rests on, besides the two status reasons. */
export interface TransitionFacts {
    /** Values of the lead's columns by logical name. */
    readonly lead: Row;
    readonly note?: string;
    /** Names of the user's security roles. */
    readonly roles: readonly string[];
}

export interface TransitionRules {
    readonly transitions: readonly Transition[];
    readonly statusReasons: readonly StatusReason[];
    /** An admin has switched the makers' rules off: only what Dataverse itself refuses is refused. */
    readonly guardIsOff?: boolean;
}

/** Why a move is refused. */
export type Refusal =
    /** No transition leads there. */
    | { readonly code: 'not-permitted' }
    /** Dataverse itself knows no such way: a qualified lead cannot be disqualified, a closed one not qualified. */
    | { readonly code: 'platform-refuses' }
    /** The environment has no such status reason. */
    | { readonly code: 'unknown-status' }
    | { readonly code: 'columns-missing'; readonly columns: readonly string[] }
    | { readonly code: 'note-missing' }
    | { readonly code: 'role-missing'; readonly role: string };

/** How a permitted move is carried out. Only `update` may be done by writing the status reason on the form. */
export type Way = 'none' | 'update' | 'qualify' | 'disqualify' | 'reactivate';

export type Decision =
    | { readonly allowed: true; readonly way: Way; readonly transition: Transition | null }
    | {
          readonly allowed: false;
          readonly refusals: readonly Refusal[];
          /** The maker's own words; empty for the standard ones. */
          readonly message: string;
      };

/**
 * Decides whether a lead may go from one status reason to another.
 *
 * The objective: one answer for form, ribbon, grid, card and server. First what Dataverse can do at all, then what the
 * makers permit. Several transitions may lead the same way (one per role, say); one that is satisfied is enough, and
 * of those that are not, the one that lacks least is reported, and of equal ones that of the lowest id.
 * @param from null while the lead is being created: it may start in any open status reason
 */
export function decide(from: number | null, to: number, rules: TransitionRules, facts: TransitionFacts): Decision {
    if (from === to) return { allowed: true, way: 'none', transition: null };
    const target = stateOf(to, rules.statusReasons);
    if (target === null) return refused({ code: 'unknown-status' });
    if (from === null) {
        return target === LeadState.open
            ? { allowed: true, way: 'update', transition: null }
            : refused({ code: 'platform-refuses' });
    }
    const way = wayBetween(stateOf(from, rules.statusReasons), target);
    if (way === null) return refused({ code: 'platform-refuses' });
    if (rules.guardIsOff) return { allowed: true, way, transition: null };

    const candidates = rules.transitions
        .filter((transition) => transition.from === from && transition.to === to)
        .map((transition) => ({ transition, refusals: lacks(transition, facts) }));
    const satisfied = candidates.find((candidate) => candidate.refusals.length === 0);
    if (satisfied) return { allowed: true, way, transition: satisfied.transition };
    const [nearest] = candidates.sort(
        (a, b) => a.refusals.length - b.refusals.length || (a.transition.id < b.transition.id ? -1 : 1),
    );
    if (!nearest) return refused({ code: 'not-permitted' });
    return { allowed: false, refusals: nearest.refusals, message: nearest.transition.message };
}

/**
 * How Dataverse gets from one state of lead to another; null when it does not.
 * Microsoft Learn, "QualifyLead Action" (only open leads qualify) and "Qualify or convert leads" (closed leads are
 * read-only until they are reactivated).
 */
export function wayBetween(from: LeadState | null, to: LeadState): Way | null {
    if (from === to) return 'update';
    switch (to) {
        case LeadState.open:
            return 'reactivate';
        case LeadState.qualified:
            return from === LeadState.open ? 'qualify' : null;
        case LeadState.disqualified:
            return from === LeadState.open ? 'disqualify' : null;
    }
}

/** Whether a user with these roles may take the transition; capitals do not matter. */
export function mayUse(transition: Pick<Transition, 'requiredRole'>, roles: readonly string[]): boolean {
    const role = transition.requiredRole.toLowerCase();
    return role === '' || roles.some((name) => name.toLowerCase() === role);
}

function lacks(transition: Transition, facts: TransitionFacts): readonly Refusal[] {
    const columns = transition.requiredColumns.filter((column) => isBlank(valueOf(facts.lead, column)));
    const refusals: Refusal[] = [];
    if (!mayUse(transition, facts.roles)) refusals.push({ code: 'role-missing', role: transition.requiredRole });
    if (columns.length > 0) refusals.push({ code: 'columns-missing', columns });
    if (transition.noteRequired && isBlank(facts.note)) refusals.push({ code: 'note-missing' });
    return refusals;
}

function refused(refusal: Refusal): Decision {
    return { allowed: false, refusals: [refusal], message: '' };
}
