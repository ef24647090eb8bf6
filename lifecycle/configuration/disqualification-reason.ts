import { ReasonColumn } from '../columns';
import { booleanOf, numberOf, plainId, textOf, type Row } from '../row';

/** One reason that a seller may give for closing a lead. */
export interface DisqualificationReason {
    readonly id: string;
    readonly name: string;
    /** The status reason that it sets. */
    readonly status: number;
    readonly noteRequired: boolean;
    /** Days after which the lead is worth another look; null for never. */
    readonly revisitAfterDays: number | null;
    readonly order: number;
}

/** @returns null for a row without a status reason, which could close nothing */
export function readDisqualificationReason(row: Row): DisqualificationReason | null {
    const status = numberOf(row, ReasonColumn.status);
    if (status === null) return null;
    return {
        id: plainId(textOf(row, ReasonColumn.id)),
        name: textOf(row, ReasonColumn.name),
        status,
        noteRequired: booleanOf(row, ReasonColumn.noteRequired),
        revisitAfterDays: numberOf(row, ReasonColumn.revisitAfterDays),
        order: numberOf(row, ReasonColumn.order) ?? 0,
    };
}
