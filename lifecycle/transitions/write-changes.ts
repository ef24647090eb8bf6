import { RowState } from '../choices';
import { TransitionColumn } from '../columns';
import { moveName, type StatusReason } from '../configuration/status-reason';
import type { Row } from '../row';
import type { Change, Changeable } from './changes';
import { LONGEST, type StoredTransition } from './stored-transition';

/** One write to the table of transitions; a changeset carries all of them or none. */
export type TransitionWrite =
    | { readonly kind: 'create'; readonly columns: Row }
    | { readonly kind: 'update'; readonly id: string; readonly columns: Row }
    | { readonly kind: 'delete'; readonly id: string };

/** Status reason of an inactive row, as every table of ours has it. */
const INACTIVE_STATUS = 2;
const ACTIVE_STATUS = 1;

/**
 * The writes that carry changes out, in their order.
 * @param statusReasons for the names of new rows
 */
export function writesFor(
    changes: readonly Change[],
    statusReasons: readonly StatusReason[],
): readonly TransitionWrite[] {
    return changes.flatMap((change): readonly TransitionWrite[] => {
        switch (change.kind) {
            case 'removed':
                return [{ kind: 'delete', id: change.before.id }];
            case 'changed':
                return [
                    {
                        kind: 'update',
                        id: change.after.id,
                        columns: Object.assign({}, ...change.members.map((member) => columnsOf(change.after, member))),
                    },
                ];
            case 'added':
                return creation(change.after, statusReasons);
        }
    });
}

/** Rows are created active (Microsoft Learn, "Create a table row using the Web API"); others are set so afterwards. */
function creation(transition: StoredTransition, statusReasons: readonly StatusReason[]): readonly TransitionWrite[] {
    const { id, from, to } = transition;
    const columns: Row = {
        [TransitionColumn.id]: id,
        [TransitionColumn.name]: moveName(from, to, statusReasons).slice(0, LONGEST.name),
        [TransitionColumn.from]: from,
        [TransitionColumn.to]: to,
        ...columnsOf(transition, 'requiredColumns'),
        ...columnsOf(transition, 'noteRequired'),
        ...columnsOf(transition, 'requiredRole'),
        ...columnsOf(transition, 'message'),
    };
    if (transition.isActive) return [{ kind: 'create', columns }];
    return [
        { kind: 'create', columns },
        { kind: 'update', id, columns: columnsOf(transition, 'isActive') },
    ];
}

function columnsOf(transition: StoredTransition, member: Changeable): Row {
    switch (member) {
        case 'requiredColumns':
            return { [TransitionColumn.requiredColumns]: transition.requiredColumns.join(',') || null };
        case 'noteRequired':
            return { [TransitionColumn.noteRequired]: transition.noteRequired };
        case 'requiredRole':
            return { [TransitionColumn.requiredRole]: transition.requiredRole || null };
        case 'message':
            return { [TransitionColumn.message]: transition.message || null };
        case 'isActive':
            return transition.isActive
                ? { [TransitionColumn.state]: RowState.active, statuscode: ACTIVE_STATUS }
                : { [TransitionColumn.state]: RowState.inactive, statuscode: INACTIVE_STATUS };
    }
}
