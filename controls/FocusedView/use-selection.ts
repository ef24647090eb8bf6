import * as React from 'react';
import { selectionAfter } from './card-model';

/**
 * Keeps the selection by id while the list changes around it; see `selectionAfter`.
 * @param settled whether the cards stand in their order yet; before that, none is selected by itself
 */
export function useSelection(
    ids: readonly string[],
    shownIds: readonly string[],
    settled: boolean,
): readonly [string | null, (id: string) => void] {
    const [selectedId, setSelectedId] = React.useState<string | null>(null);
    const formerIds = React.useRef<readonly string[]>([]);
    const loaded = selectedId !== null && ids.includes(selectedId);
    const successor = selectedId === null && !settled ? null : selectionAfter(selectedId, formerIds.current, shownIds);
    const next = loaded ? selectedId : successor;
    React.useEffect(() => setSelectedId(next), [next]);
    React.useEffect(() => {
        formerIds.current = shownIds;
    });
    return [next, setSelectedId];
}

/** Tells the host whenever other leads are selected: its command bar acts on them. */
export function useReportedSelection(ids: readonly string[], report: (ids: readonly string[]) => void): void {
    const latest = React.useRef({ ids, report });
    latest.current = { ids, report };
    const key = ids.join();
    React.useEffect(() => latest.current.report(latest.current.ids), [key]);
}
