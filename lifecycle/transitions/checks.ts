import { LeadState } from '../choices';
import { isPassable, platformPermits } from './passable';
import { leadingTo, reachableFrom } from './reachability';
import { isSameMove, LONGEST, type StoredTransition } from './stored-transition';
import { hasColumn, hasRole, startOf, type Surroundings } from './surroundings';

/** What may be wrong with one transition. All of it keeps the move from ever happening, or says it twice. */
export type TransitionFindingCode =
    /** It leads to where it starts. */
    | 'same'
    /** The environment has no such status reason. */
    | 'status-missing'
    /** Dataverse itself knows no such way. */
    | 'platform'
    /** Another one says the same for the same people. */
    | 'duplicate'
    /** It demands a column that lead does not have. */
    | 'column-missing'
    /** The names of the columns that it demands are longer, together, than the table's column holds. */
    | 'too-many-columns'
    /** It demands a role that the environment does not have. */
    | 'role-missing';

/** What may be wrong with the map as a whole, seen from one status reason. */
export type StatusFindingCode =
    /** No chain of moves leads there from where leads start. */
    | 'unreachable'
    /** It is open and no move leads out. */
    | 'dead-end'
    /** Moves lead out, but none of them ever to a closed one. */
    | 'never-closes';

export type Finding =
    | {
          readonly kind: 'transition';
          readonly code: TransitionFindingCode;
          readonly transition: StoredTransition;
          /** The name of what is missing; empty where nothing is. */
          readonly subject: string;
      }
    | { readonly kind: 'status'; readonly code: StatusFindingCode; readonly status: number };

/** Whether it has to be put right before the transition may be saved. */
export function isError(finding: Finding): boolean {
    return finding.kind === 'transition';
}

/** Everything that speaks against the transitions: first one by one, then as a map. */
export function checkTransitions(
    transitions: readonly StoredTransition[],
    surroundings: Surroundings,
): readonly Finding[] {
    return [
        ...transitions.flatMap((transition) => checkTransition(transition, transitions, surroundings)),
        ...checkMap(transitions, surroundings),
    ];
}

/** What is wrong with one transition among the others. */
export function checkTransition(
    transition: StoredTransition,
    others: readonly StoredTransition[],
    surroundings: Surroundings,
): readonly Finding[] {
    const found = (code: TransitionFindingCode, subject = ''): Finding => ({
        kind: 'transition',
        code,
        transition,
        subject,
    });
    const { from, to, requiredColumns, requiredRole } = transition;
    const { statusReasons } = surroundings;
    const missing = [from, to].filter((status) => !statusReasons.some((reason) => reason.value === status));
    const findings: Finding[] = missing.map((status) => found('status-missing', String(status)));
    if (from === to) findings.push(found('same'));
    else if (missing.length === 0 && !platformPermits(from, to, statusReasons)) findings.push(found('platform'));
    const isDuplicate = others.some(
        (other) => other.id !== transition.id && other.isActive && isSameMove(other, transition),
    );
    if (transition.isActive && isDuplicate) findings.push(found('duplicate'));
    for (const column of requiredColumns) {
        if (!hasColumn(surroundings, column)) findings.push(found('column-missing', column));
    }
    if (requiredColumns.join(',').length > LONGEST.requiredColumns) findings.push(found('too-many-columns'));
    if (!hasRole(surroundings, requiredRole)) findings.push(found('role-missing', requiredRole));
    return findings;
}

function checkMap(transitions: readonly StoredTransition[], surroundings: Surroundings): readonly Finding[] {
    const { statusReasons } = surroundings;
    const edges = transitions.filter((transition) => isPassable(transition, surroundings));
    const start = startOf(surroundings);
    const reached = reachableFrom(start === null ? [] : [start], edges);
    const closed = statusReasons.filter((reason) => reason.state !== LeadState.open).map((reason) => reason.value);
    const closing = leadingTo(closed, edges);
    return statusReasons.flatMap(({ value: status, state }): readonly Finding[] => {
        const found = (code: StatusFindingCode): Finding => ({ kind: 'status', code, status });
        const findings: Finding[] = [];
        if (!reached.has(status)) findings.push(found('unreachable'));
        if (state === LeadState.open && !edges.some((edge) => edge.from === status)) findings.push(found('dead-end'));
        else if (!closing.has(status)) findings.push(found('never-closes'));
        return findings;
    });
}
