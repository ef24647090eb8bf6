import { plainId, textOf, type Row } from '../../lifecycle/row';
import { asDate, type Activity } from './card-model';
import { ActivityColumn, ActivityState, ActivityTable } from './lead-columns';

type Reader = Pick<ComponentFramework.WebApi, 'retrieveMultipleRecords'>;

const FORMATTED = '@OData.Community.Display.V1.FormattedValue';

/** Open activities of each lead, by its id. A lead without any is not in it. */
export type ActivitiesByLead = ReadonlyMap<string, readonly Activity[]>;

/**
 * Reads the open activities of many leads in one request.
 * @param leadIds at most some 250: the ids travel in the address, unless the platform sends it as a batch
 */
export async function readOpenActivities(webApi: Reader, leadIds: readonly string[]): Promise<ActivitiesByLead> {
    const query = `?fetchXml=${encodeURIComponent(openActivitiesFetch(leadIds))}`;
    const { entities } = await webApi.retrieveMultipleRecords(ActivityTable.any, query);
    const byLead = new Map<string, Activity[]>();
    for (const row of entities as readonly Row[]) {
        const lead = plainId(textOf(row, ActivityColumn.regarding));
        byLead.set(lead, [...(byLead.get(lead) ?? []), readActivity(row)]);
    }
    return byLead;
}

export function openActivitiesFetch(leadIds: readonly string[]): string {
    const { id, subject, type, due, regarding, state } = ActivityColumn;
    const attributes = [id, subject, type, due, regarding].map((name) => `<attribute name="${name}"/>`).join('');
    return (
        `<fetch><entity name="${ActivityTable.any}">${attributes}<order attribute="${due}"/><filter>` +
        `<condition attribute="${state}" operator="in"><value>${ActivityState.open}</value><value>${ActivityState.scheduled}</value></condition>` +
        `<condition attribute="${regarding}" operator="in">${leadIds.map((lead) => `<value>${plainId(lead)}</value>`).join('')}</condition>` +
        '</filter></entity></fetch>'
    );
}

export function readActivity(row: Row): Activity {
    const due = textOf(row, ActivityColumn.due);
    return {
        id: plainId(textOf(row, ActivityColumn.id)),
        type: textOf(row, ActivityColumn.type),
        subject: textOf(row, ActivityColumn.subject),
        due: due === '' ? null : asDate(due),
        dueText: textOf(row, `${ActivityColumn.due}${FORMATTED}`),
    };
}
