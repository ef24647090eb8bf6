import type { Changeable } from './changes';
import type { StoredTransition } from './stored-transition';

/** A move that anybody may make and that demands nothing. */
export function plainTransition(id: string, from: number, to: number): StoredTransition {
    return { id, from, to, requiredColumns: [], noteRequired: false, requiredRole: '', message: '', isActive: true };
}

export function withTransition(
    transitions: readonly StoredTransition[],
    added: StoredTransition,
): readonly StoredTransition[] {
    return [...transitions, added];
}

export function withoutTransition(transitions: readonly StoredTransition[], id: string): readonly StoredTransition[] {
    return transitions.filter((transition) => transition.id !== id);
}

export function withChange(
    transitions: readonly StoredTransition[],
    id: string,
    change: Partial<Pick<StoredTransition, Changeable>>,
): readonly StoredTransition[] {
    return transitions.map((transition) => (transition.id === id ? { ...transition, ...change } : transition));
}
