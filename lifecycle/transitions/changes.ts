import { saysTheSame, type StoredTransition } from './stored-transition';

/** What of a transition can be changed. From and to cannot: another move is another transition. */
export const CHANGEABLE = ['requiredColumns', 'noteRequired', 'requiredRole', 'message', 'isActive'] as const;
export type Changeable = (typeof CHANGEABLE)[number];

/** One difference between two lists of transitions. */
export type Change =
    | { readonly kind: 'added'; readonly after: StoredTransition }
    | { readonly kind: 'removed'; readonly before: StoredTransition }
    | {
          readonly kind: 'changed';
          readonly before: StoredTransition;
          readonly after: StoredTransition;
          readonly members: readonly Changeable[];
      };

/**
 * The differences between two lists, transitions being the same by their id: first what is removed, then what is
 * changed, then what is added. That order lets a changeset replace one transition by a rival of it.
 */
export function changesBetween(
    before: readonly StoredTransition[],
    after: readonly StoredTransition[],
): readonly Change[] {
    const former = new Map(before.map((transition) => [transition.id, transition]));
    const latter = new Set(after.map((transition) => transition.id));
    const removed = before.filter(({ id }) => !latter.has(id)).map((one): Change => ({ kind: 'removed', before: one }));
    const changed = after.flatMap((one): readonly Change[] => {
        const other = former.get(one.id);
        if (other === undefined || saysTheSame(other, one)) return [];
        return [{ kind: 'changed', before: other, after: one, members: changedMembers(other, one) }];
    });
    const added = after.filter(({ id }) => !former.has(id)).map((one): Change => ({ kind: 'added', after: one }));
    return [...removed, ...changed, ...added];
}

/** The transition that a change is about: as it will be, or as it was when it goes. */
export function subjectOf(change: Change): StoredTransition {
    return change.kind === 'removed' ? change.before : change.after;
}

function changedMembers(before: StoredTransition, after: StoredTransition): readonly Changeable[] {
    return CHANGEABLE.filter((member) => String(before[member]) !== String(after[member]));
}
