import type { Platform } from '../../platform/types';
import { bracedId } from '../../platform/guid';
import type { FormModel } from '../model/form-model';
import type { LookupValue } from '../model/values';
import { quickCreateRow } from '../quick-create/open-quick-create';
import type { TimelineItem } from './timeline-items';

/** Activities that the timeline offers to add, in the order of its menu. */
export const ACTIVITIES = ['appointment', 'email', 'phonecall', 'task'] as const;
export type ActivityTable = (typeof ACTIVITIES)[number];

/** The list in which the form's row is a party of a new activity. */
const PARTY_COLUMN: Readonly<Record<ActivityTable, string | null>> = {
    appointment: 'requiredattendees',
    email: 'to',
    phonecall: 'to',
    task: null,
};
/** Tables whose rows can be called, written to and invited. */
const PARTIES: readonly string[] = ['account', 'contact', 'lead'];

/** Opens the quick create form of an activity about the form's row. Answers whether one was created. */
export async function addActivity(platform: Platform, form: FormModel, table: ActivityTable): Promise<boolean> {
    if (form.id === null) {
        return false;
    }
    const row: LookupValue = { id: bracedId(form.id), name: form.primaryName, entityType: form.table.logicalName };
    const party = PARTIES.includes(form.table.logicalName) ? PARTY_COLUMN[table] : null;
    const phone = form.columnValue('telephone1') ?? form.columnValue('mobilephone');
    const created = await quickCreateRow(platform, {
        table,
        parameters: {
            regardingobjectid: [row],
            ...(party === null ? {} : { [party]: [row] }),
            ...(table === 'phonecall' && typeof phone === 'string' ? { phonenumber: phone } : {}),
        },
    });
    return created !== null;
}

export async function addNote(platform: Platform, form: FormModel, subject: string, text: string): Promise<void> {
    const notes = await platform.table('annotation');
    const relationship = notes.manyToOne.find(
        ({ referencingColumn, referencedTable }) =>
            referencingColumn === 'objectid' && referencedTable === form.table.logicalName,
    );
    const property = relationship?.lookupNavigationProperty ?? `objectid_${form.table.logicalName}`;
    await platform.webApi.create('annotation', {
        ...(subject === '' ? {} : { subject }),
        notetext: text,
        [`${property}@odata.bind`]: `/${form.table.entitySetName}(${form.id ?? ''})`,
    });
}

export async function changeNote(platform: Platform, id: string, subject: string, text: string): Promise<void> {
    await platform.webApi.update('annotation', id, { subject: subject === '' ? null : subject, notetext: text });
}

/** Closes an activity as done, with the status reason that its table has for that. */
export async function completeActivity(platform: Platform, item: TimelineItem): Promise<void> {
    const table = await platform.table(item.table);
    const status = table.columns.statecode?.options?.find(({ value }) => value === 1)?.defaultStatus;
    await platform.webApi.update(item.table, item.id, {
        statecode: 1,
        ...(status === undefined ? {} : { statuscode: status }),
    });
}
