import { LeadState } from '../choices';
import { isPassable } from './passable';
import { leadingTo } from './reachability';
import type { StoredTransition } from './stored-transition';
import type { Surroundings } from './surroundings';

/** What a change does to leads that stand in a status reason today. */
export type ConsequenceCode =
    /** Open leads that had a way out have none any more. */
    | 'no-way-out'
    /** Open leads that could be closed, by however many moves, cannot be any more. */
    | 'cannot-close'
    /** Closed leads that could be reopened cannot be any more. */
    | 'cannot-reopen';

export interface Consequence {
    readonly code: ConsequenceCode;
    /** The status reasons that it holds for, in the environment's order. */
    readonly statuses: readonly { readonly status: number; readonly leads: number | null }[];
    /** Leads that stand in them today; null when they could not be counted. */
    readonly leads: number | null;
}

/**
 * What a change of the transitions means for the leads that there are. Only what gets worse is said: a reason that had
 * no way out before is a matter of the checks.
 * @param counts leads by status reason; null when they could not be counted
 * @returns nothing where no lead is concerned
 */
export function consequencesOf(
    before: readonly StoredTransition[],
    after: readonly StoredTransition[],
    surroundings: Surroundings,
    counts: ReadonlyMap<number, number> | null,
): readonly Consequence[] {
    const former = outlook(before, surroundings);
    const next = outlook(after, surroundings);
    const lost: Readonly<Record<ConsequenceCode, (status: number, isOpen: boolean) => boolean>> = {
        'no-way-out': (status, isOpen) => isOpen && former.leaves.has(status) && !next.leaves.has(status),
        'cannot-close': (status, isOpen) =>
            isOpen && next.leaves.has(status) && former.closes.has(status) && !next.closes.has(status),
        'cannot-reopen': (status, isOpen) => !isOpen && former.reopens.has(status) && !next.reopens.has(status),
    };
    return (['no-way-out', 'cannot-close', 'cannot-reopen'] as const).flatMap((code): readonly Consequence[] => {
        const statuses = surroundings.statusReasons
            .filter((reason) => lost[code](reason.value, reason.state === LeadState.open))
            .map((reason) => ({
                status: reason.value,
                leads: counts === null ? null : (counts.get(reason.value) ?? 0),
            }))
            .filter(({ leads }) => leads !== 0);
        if (statuses.length === 0) return [];
        const leads = counts === null ? null : statuses.reduce((sum, one) => sum + (one.leads ?? 0), 0);
        return [{ code, statuses, leads }];
    });
}

interface Outlook {
    /** Status reasons that some move leads out of. */
    readonly leaves: ReadonlySet<number>;
    /** Those from which a closed one can be reached. */
    readonly closes: ReadonlySet<number>;
    /** Closed ones from which a move leads to an open one. */
    readonly reopens: ReadonlySet<number>;
}

function outlook(transitions: readonly StoredTransition[], surroundings: Surroundings): Outlook {
    const edges = transitions.filter((transition) => isPassable(transition, surroundings));
    const isOpen = (status: number): boolean =>
        surroundings.statusReasons.some((reason) => reason.value === status && reason.state === LeadState.open);
    const closed = surroundings.statusReasons.filter((reason) => reason.state !== LeadState.open);
    return {
        leaves: new Set(edges.map((edge) => edge.from)),
        closes: leadingTo(
            closed.map((reason) => reason.value),
            edges,
        ),
        reopens: new Set(edges.filter((edge) => !isOpen(edge.from) && isOpen(edge.to)).map((edge) => edge.from)),
    };
}
