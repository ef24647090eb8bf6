import { LeadState } from '../choices';
import {
    allRows,
    columnsOfTransitions,
    inOrder,
    labelAddress,
    labelsOf,
    leadAddresses,
    readAll,
    rowsIfAny,
    wholeLeadAddresses,
} from '../change-leads/addresses';
import { changingLeads, targetsOfAny, type ChangingLead } from '../change-leads/changing-lead';
import type { DialogHost } from '../commands/dialog-host';
import { localDay } from '../commands/lead-row';
import { LeadColumn } from '../columns';
import type { DisqualificationReason } from '../configuration/disqualification-reason';
import { groupReasons, reasonsFor, type ReasonGroup } from './disqualification';
import { activityAddresses, openActivities, type OpenActivity } from './open-activities';

export interface DisqualifiableLead extends ChangingLead {
    readonly activities: readonly OpenActivity[];
}

/** Everything that is known about leads that are to be disqualified. */
export interface DisqualificationInput {
    /** In the order of the ids; those that are gone or may not be seen are left out. */
    readonly leads: readonly DisqualifiableLead[];
    readonly groups: readonly ReasonGroup[];
    /** The user's day, as `YYYY-MM-DD`. */
    readonly today: string;
}

const COLUMNS: readonly string[] = [
    LeadColumn.id,
    LeadColumn.fullName,
    LeadColumn.topic,
    LeadColumn.companyName,
    LeadColumn.state,
    LeadColumn.status,
    LeadColumn.parentAccount,
    LeadColumn.parentContact,
];

/**
 * Reads leads and what else is to be decided with them, in one request.
 * @param status only reasons of this status reason are offered; null for all
 * @throws Refused, ConnectionLost
 */
export async function prepareDisqualification(
    host: DialogHost,
    ids: readonly string[],
    status: number | null,
): Promise<DisqualificationInput> {
    const asked = columnsOfTransitions(host.configuration);
    const label = labelAddress(asked);
    const ofLeads = leadAddresses(ids, [...COLUMNS, ...asked]);
    const ofActivities = activityAddresses(ids);
    const answers = await readAll(host.webApi, [...ofLeads, ...ofActivities, ...(label === null ? [] : [label])]);
    const leadAnswers = answers.slice(0, ofLeads.length);
    const rows = leadAnswers.every(({ ok }) => ok)
        ? allRows(leadAnswers)
        : allRows(await readAll(host.webApi, wholeLeadAddresses(ids)));
    const rest = answers.slice(ofLeads.length);
    const activities = openActivities(rowsIfAny(rest.slice(0, ofActivities.length)));
    const labels = labelsOf(rowsIfAny(rest.slice(ofActivities.length)));
    const leads = changingLeads(host, inOrder(ids, rows), LeadState.disqualified, labels).map((lead) => ({
        ...lead,
        activities: activities.get(lead.id) ?? [],
    }));
    const targets = targetsOfAny(leads).filter(({ value }) => status === null || value === status);
    return {
        leads,
        groups: groupReasons(reasonsFor(host.configuration, targets), targets),
        today: localDay(host.now()),
    };
}

/** The reason of an id among those that are offered; null for none. */
export function reasonOf(
    { groups }: Pick<DisqualificationInput, 'groups'>,
    id: string | null,
): DisqualificationReason | null {
    return groups.flatMap(({ reasons }) => reasons).find((reason) => reason.id === id) ?? null;
}
