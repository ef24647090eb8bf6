import { LeadColumn, Table } from '../columns';
import { isBlank, type Row } from '../row';
import type { Host } from './host';
import { leadId } from './lead-row';

/**
 * Writes a change of status reason with the note that travels with it. Dataverse keeps the note in the status history,
 * together with where the lead came from and how long it had been there.
 */
export function writeStatus(host: Pick<Host, 'update'>, lead: Row, columns: Row, note: string): Promise<void> {
    return host.update(Table.lead, leadId(lead), { ...columns, ...statusNote(note) });
}

/** The column that a note for a change of status reason travels in; nothing for a blank one. */
export function statusNote(note: string): Row {
    return isBlank(note) ? {} : { [LeadColumn.statusNote]: note.trim() };
}
