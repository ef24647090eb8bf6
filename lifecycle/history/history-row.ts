import { EntitySet, HistoryColumn, Navigation } from '../columns';
import { moveName, type StatusReason } from '../configuration/status-reason';
import type { Row } from '../row';

export interface StatusChange {
    readonly leadId: string;
    readonly from: number | null;
    readonly to: number;
    readonly userId: string;
    readonly at: Date;
    /** When the lead came to `from`; null when nobody knows. */
    readonly since: Date | null;
    readonly note?: string | null;
    /** A row of the reasons table. */
    readonly reasonId?: string | null;
}

const NAME_LENGTH = 200;
const MILLISECONDS_A_DAY = 86_400_000;

/** The row that keeps a change of status reason. */
export function historyRow(change: StatusChange, statusReasons: readonly StatusReason[]): Row {
    return {
        [HistoryColumn.name]: moveName(change.from, change.to, statusReasons).slice(0, NAME_LENGTH),
        [HistoryColumn.from]: change.from,
        [HistoryColumn.to]: change.to,
        [HistoryColumn.changedOn]: change.at.toISOString(),
        [HistoryColumn.daysInFormer]: change.since === null ? null : daysBetween(change.since, change.at),
        [HistoryColumn.note]: change.note ?? null,
        [`${Navigation.historyLead}@odata.bind`]: `/${EntitySet.lead}(${change.leadId})`,
        [`${Navigation.historyChangedBy}@odata.bind`]: `/${EntitySet.systemUser}(${change.userId})`,
        ...(change.reasonId && {
            [`${Navigation.disqualificationReason}@odata.bind`]: `/${EntitySet.disqualificationReason}(${change.reasonId})`,
        }),
    };
}

/** Days with two decimals; never negative, whatever the clocks of client and server say. */
export function daysBetween(since: Date, until: Date): number {
    const days = Math.max(0, until.getTime() - since.getTime()) / MILLISECONDS_A_DAY;
    return Math.round(days * 100) / 100;
}
