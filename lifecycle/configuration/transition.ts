import { TransitionColumn } from '../columns';
import { booleanOf, numberOf, plainId, plainText, textOf, type Row } from '../row';

/** One permitted move of a lead from one status reason to another, and what it demands. */
export interface Transition {
    readonly id: string;
    readonly from: number;
    readonly to: number;
    /** Logical names of columns of lead that must hold a value. */
    readonly requiredColumns: readonly string[];
    readonly noteRequired: boolean;
    /** Name of a security role; empty when anyone may. */
    readonly requiredRole: string;
    /** The maker's own words for a refusal; empty for the standard ones. */
    readonly message: string;
}

/** @returns null for a row without both status reasons, which permits nothing */
export function readTransition(row: Row): Transition | null {
    const from = numberOf(row, TransitionColumn.from);
    const to = numberOf(row, TransitionColumn.to);
    if (from === null || to === null) return null;
    return {
        id: plainId(textOf(row, TransitionColumn.id)),
        from,
        to,
        requiredColumns: columnList(textOf(row, TransitionColumn.requiredColumns)),
        noteRequired: booleanOf(row, TransitionColumn.noteRequired),
        requiredRole: plainText(textOf(row, TransitionColumn.requiredRole)),
        message: plainText(textOf(row, TransitionColumn.message)),
    };
}

/** Logical names out of a comma separated list; makers also type semicolons, spaces and capitals. */
export function columnList(text: string): readonly string[] {
    const names = plainText(text)
        .toLowerCase()
        .split(/[,; ]+/);
    return [...new Set(names.filter((name) => name !== ''))];
}
