import type { ClosingOutcome } from '../close-opportunity/closing';
import type { Table } from '../columns';
import type { Row } from '../row';
import type { ExplainedTarget } from '../transitions/explain';

/** What a command that runs in its dialog is called with; the dialog reads the rest. */
export interface CommandCall {
    /** Ids of the rows that it is about, in lower case without braces. */
    readonly ids: readonly string[];
    /** The process instance of the only lead, where a form knows it. */
    readonly processInstanceId: string | null;
    /** The status reason that was chosen already; null for none. */
    readonly status: number | null;
    /** What a form knows of the only lead, so that its dialog need not read it first; a guess, not to be relied on. */
    readonly known?: Row;
}

/** How such a command ended. */
export interface CommandResult {
    /** Ids of the rows that have been changed. */
    readonly changed: readonly string[];
    /** The row whose form is to be opened; null for none. */
    readonly open: { readonly table: Table; readonly id: string } | null;
}

/** Status reasons of one state, as the dialog shows them. */
export interface StatusGroup {
    /** Name of the state. */
    readonly label: string;
    readonly targets: readonly ExplainedTarget[];
}

export interface StatusInput {
    readonly leadName: string;
    /** Label of the present status reason. */
    readonly current: string;
    readonly groups: readonly StatusGroup[];
    /** What is chosen at first; null for nothing. */
    readonly proposed: number | null;
    readonly guardIsOff: boolean;
}

export interface StatusAnswer {
    readonly status: number;
    readonly note: string;
}

/** An open criterion as the gate's dialog shows it. */
export interface GateCriterion {
    readonly column: string;
    /** What is still to do. */
    readonly hint: string;
    /** Display name of the column. */
    readonly label: string;
    /** By how much it counts, in whole percent. */
    readonly share: number;
    /** Whether the form has a field for it. */
    readonly isReachable: boolean;
}

/** What stands in the way of a move; one of the lists has something in it. */
export interface GateInput {
    /** Name of the stage, or of the command, that the gate belongs to. */
    readonly stage: string;
    readonly blocking: readonly GateCriterion[];
    readonly warnings: readonly GateCriterion[];
    /** Weight of the met criteria in whole percent. */
    readonly progress: number;
}

export type GateAnswer =
    /** The seller wants to fill in a column; nothing moves. */
    | { readonly kind: 'focus'; readonly column: string }
    /** The seller goes on with what is only recommended still open. */
    | { readonly kind: 'pass' };

/** What closing opportunities is called with. */
export interface CloseOpportunityCall extends CommandCall {
    readonly outcome: ClosingOutcome;
    /** Columns that the form has a field for; null away from the form of an opportunity. */
    readonly reachable: readonly string[] | null;
}

export interface CloseOpportunityResult extends CommandResult {
    /** The column whose field the seller wants to fill in first; null for none. */
    readonly focus: string | null;
}

/** Every dialog: what goes in, and what comes out. */
export interface Dialogs {
    readonly qualify: { readonly input: CommandCall; readonly answer: CommandResult };
    readonly disqualify: { readonly input: CommandCall; readonly answer: CommandResult };
    readonly reactivate: { readonly input: CommandCall; readonly answer: CommandResult };
    readonly 'qualify-many': { readonly input: CommandCall; readonly answer: CommandResult };
    readonly status: { readonly input: StatusInput; readonly answer: StatusAnswer };
    readonly gate: { readonly input: GateInput; readonly answer: GateAnswer };
    readonly 'close-opportunity': { readonly input: CloseOpportunityCall; readonly answer: CloseOpportunityResult };
    readonly 'reopen-opportunity': { readonly input: CommandCall; readonly answer: CommandResult };
}

export type DialogName = keyof Dialogs;
