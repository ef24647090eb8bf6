import type { StoredTransition } from '../../lifecycle/transitions/stored-transition';

/** A draft that outlives the page, with the rows that it was made from. */
export interface KeptDraft {
    readonly base: readonly StoredTransition[];
    readonly present: readonly StoredTransition[];
}

export interface DraftStore {
    read(): KeptDraft | null;
    /** Null when there is nothing to keep any more. */
    write(draft: KeptDraft | null): void;
}

const VERSION = 1;

/**
 * Keeps drafts in the browser, so that nobody loses one by going to another page.
 * @param name of the user, whose drafts are kept apart from others'; browsers keep environments apart by themselves
 */
export function createDraftStore(name: string, storage: () => Storage | null = browserStorage): DraftStore {
    const key = `LeadLifecycle.TransitionMap.${name}`;
    return {
        read: () => {
            const text = storage()?.getItem(key);
            return text ? readKept(text) : null;
        },
        write: (draft) => {
            try {
                if (draft === null) storage()?.removeItem(key);
                else storage()?.setItem(key, JSON.stringify({ version: VERSION, ...draft }));
            } catch {
                // A full or forbidden storage costs the draft when the page is left, not the work in it.
            }
        },
    };
}

function readKept(text: string): KeptDraft | null {
    try {
        const kept = JSON.parse(text) as { version?: unknown; base?: unknown; present?: unknown };
        const base = readStoredTransitionList(kept.base);
        const present = readStoredTransitionList(kept.present);
        return kept.version === VERSION && base && present ? { base, present } : null;
    } catch {
        return null;
    }
}

/** Null where the browser forbids it. */
function browserStorage(): Storage | null {
    try {
        return window.localStorage;
    } catch {
        return null;
    }
}

/** @returns null for what is not a list of transitions, such as what an earlier version of this component has kept */
function readStoredTransitionList(value: unknown): readonly StoredTransition[] | null {
    return Array.isArray(value) && value.every(isStoredTransition) ? value : null;
}

function isStoredTransition(value: unknown): value is StoredTransition {
    if (typeof value !== 'object' || value === null) return false;
    const one = value as Partial<Record<keyof StoredTransition, unknown>>;
    return (
        typeof one.id === 'string' &&
        typeof one.from === 'number' &&
        typeof one.to === 'number' &&
        Array.isArray(one.requiredColumns) &&
        one.requiredColumns.every((column) => typeof column === 'string') &&
        typeof one.noteRequired === 'boolean' &&
        typeof one.requiredRole === 'string' &&
        typeof one.message === 'string' &&
        typeof one.isActive === 'boolean'
    );
}
