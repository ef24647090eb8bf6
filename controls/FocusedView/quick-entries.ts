import { EntitySet } from '../../lifecycle/columns';
import { plainId } from '../../lifecycle/row';
import { ActivityState, ActivityTable } from './lead-columns';

type Writer = Pick<ComponentFramework.WebApi, 'createRecord' | 'updateRecord'>;

/** Microsoft Learn, "activityparty EntityType": participation types. */
const Participation = { sender: 1, recipient: 2 } as const;

export interface CallEntry {
    readonly subject: string;
    readonly description: string;
    readonly phoneNumber: string;
}

/**
 * Logs a call that has been made: an outgoing phone call from the user to the lead, completed. Dataverse takes no
 * closed activity at creation, so it is closed by a second request.
 */
export async function logCall(webApi: Writer, leadId: string, userId: string, call: CallEntry): Promise<void> {
    const lead = `/${EntitySet.lead}(${plainId(leadId)})`;
    const { id } = await webApi.createRecord(ActivityTable.phoneCall, {
        subject: call.subject,
        description: call.description || null,
        phonenumber: call.phoneNumber || null,
        directioncode: true,
        'regardingobjectid_lead_phonecall@odata.bind': lead,
        phonecall_activity_parties: [
            {
                'partyid_systemuser@odata.bind': `/${EntitySet.systemUser}(${plainId(userId)})`,
                participationtypemask: Participation.sender,
            },
            { 'partyid_lead@odata.bind': lead, participationtypemask: Participation.recipient },
        ],
    });
    await completeActivity(webApi, ActivityTable.phoneCall, id);
}

export async function addNote(webApi: Writer, leadId: string, text: string): Promise<void> {
    await webApi.createRecord(ActivityTable.note, {
        notetext: text,
        'objectid_lead@odata.bind': `/${EntitySet.lead}(${plainId(leadId)})`,
    });
}

/** Completes an activity; Dataverse chooses the status reason that stands for "completed" in its table. */
export async function completeActivity(webApi: Writer, table: string, id: string): Promise<void> {
    await webApi.updateRecord(table, plainId(id), { statecode: ActivityState.completed });
}
