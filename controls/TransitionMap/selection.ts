import type { StoredTransition } from '../../lifecycle/transitions/stored-transition';

/** What of the map the panel beside it shows. */
export type Selection =
    | { readonly kind: 'nothing' }
    | { readonly kind: 'status'; readonly status: number }
    /** One of the transitions that lead from one status reason to another. */
    | { readonly kind: 'move'; readonly id: string };

export const NOTHING_SELECTED: Selection = { kind: 'nothing' };

/** The selection as far as it still exists: an undo or an import may have taken it away. */
export function validSelection(
    selection: Selection,
    transitions: readonly StoredTransition[],
    statuses: readonly number[],
): Selection {
    switch (selection.kind) {
        case 'nothing':
            return selection;
        case 'status':
            return statuses.includes(selection.status) ? selection : NOTHING_SELECTED;
        case 'move':
            return transitions.some(({ id }) => id === selection.id) ? selection : NOTHING_SELECTED;
    }
}
