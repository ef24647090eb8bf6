import { NoteColumn, Table, type EntitySet } from '../../lifecycle/columns';
import { messageOf } from '../../lifecycle/commands/outcome';
import type { Criterion } from '../../lifecycle/configuration/criterion';
import { linesText } from '../../lifecycle/criteria/gaps-text';
import { plainId } from '../../lifecycle/row';
import { refreshTimeline } from './refresh-timeline';
import type { FormRules } from './rules';

export interface NotedRow {
    readonly table: string;
    readonly entitySet: EntitySet;
}

const FAILED = 'leadlifecycle-note';

/**
 * Keeps in the timeline what a seller has left open; who and when is told by the note itself. A note that cannot be
 * written is told on the form: the move has been made.
 * @param title of the note
 */
export async function noteOpenPoints(
    form: Xrm.FormContext,
    { host }: FormRules,
    { table, entitySet }: NotedRow,
    title: string,
    open: readonly Criterion[],
): Promise<void> {
    if (open.length === 0) return;
    const labels = await host.columnLabels(
        table,
        open.map(({ column }) => column),
    );
    const lines = linesText(open, (column) => labels[column] ?? column, host.text);
    try {
        await Xrm.WebApi.createRecord(Table.note, {
            [NoteColumn.title]: title,
            [NoteColumn.text]: host.text('gate.note.text', lines),
            [`${NoteColumn.about}${table}@odata.bind`]: `/${entitySet}(${plainId(form.data.entity.getId())})`,
        });
        refreshTimeline(form);
    } catch (error) {
        host.report(error);
        form.ui.setFormNotification(host.text('gate.note.failed', messageOf(error)), 'WARNING', FAILED);
    }
}
