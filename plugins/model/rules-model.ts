import type { LeadState } from '../../lifecycle/choices';
import type { Language } from '../../lifecycle/defaults';

export type Labels = Readonly<Record<Language, string>>;

/** How a column's value becomes the text by which rules compare it. */
export type ColumnKind =
    | 'text'
    | 'number'
    | 'yes-no'
    | 'choice'
    | 'choices'
    /** A date without a time. */
    | 'day'
    /** A date with a time, kept in UTC. */
    | 'moment'
    | 'id'
    | 'lookup';

/** A table that a lookup refers to. */
export interface LookupTarget {
    /** Entity set name. */
    readonly table: string;
    /** Logical name of its primary key. */
    readonly key: string;
}

/** Tables whose columns a rule may name. */
export const RULED_TABLES = ['lead', 'opportunity'] as const;
export type RuledTable = (typeof RULED_TABLES)[number];

/** A column that a rule may name. */
export interface RuledColumn {
    readonly name: string;
    readonly kind: ColumnKind;
    readonly labels: Labels;
    /** Of a lookup; several when it may refer to more than one table. */
    readonly targets?: readonly LookupTarget[];
}

/** A status reason of lead as the environment has it. */
export interface StatusReasonModel {
    readonly value: number;
    readonly state: LeadState;
    /** Whether a change of state that names no status reason leads here. */
    readonly isDefault: boolean;
    readonly labels: Labels;
}

/**
 * What the plug-ins are generated for: from the solution's source when the solution is built, from the environment's
 * metadata when it is deployed, so that a rule may name a maker's own column.
 */
export interface RulesModel {
    readonly columns: Readonly<Record<RuledTable, readonly RuledColumn[]>>;
    readonly statusReasons: readonly StatusReasonModel[];
}
