import { HistoryColumn, LeadColumn, Table } from '../columns';
import { historyRow, type StatusChange } from '../history/history-row';
import { textOf, type Row } from '../row';
import { leadId, leadStatus } from './lead-row';
import type { Host, Operation } from './host';

/** What keeping the history asks of a host. */
export type HistoryHost = Pick<
    Host,
    'user' | 'now' | 'statusReasons' | 'retrieveMultiple' | 'create' | 'changeSet' | 'report'
>;

export type Change = Pick<StatusChange, 'to' | 'note' | 'reasonId'>;

/**
 * The write that keeps a change of status reason.
 * @param lead the row as it was before; only id, status reason and creation date are read
 */
export async function historyOperation(host: HistoryHost, lead: Row, change: Change): Promise<Operation> {
    const columns = historyRow(
        {
            ...change,
            leadId: leadId(lead),
            from: leadStatus(lead),
            userId: host.user.id,
            at: host.now(),
            since: await lastChange(host, lead),
        },
        await host.statusReasons(),
    );
    return { kind: 'create', table: Table.statusHistory, columns };
}

/** Writes the lead, the note that travels with the change, and its history: all or nothing. */
export async function changeStatus(host: HistoryHost, lead: Row, columns: Row, change: Change): Promise<void> {
    const noted = { ...columns, ...(change.note && { [LeadColumn.statusNote]: change.note }) };
    await host.changeSet([
        { kind: 'update', table: Table.lead, id: leadId(lead), columns: noted },
        await historyOperation(host, lead, change),
    ]);
}

/**
 * Keeps a change that has already happened (a saved form, a qualification). Without the history the change is still
 * right, so a failure is reported and not thrown.
 */
export async function recordChange(host: HistoryHost, lead: Row, change: Change): Promise<void> {
    try {
        const operation = await historyOperation(host, lead, change);
        await host.create(operation.table, operation.columns);
    } catch (error) {
        host.report(error);
    }
}

/** When the lead came to its present status reason: its last change, else its creation. */
async function lastChange(host: HistoryHost, lead: Row): Promise<Date | null> {
    const options =
        `?$select=${HistoryColumn.changedOn}&$filter=_${HistoryColumn.lead}_value eq ${leadId(lead)}` +
        `&$orderby=${HistoryColumn.changedOn} desc&$top=1`;
    const [last] = await host.retrieveMultiple(Table.statusHistory, options);
    const since = (last && textOf(last, HistoryColumn.changedOn)) || textOf(lead, LeadColumn.createdOn);
    return since === '' ? null : new Date(since);
}
