import type { Table } from '../columns';
import type { DisqualificationAnswer, ReasonGroup } from '../disqualify/disqualification';
import type { Match } from '../qualify/conversion';
import type { ReactivationAnswer } from '../reactivate/reactivation';
import type { Row } from '../row';
import type { ExplainedTarget } from '../transitions/explain';
import type { PermittedTarget } from '../transitions/permitted-targets';

/** What a command that runs in its dialog is called with; the dialog reads the rest. */
export interface CommandCall {
    /** Ids of the rows that it is about, in lower case without braces. */
    readonly ids: readonly string[];
    /** The process instance of the only lead, where a form knows it. */
    readonly processInstanceId: string | null;
    /** The status reason that was chosen already; null for none. */
    readonly status: number | null;
}

/** How such a command ended. */
export interface CommandResult {
    /** Ids of the rows that have been changed. */
    readonly changed: readonly string[];
    /** The row whose form is to be opened; null for none. */
    readonly open: { readonly table: Table; readonly id: string } | null;
}

/** A criterion as a dialog shows it. */
export interface CriterionLine {
    readonly name: string;
    /** What is still to do; empty for a met one. */
    readonly hint: string;
}

export interface QualifyInput {
    readonly leadName: string;
    /** The columns of `conversionColumns`. */
    readonly lead: Row;
    readonly met: readonly CriterionLine[];
    readonly blocking: readonly CriterionLine[];
    readonly warnings: readonly CriterionLine[];
    /** Whole percent. */
    readonly progress: number;
    /** Names of the account and contact that the lead already has; empty without. */
    readonly accountName: string;
    readonly contactName: string;
    /** Existing rows that the lead may stand for. */
    readonly accounts: readonly Match[];
    readonly contacts: readonly Match[];
    /** Labels of columns by logical name, for those that a new row would lack. */
    readonly columnLabels: Readonly<Record<string, string>>;
    readonly noteRequired: boolean;
}

export interface QualifyAnswer {
    readonly accountId: string | null;
    readonly contactId: string | null;
    readonly note: string;
}

export interface DisqualifyInput {
    readonly leadNames: readonly string[];
    readonly groups: readonly ReasonGroup[];
    /** The user's day, as `YYYY-MM-DD`. */
    readonly today: string;
}

export interface ReactivateInput {
    readonly leadNames: readonly string[];
    readonly targets: readonly PermittedTarget[];
    readonly proposed: number | null;
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

/** Every dialog: what goes in, and what comes out. */
export interface Dialogs {
    readonly qualify: { readonly input: QualifyInput; readonly answer: QualifyAnswer };
    readonly disqualify: { readonly input: DisqualifyInput; readonly answer: DisqualificationAnswer };
    readonly reactivate: { readonly input: ReactivateInput; readonly answer: ReactivationAnswer };
    readonly status: { readonly input: StatusInput; readonly answer: StatusAnswer };
}

export type DialogName = keyof Dialogs;
