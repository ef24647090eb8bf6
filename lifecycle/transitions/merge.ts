import { changesBetween, type Change } from './changes';
import { saysTheSame, type StoredTransition } from './stored-transition';

/** A draft laid over rows that somebody else has changed since they were read. */
export interface Merge {
    /** What the draft is now: their changes, and mine on top. */
    readonly present: readonly StoredTransition[];
    /** What they have changed. */
    readonly theirs: readonly Change[];
    /** Ids of what both have changed differently; mine is kept. */
    readonly conflicts: readonly string[];
}

/**
 * Merges by transition: what only one side has changed is taken from that side. Nothing of mine is lost, and what was
 * mine alone stays mine alone; what both have added alike is there once, as theirs.
 * @param base the rows as they were when the draft began
 * @param mine the draft
 * @param theirs the rows as they are
 */
export function mergeDraft(
    base: readonly StoredTransition[],
    mine: readonly StoredTransition[],
    theirs: readonly StoredTransition[],
): Merge {
    const inBase = byId(base);
    const inMine = byId(mine);
    const inTheirs = byId(theirs);
    const ids = [...new Set([...theirs, ...mine].map((transition) => transition.id))];
    const theirAdditions = theirs.filter(({ id }) => !inBase.has(id));
    const conflicts: string[] = [];
    const present = ids.flatMap((id) => {
        const [before, own, other] = [inBase.get(id), inMine.get(id), inTheirs.get(id)];
        const iChanged = !isSame(before, own);
        const theyChanged = !isSame(before, other);
        if (iChanged && theyChanged && !isSame(own, other)) conflicts.push(id);
        const isTheirsToo = !before && !other && own && theirAdditions.some((added) => saysTheSame(own, added));
        const kept = isTheirsToo ? undefined : iChanged ? own : other;
        return kept === undefined ? [] : [kept];
    });
    return { present, theirs: changesBetween(base, theirs), conflicts };
}

function byId(transitions: readonly StoredTransition[]): ReadonlyMap<string, StoredTransition> {
    return new Map(transitions.map((transition) => [transition.id, transition]));
}

function isSame(one: StoredTransition | undefined, other: StoredTransition | undefined): boolean {
    if (one === undefined || other === undefined) return one === other;
    return saysTheSame(one, other);
}
