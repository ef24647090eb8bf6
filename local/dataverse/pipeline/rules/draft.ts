import type { Pipeline } from '../pipeline';
import type { TablePlan } from '../table-plan';
import type { RequestContext, Row, Value } from '../types';

/** What a message inside the platform may do that a caller may not. */
export interface WriteOptions {
    /** The platform writes for itself: no privileges are asked for, closed rows can be written. */
    readonly asSystem?: boolean;
    /** A closing message (QualifyLead, WinOpportunity …) may set the states that only it leads to. */
    readonly byClosingMessage?: boolean;
    /** Whether the caller may change the closed row was asked before steps ran; what steps add is not the caller's. */
    readonly closedRowChecked?: boolean;
}

/** A row on its way into the store. Rules read it, refuse it or complete its `values`. */
export interface Draft {
    readonly pipeline: Pipeline;
    readonly plan: TablePlan;
    readonly id: string;
    /** The whole row as it was; undefined while it is created. */
    readonly before: Row | undefined;
    /** What will be written. */
    readonly values: { [column: string]: Value };
    readonly context: RequestContext;
    readonly options: WriteOptions;
}

/** The value a column will have when the draft is written. */
export function resulting(draft: Draft, column: string): Value {
    const value = draft.values[column];
    return value === undefined ? (draft.before?.[column] ?? null) : value;
}

/** Whether the draft gives a value for the column. */
export function isGiven(draft: Draft, column: string): boolean {
    return draft.values[column] !== undefined;
}
