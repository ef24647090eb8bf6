import * as React from 'react';
import { NONE_CHECKED, withAllToggled, without, withRange, withToggled, type CheckedLeads } from './checked-leads';

/** Which leads are checked, and what changes that. */
export interface Checking {
    readonly leads: CheckedLeads;
    readonly toggle: (id: string) => void;
    /** Checks all from the lead that was toggled last. */
    readonly extendTo: (id: string) => void;
    readonly toggleAll: () => void;
    /** Takes the check from these; from all when left out. */
    readonly clear: (ids?: readonly string[]) => void;
}

interface Kept {
    readonly viewId: string;
    readonly leads: CheckedLeads;
    /** The lead that was toggled last; a range starts there. */
    readonly anchor: string | null;
}

/**
 * Keeps checks by id, so that paging, refreshing and searching lose none of them; another view starts without any.
 * @param shownIds in their order
 */
export function useChecked(viewId: string, shownIds: readonly string[]): Checking {
    const [kept, setKept] = React.useState<Kept>({ viewId, leads: NONE_CHECKED, anchor: null });
    const change = (next: (former: Kept) => Omit<Kept, 'viewId'>): void =>
        setKept((former) => ({ ...next(former.viewId === viewId ? former : emptyFor(viewId)), viewId }));
    return {
        leads: kept.viewId === viewId ? kept.leads : NONE_CHECKED,
        toggle: (id) => change(({ leads }) => ({ leads: withToggled(leads, id), anchor: id })),
        extendTo: (id) =>
            change(({ leads, anchor }) => ({ leads: withRange(leads, shownIds, anchor, id), anchor: anchor ?? id })),
        toggleAll: () => change(({ leads, anchor }) => ({ leads: withAllToggled(leads, shownIds), anchor })),
        clear: (ids) =>
            change(({ leads }) => ({ leads: ids === undefined ? NONE_CHECKED : without(leads, ids), anchor: null })),
    };
}

function emptyFor(viewId: string): Kept {
    return { viewId, leads: NONE_CHECKED, anchor: null };
}
