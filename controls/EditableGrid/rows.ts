import { LeadState } from '../../lifecycle/choices';
import { LeadColumn } from '../../lifecycle/columns';
import { stateOf, type StatusReason } from '../../lifecycle/configuration/status-reason';
import { asNumber, textOf, type Row } from '../../lifecycle/row';
import type { DataSet } from './manifest';

export interface LeadRow {
    readonly id: string;
    /** Who it is, or what it is about. */
    readonly name: string;
    readonly status: number | null;
    /** Closed leads are read-only but for their status reason. */
    readonly isOpen: boolean;
    /** Values by column, as the rules take them. */
    readonly values: Row;
    /** Values as the user reads them. */
    readonly texts: Readonly<Record<string, string>>;
}

/** Rows of the data set in its own order. */
export function readRows(leads: DataSet, statusReasons: readonly StatusReason[]): readonly LeadRow[] {
    return leads.sortedRecordIds.flatMap((id) => {
        const record = leads.records[id];
        if (!record) return [];
        const values = Object.fromEntries(leads.columns.map(({ name }) => [name, record.getValue(name)]));
        const texts = Object.fromEntries(leads.columns.map(({ name }) => [name, record.getFormattedValue(name) ?? '']));
        const status = asNumber(values[LeadColumn.status]);
        const state = asNumber(values[LeadColumn.state]) ?? (status === null ? null : stateOf(status, statusReasons));
        return [
            {
                id,
                name: textOf(values, LeadColumn.fullName) || textOf(values, LeadColumn.topic),
                status,
                isOpen: state === null || state === LeadState.open,
                values,
                texts,
            },
        ];
    });
}
