import { isSameMove, type StoredTransition } from './stored-transition';

/**
 * Gives what comes from a file the ids of the transitions that it stands for here, so that they are changed instead of
 * being deleted and created again.
 * @param known the transitions that there are; each lends its id once
 */
export function adoptIds(
    incoming: readonly StoredTransition[],
    known: readonly StoredTransition[],
): readonly StoredTransition[] {
    const free = [...known];
    return incoming.map((transition) => {
        const index = free.findIndex((other) => isSameMove(other, transition));
        const [match] = index < 0 ? [] : free.splice(index, 1);
        return match ? { ...transition, id: match.id } : transition;
    });
}
