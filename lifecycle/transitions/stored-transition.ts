import { RowState } from '../choices';
import { TransitionColumn } from '../columns';
import { readTransition, type Transition } from '../configuration/transition';
import { numberOf, type Row } from '../row';

/** A transition as its table keeps it. Only active ones permit anything. */
export interface StoredTransition extends Transition {
    readonly isActive: boolean;
}

/** @returns null for a row without both status reasons, which permits nothing */
export function readStoredTransition(row: Row): StoredTransition | null {
    const transition = readTransition(row);
    if (transition === null) return null;
    return { ...transition, isActive: (numberOf(row, TransitionColumn.state) ?? RowState.active) === RowState.active };
}

/** Longest texts that the table's columns hold, in characters. */
export const LONGEST = { name: 200, requiredColumns: 500, requiredRole: 100, message: 500 } as const;

/** Whether two transitions say the same, whatever their ids. */
export function saysTheSame(one: StoredTransition, other: StoredTransition): boolean {
    return (
        one.from === other.from &&
        one.to === other.to &&
        one.requiredColumns.join(',') === other.requiredColumns.join(',') &&
        one.noteRequired === other.noteRequired &&
        one.requiredRole === other.requiredRole &&
        one.message === other.message &&
        one.isActive === other.isActive
    );
}

/** Whether two transitions are rivals: the same move for the same people. One per role may lead the same way. */
export function isSameMove(
    one: Pick<StoredTransition, 'from' | 'to' | 'requiredRole'>,
    other: Pick<StoredTransition, 'from' | 'to' | 'requiredRole'>,
): boolean {
    return (
        one.from === other.from &&
        one.to === other.to &&
        one.requiredRole.toLowerCase() === other.requiredRole.toLowerCase()
    );
}
