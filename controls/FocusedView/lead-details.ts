import { Gate } from '../../lifecycle/choices';
import { selectName, Table } from '../../lifecycle/columns';
import { columnsOfGate } from '../../lifecycle/criteria/gate';
import type { Criterion } from '../../lifecycle/configuration/criterion';
import { numberOf, plainId, textOf, type Row } from '../../lifecycle/row';
import { asDate, type Activity } from './card-model';
import { ActivityColumn, ActivityState, ActivityTable, DetailColumn, NoteColumn } from './lead-columns';
import { readActivity } from './open-activities';

type Reader = Pick<ComponentFramework.WebApi, 'retrieveMultipleRecords' | 'retrieveRecord'>;

const FORMATTED = '@OData.Community.Display.V1.FormattedValue';
/** Entries of the short timeline. */
const MOST = 30;

/** One line of the timeline. */
export interface TimelineEntry {
    readonly id: string;
    /** `annotation`, or the logical name of an activity's table. */
    readonly type: string;
    readonly title: string;
    readonly text: string;
    readonly at: Date | null;
    readonly atText: string;
}

/** A lead with what happened and what is still to do. */
export interface LeadDetails {
    readonly id: string;
    readonly row: Row;
    readonly open: readonly Activity[];
    /** Newest first. */
    readonly timeline: readonly TimelineEntry[];
}

/**
 * Reads a lead, its activities and its notes, in three requests at once.
 * @param criteria whose columns are read as well
 */
export async function readDetails(webApi: Reader, id: string, criteria: readonly Criterion[]): Promise<LeadDetails> {
    const [row, activities, notes] = await Promise.all([
        readLead(webApi, id, criteria),
        readMany(webApi, ActivityTable.any, activitiesFetch(id)),
        readMany(webApi, ActivityTable.note, notesFetch(id)),
    ]);
    const isOpen = (activity: Row): boolean => {
        const state = numberOf(activity, ActivityColumn.state);
        return state === ActivityState.open || state === ActivityState.scheduled;
    };
    const timeline = [...activities.filter((it) => !isOpen(it)).map(activityEntry), ...notes.map(noteEntry)];
    return {
        id,
        row,
        open: activities.filter(isOpen).map(readActivity).sort(byDueDate),
        timeline: timeline.sort((a, b) => (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0)),
    };
}

/** A criterion may name a column that the environment no longer has; the whole row is read then. */
async function readLead(webApi: Reader, id: string, criteria: readonly Criterion[]): Promise<Row> {
    const columns = [...new Set([...Object.values(DetailColumn), ...columnsOfGate(Gate.qualify, criteria)])];
    try {
        return await webApi.retrieveRecord(Table.lead, id, `?$select=${columns.map(selectName).join(',')}`);
    } catch (error) {
        console.error(error);
        return webApi.retrieveRecord(Table.lead, id);
    }
}

async function readMany(webApi: Reader, table: string, fetchXml: string): Promise<readonly Row[]> {
    const { entities } = await webApi.retrieveMultipleRecords(table, `?fetchXml=${encodeURIComponent(fetchXml)}`);
    return entities;
}

function activitiesFetch(leadId: string): string {
    const columns = Object.values(ActivityColumn).filter((column) => column !== ActivityColumn.regarding);
    return recentFetch(ActivityTable.any, columns, ActivityColumn.regarding, leadId, ActivityColumn.modifiedOn);
}

function notesFetch(leadId: string): string {
    const columns = Object.values(NoteColumn).filter((column) => column !== NoteColumn.object);
    return recentFetch(ActivityTable.note, columns, NoteColumn.object, leadId, NoteColumn.createdOn);
}

function recentFetch(table: string, columns: readonly string[], parent: string, leadId: string, order: string): string {
    const attributes = columns.map((name) => `<attribute name="${name}"/>`).join('');
    return (
        `<fetch count="${MOST}"><entity name="${table}">${attributes}<order attribute="${order}" descending="true"/>` +
        `<filter><condition attribute="${parent}" operator="eq" value="${plainId(leadId)}"/></filter></entity></fetch>`
    );
}

function activityEntry(row: Row): TimelineEntry {
    const column = textOf(row, ActivityColumn.end) === '' ? ActivityColumn.modifiedOn : ActivityColumn.end;
    return {
        id: plainId(textOf(row, ActivityColumn.id)),
        type: textOf(row, ActivityColumn.type),
        title: textOf(row, ActivityColumn.subject),
        text: plainText(textOf(row, ActivityColumn.description)),
        at: asDate(textOf(row, column)),
        atText: textOf(row, `${column}${FORMATTED}`),
    };
}

function noteEntry(row: Row): TimelineEntry {
    return {
        id: plainId(textOf(row, NoteColumn.id)),
        type: ActivityTable.note,
        title: textOf(row, NoteColumn.subject) || textOf(row, NoteColumn.fileName),
        text: plainText(textOf(row, NoteColumn.text)),
        at: asDate(textOf(row, NoteColumn.createdOn)),
        atText: textOf(row, `${NoteColumn.createdOn}${FORMATTED}`),
    };
}

/** Notes and e-mails may be HTML. It is parsed into an inert document: nothing in it loads or runs. */
function plainText(text: string): string {
    if (!/<[a-z][^>]*>/i.test(text)) return text;
    return new DOMParser().parseFromString(text, 'text/html').body.textContent?.trim() ?? '';
}

function byDueDate(a: Activity, b: Activity): number {
    const time = (activity: Activity): number => activity.due?.getTime() ?? Number.MAX_SAFE_INTEGER;
    return time(a) - time(b);
}

/** The text that the platform gives for a column's value. */
export function shownText(row: Row, column: string): string {
    const formatted = row[`${selectName(column)}${FORMATTED}`] ?? row[`${column}${FORMATTED}`];
    return typeof formatted === 'string' ? formatted : textOf(row, column);
}
