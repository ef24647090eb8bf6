import { anyOf, inAddresses } from '../change-leads/addresses';
import { plainId, textOf, valueOf, type Row } from '../row';
import type { Write } from '../web-api/web-api';

/** An activity of a lead that is still to be done. */
export interface OpenActivity {
    readonly id: string;
    /** Logical name of its table, such as `phonecall`. */
    readonly table: string;
    readonly subject: string;
    /** ISO 8601; empty for none. */
    readonly due: string;
}

/**
 * How the activities of Dynamics 365 Sales are canceled: the status reason of the state Canceled that each has
 * (Microsoft Learn, table references of task, phonecall, appointment, email, letter and fax).
 */
const CANCELED: ReadonlyMap<string, { readonly entitySet: string; readonly status: number }> = new Map([
    ['task', { entitySet: 'tasks', status: 6 }],
    ['phonecall', { entitySet: 'phonecalls', status: 3 }],
    ['appointment', { entitySet: 'appointments', status: 4 }],
    ['email', { entitySet: 'emails', status: 5 }],
    ['letter', { entitySet: 'letters', status: 5 }],
    ['fax', { entitySet: 'faxes', status: 5 }],
]);

const CANCELED_STATE = 2;
const REGARDING = '_regardingobjectid_value';
/** Open, and Scheduled, which only appointments are. */
const IS_OPEN = '(statecode eq 0 or statecode eq 3)';

/** Addresses that read the open activities of leads. */
export function activityAddresses(leadIds: readonly string[]): readonly string[] {
    const select = `$select=activityid,activitytypecode,subject,scheduledend,${REGARDING}`;
    return inAddresses(leadIds).map(
        (some) => `activitypointers?${select}&$filter=${IS_OPEN} and (${anyOf(REGARDING, some)})`,
    );
}

/** Open activities by lead, the one that is due first at the top. */
export function openActivities(rows: readonly Row[]): ReadonlyMap<string, readonly OpenActivity[]> {
    const found = new Map<string, OpenActivity[]>();
    for (const row of rows) {
        const leadId = plainId(String(valueOf(row, 'regardingobjectid') ?? ''));
        const activity = {
            id: plainId(textOf(row, 'activityid')),
            table: textOf(row, 'activitytypecode'),
            subject: textOf(row, 'subject'),
            due: textOf(row, 'scheduledend'),
        };
        found.set(leadId, [...(found.get(leadId) ?? []), activity]);
    }
    for (const [leadId, activities] of found) found.set(leadId, [...activities].sort(byDue));
    return found;
}

function byDue(a: OpenActivity, b: OpenActivity): number {
    if (a.due === b.due) return 0;
    if (a.due === '') return 1;
    return b.due === '' || a.due < b.due ? -1 : 1;
}

/** Whether we know how an activity is canceled; of a maker's own kind we do not. */
export function canCancel({ table }: Pick<OpenActivity, 'table'>): boolean {
    return CANCELED.has(table);
}

/** What cancels activities; those of unknown kinds stay open. */
export function cancelWrites(activities: readonly OpenActivity[]): readonly Write[] {
    return activities.flatMap(({ id, table }): readonly Write[] => {
        const canceled = CANCELED.get(table);
        if (!canceled) return [];
        return [
            {
                kind: 'update',
                entitySet: canceled.entitySet,
                id,
                columns: { statecode: CANCELED_STATE, statuscode: canceled.status },
            },
        ];
    });
}
