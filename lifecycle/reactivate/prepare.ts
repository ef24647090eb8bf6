import { LeadState, OpportunityState } from '../choices';
import {
    allRows,
    anyOf,
    columnsOfTransitions,
    inAddresses,
    inOrder,
    labelAddress,
    labelsOf,
    leadAddresses,
    readAll,
    rowsIfAny,
    wholeLeadAddresses,
} from '../change-leads/addresses';
import { changingLeads, type ChangingLead } from '../change-leads/changing-lead';
import { readOpportunity, type Opportunity } from '../close-opportunity/opportunity';
import type { DialogHost } from '../commands/dialog-host';
import { localDay } from '../commands/lead-row';
import { EntitySet, LeadColumn, OpportunityColumn, selectName } from '../columns';
import { plainId, valueOf, type Row } from '../row';
import type { ReadAnswer } from '../web-api/web-api';
import {
    instancesAddress,
    LEAD_PROCESS_ADDRESSES,
    leadProcesses,
    processInstances,
    type LeadProcesses,
    type ProcessInstance,
} from './process-repair';
import { proposeStatus } from './reactivation';

export interface ReactivatableLead extends ChangingLead {
    /** Null when there is none that it may go to. */
    readonly proposed: number | null;
    /** That were made of the lead, open ones first. */
    readonly opportunities: readonly Opportunity[];
    readonly instances: readonly ProcessInstance[];
}

/** Everything that is known about closed leads that are to be opened again. */
export interface ReactivationInput {
    /** In the order of the ids; those that are gone or may not be seen are left out. */
    readonly leads: readonly ReactivatableLead[];
    readonly processes: LeadProcesses;
    /** The user's day, as `YYYY-MM-DD`. */
    readonly today: string;
}

const COLUMNS: readonly string[] = [
    LeadColumn.id,
    LeadColumn.fullName,
    LeadColumn.topic,
    LeadColumn.state,
    LeadColumn.status,
    LeadColumn.previousStatus,
    LeadColumn.disqualificationReason,
    LeadColumn.disqualificationNote,
];

const ORIGINATING_LEAD = '_originatingleadid_value';

function opportunityAddresses(leadIds: readonly string[]): readonly string[] {
    const columns = [
        OpportunityColumn.id,
        OpportunityColumn.name,
        OpportunityColumn.customer,
        OpportunityColumn.state,
        OpportunityColumn.status,
        OpportunityColumn.estimatedValue,
        OpportunityColumn.totalAmount,
        OpportunityColumn.isRevenueSystemCalculated,
        OpportunityColumn.actualValue,
        OpportunityColumn.modifiedOn,
    ].map(selectName);
    const query = `$select=${[...columns, ORIGINATING_LEAD].join(',')}&$expand=${OpportunityColumn.currency}($select=currencysymbol,currencyprecision)`;
    return inAddresses(leadIds).map(
        (some) => `${EntitySet.opportunity}?${query}&$filter=${anyOf(ORIGINATING_LEAD, some)}`,
    );
}

/**
 * Reads closed leads and what hangs on them, in one request.
 * @throws Refused, ConnectionLost
 */
export async function prepareReactivation(host: DialogHost, ids: readonly string[]): Promise<ReactivationInput> {
    const asked = columnsOfTransitions(host.configuration);
    const label = labelAddress(asked);
    const parts = [
        leadAddresses(ids, [...COLUMNS, ...asked]),
        opportunityAddresses(ids),
        ids.map(instancesAddress),
        ...LEAD_PROCESS_ADDRESSES.map((address) => [address]),
        label === null ? [] : [label],
    ];
    const answers = await readAll(host.webApi, parts.flat());
    let start = 0;
    const [
        ofLeads = [],
        ofOpportunities = [],
        ofInstances = [],
        stages = [],
        workflows = [],
        tables = [],
        labels = [],
    ] = parts.map((part): readonly ReadAnswer[] => answers.slice(start, (start += part.length)));
    const rows = ofLeads.every(({ ok }) => ok)
        ? allRows(ofLeads)
        : allRows(await readAll(host.webApi, wholeLeadAddresses(ids)));
    const processes = leadProcesses(rowsIfAny(stages), rowsIfAny(workflows), rowsIfAny(tables));
    const opportunities = byLead(allRows(ofOpportunities));
    const instances = new Map(
        ids.map((id, index) => {
            const answer = ofInstances[index];
            return [id, processInstances(answer ? rowsIfAny([answer]) : [], processes)];
        }),
    );
    const leads = changingLeads(host, inOrder(ids, rows), LeadState.open, labelsOf(rowsIfAny(labels)));
    return {
        leads: leads.map((lead) => ({
            ...lead,
            proposed: proposeStatus(lead.row, lead.targets),
            opportunities: opportunities.get(lead.id) ?? [],
            instances: instances.get(lead.id) ?? [],
        })),
        processes,
        today: localDay(host.now()),
    };
}

function byLead(rows: readonly Row[]): ReadonlyMap<string, readonly Opportunity[]> {
    const found = new Map<string, readonly Opportunity[]>();
    for (const row of rows) {
        const leadId = plainId(String(valueOf(row, ORIGINATING_LEAD) ?? ''));
        const all = [...(found.get(leadId) ?? []), readOpportunity(row)];
        found.set(
            leadId,
            all.sort((a, b) => Number(isClosed(a)) - Number(isClosed(b)) || (a.name < b.name ? -1 : 1)),
        );
    }
    return found;
}

export function isClosed({ state }: Pick<Opportunity, 'state'>): boolean {
    return state !== OpportunityState.open;
}
