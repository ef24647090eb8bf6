import type { ClientTable } from '../../../dataverse/client/types';
import { plainId } from '../../platform/guid';
import { formattedValue } from '../../platform/row-annotations';
import type { Platform, WebApiRow } from '../../platform/types';
import { readPage } from '../../platform/web-api';

/** A note or an activity in the timeline. */
export interface TimelineItem {
    readonly kind: 'note' | 'activity';
    readonly id: string;
    /** `annotation`, or the activity's own table. */
    readonly table: string;
    readonly subject: string;
    readonly text: string;
    readonly person: string;
    /** When it happened or is due; the timeline is sorted by it. */
    readonly time: Date;
    /** Activities that still have to be done. */
    readonly isOpen: boolean;
    readonly isOverdue: boolean;
    readonly dueOn: Date | null;
    readonly typeLabel: string;
    readonly statusLabel: string;
}

/** Items read of each kind; a timeline shows the newest. */
const MOST = 100;
/** statecode of activities that are still to be done: open and scheduled. */
const OPEN_STATES: readonly unknown[] = [0, 3];

/** Reads notes and activities of a row, newest first. */
export async function timelineItems(
    platform: Platform,
    table: ClientTable,
    id: string,
    now: Date,
): Promise<readonly TimelineItem[]> {
    const [notes, activities] = await Promise.all([
        table.hasNotes ? readNotes(platform, id) : [],
        table.hasActivities ? readActivities(platform, id, now) : [],
    ]);
    return [...notes, ...activities].sort((left, right) => right.time.getTime() - left.time.getTime());
}

async function readNotes(platform: Platform, id: string): Promise<TimelineItem[]> {
    const { body } = await platform.webApi.request(
        'GET',
        `annotations?$select=annotationid,subject,notetext,createdon,_createdby_value&$filter=_objectid_value eq ${id}` +
            `&$orderby=createdon desc&$top=${MOST}`,
    );
    return readPage(body).rows.map((row) => ({
        kind: 'note',
        id: plainId(String(row.annotationid)),
        table: 'annotation',
        subject: text(row.subject),
        text: plainText(text(row.notetext)),
        person: formattedValue(row, 'createdby'),
        time: date(row.createdon) ?? new Date(0),
        isOpen: false,
        isOverdue: false,
        dueOn: null,
        typeLabel: '',
        statusLabel: '',
    }));
}

async function readActivities(platform: Platform, id: string, now: Date): Promise<TimelineItem[]> {
    const columns = [
        'activityid',
        'activitytypecode',
        'subject',
        'description',
        'statecode',
        'scheduledend',
        'actualend',
        'modifiedon',
        'createdon',
        'ownerid',
    ];
    const page = await platform.webApi.fetch(
        'activitypointer',
        `<fetch page="1" count="${MOST}"><entity name="activitypointer">` +
            columns.map((name) => `<attribute name="${name}"/>`).join('') +
            `<filter><condition attribute="regardingobjectid" operator="eq" value="${id}"/></filter>` +
            '<order attribute="modifiedon" descending="true"/></entity></fetch>',
    );
    return page.rows.map((row) => activity(row, now));
}

function activity(row: WebApiRow, now: Date): TimelineItem {
    const dueOn = date(row.scheduledend);
    const isOpen = OPEN_STATES.includes(row.statecode);
    const done = date(row.actualend) ?? date(row.modifiedon) ?? date(row.createdon) ?? now;
    return {
        kind: 'activity',
        id: plainId(String(row.activityid)),
        table: text(row.activitytypecode),
        subject: text(row.subject),
        text: plainText(text(row.description)),
        person: formattedValue(row, 'ownerid'),
        time: isOpen ? (dueOn ?? done) : done,
        isOpen,
        isOverdue: isOpen && dueOn !== null && dueOn < now,
        dueOn,
        typeLabel: formattedValue(row, 'activitytypecode'),
        // Status reasons differ from table to table, and activitypointer knows only its own.
        statusLabel: formattedValue(row, 'statecode'),
    };
}

function text(value: unknown): string {
    return typeof value === 'string' ? value : '';
}

function date(value: unknown): Date | null {
    return typeof value === 'string' && value !== '' ? new Date(value) : null;
}

/** E-mails and notes may hold HTML; the timeline shows their words. */
function plainText(value: string): string {
    return /<[a-z][^>]*>/i.test(value)
        ? (new DOMParser().parseFromString(value, 'text/html').body.textContent ?? '').trim()
        : value;
}
