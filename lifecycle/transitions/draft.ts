import { mergeDraft } from './merge';
import type { StoredTransition } from './stored-transition';

/** Edits of the transitions that are not saved yet. */
export interface Draft {
    /** The rows as they were read. */
    readonly base: readonly StoredTransition[];
    /** The rows as they would be. */
    readonly present: readonly StoredTransition[];
    /** Former states, the latest last. */
    readonly past: readonly (readonly StoredTransition[])[];
    /** States that were undone, the next one to redo first. */
    readonly future: readonly (readonly StoredTransition[])[];
}

export type DraftAction =
    | { readonly type: 'edit'; readonly present: readonly StoredTransition[] }
    | { readonly type: 'undo' }
    | { readonly type: 'redo' }
    /** Back to the rows as they were read; can be undone as any other edit. */
    | { readonly type: 'discard' }
    /** Somebody else has changed the rows: their changes go under all that was edited, undone edits included. */
    | { readonly type: 'rebase'; readonly base: readonly StoredTransition[] }
    /** A draft of its own begins, such as after the former one was saved. */
    | {
          readonly type: 'start';
          readonly base: readonly StoredTransition[];
          readonly present: readonly StoredTransition[];
      };

/** How many edits can be undone. */
const STEPS = 200;

export function startDraft(base: readonly StoredTransition[], present: readonly StoredTransition[] = base): Draft {
    return { base, present, past: [], future: [] };
}

export function draftReducer(draft: Draft, action: DraftAction): Draft {
    switch (action.type) {
        case 'edit':
            return edited(draft, action.present);
        case 'discard':
            return draft.present === draft.base ? draft : edited(draft, draft.base);
        case 'undo': {
            const former = draft.past.at(-1);
            if (former === undefined) return draft;
            return {
                ...draft,
                present: former,
                past: draft.past.slice(0, -1),
                future: [draft.present, ...draft.future],
            };
        }
        case 'redo': {
            const [next, ...future] = draft.future;
            if (next === undefined) return draft;
            return { ...draft, present: next, past: [...draft.past, draft.present], future };
        }
        case 'rebase': {
            const carried = (state: readonly StoredTransition[]): readonly StoredTransition[] =>
                mergeDraft(draft.base, state, action.base).present;
            return {
                base: action.base,
                present: carried(draft.present),
                past: draft.past.map(carried),
                future: draft.future.map(carried),
            };
        }
        case 'start':
            return startDraft(action.base, action.present);
    }
}

function edited(draft: Draft, present: readonly StoredTransition[]): Draft {
    return { ...draft, present, past: [...draft.past, draft.present].slice(-STEPS), future: [] };
}
