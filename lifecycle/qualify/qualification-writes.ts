import { DEFAULT_STATUS, LeadStatus } from '../choices';
import { EntitySet, LeadColumn, OpportunityColumn, Table } from '../columns';
import { plainId, textOf, type Row } from '../row';
import type { ChangeSet, Write } from '../web-api/web-api';
import { followerWrites } from './followers';
import { newRow, reference, valueFor, type RowOf } from './new-row';
import type { OpportunityEdits } from './opportunity-edits';
import { partyWrites, type Parties } from './party-writes';
import { processWrites, repairWrites } from './process-state';
import type { QualificationChoices, QualificationIds } from './qualification-choices';
import type { QualificationInput } from './qualification-input';
import { idOfChoice } from './record-choice';
import { recordedNote } from './recorded-note';

export interface WriteOptions {
    readonly ids: QualificationIds;
    /** Whether duplicate rules may refuse an account or contact. */
    readonly detectDuplicates: boolean;
}

/**
 * The change set of a qualification: plain documented operations, so that what a dry run shows is what is sent, and
 * rows with ids of our own, so that the outcome can be checked whatever becomes of the answer.
 *
 * In this order: account and contact, created or merged, and linked to each other; the opportunity; the lead's links
 * with the note, if nobody has changed it; what follows to the opportunity; QualifyLead, which closes the lead and
 * creates nothing; the process, because QualifyLead wants it at a stage of lead; the opportunity's owner, because a
 * seller who may assign an own row need not have the right to create one for somebody else, or to write it then.
 */
export function qualificationWrites(
    input: QualificationInput,
    choices: QualificationChoices,
    { ids, detectDuplicates }: WriteOptions,
): ChangeSet {
    const { leadId, definitions, followers, process } = input;
    const account = reference(Table.account, idOfChoice(choices.account, ids.account));
    const contact = reference(Table.contact, idOfChoice(choices.contact, ids.contact));
    const parties: Parties = { account, contact };
    const { opportunity } = choices;
    const opportunityId = opportunity === null ? null : ids.opportunity;
    return [
        ...partyWrites(input, choices, parties, detectDuplicates),
        ...(opportunity === null ? [] : [opportunityWrite(input, choices, opportunity, parties, ids.opportunity)]),
        leadWrite(input, choices, parties, opportunityId),
        ...(opportunityId === null
            ? []
            : followerWrites(followers, choices.follow, opportunityId, ids.stakeholders, definitions)),
        ...repairWrites(process),
        qualifyLead(leadId, input.status),
        ...(opportunityId === null ? [] : processWrites(process, leadId, opportunityId, ids.process, definitions)),
        ...(opportunity === null ? [] : ownerWrites(input, opportunity, ids.opportunity)),
    ];
}

function opportunityWrite(
    input: QualificationInput,
    choices: QualificationChoices,
    edits: OpportunityEdits,
    { account, contact }: Parties,
    id: string,
): Write {
    const row = { table: Table.opportunity, id } as const;
    const value = (column: string, of: unknown): Row => (of === null ? {} : valueFor(input, row, column, of));
    const { customer } = edits;
    const customerRow =
        customer === null ? null : customer.kind === 'other' ? customer : { account, contact }[customer.kind];
    const other = customer?.kind === 'other' ? customer : null;
    return {
        kind: 'create',
        entitySet: EntitySet.opportunity,
        columns: {
            ...newRow(input, choices, Table.opportunity, id),
            [OpportunityColumn.name]: edits.topic.trim(),
            ...value(OpportunityColumn.estimatedValue, edits.estimatedValue),
            ...value(OpportunityColumn.estimatedCloseDate, edits.closeDate),
            // A customer of another choice is the parent of its kind too, or Dataverse would have two answers.
            ...value(OpportunityColumn.parentAccount, other?.table === Table.account ? other : account),
            ...value(OpportunityColumn.parentContact, other?.table === Table.contact ? other : contact),
            ...value(OpportunityColumn.customer, customerRow),
            ...value(OpportunityColumn.currency, reference('transactioncurrency', edits.currencyId)),
        },
    };
}

function ownerWrites(
    input: QualificationInput,
    { ownerId }: OpportunityEdits,
    opportunityId: string,
): readonly Write[] {
    const owner = reference(Table.systemUser, ownerId);
    if (owner === null) return [];
    const columns = valueFor(input, { table: Table.opportunity }, OpportunityColumn.owner, owner);
    return [{ kind: 'update', entitySet: EntitySet.opportunity, id: opportunityId, columns }];
}

/**
 * Always written, even when nothing changes but the note: it is what refuses a qualification of a lead that somebody
 * has changed since it was read.
 */
function leadWrite(
    input: QualificationInput,
    choices: QualificationChoices,
    parties: Parties,
    opportunityId: string | null,
): Write {
    const link = (column: string, row: RowOf<string> | null): Row => {
        const present = plainId(textOf(input.lead, `_${column}_value`));
        return row === null || row.id === present ? {} : valueFor(input, { table: Table.lead }, column, row);
    };
    return {
        kind: 'update',
        entitySet: EntitySet.lead,
        id: input.leadId,
        columns: {
            ...link(LeadColumn.parentAccount, parties.account),
            ...link(LeadColumn.parentContact, parties.contact),
            ...link(LeadColumn.qualifyingOpportunity, reference(Table.opportunity, opportunityId)),
            [LeadColumn.statusNote]: recordedNote(choices.note, choices.passedWarnings),
        },
        ifMatch: input.etag,
    };
}

function qualifyLead(leadId: string, status: number): Write {
    return {
        kind: 'action',
        address: `${EntitySet.lead}(${leadId})/Microsoft.Dynamics.CRM.QualifyLead`,
        parameters: {
            CreateAccount: false,
            CreateContact: false,
            CreateOpportunity: false,
            Status: status === LeadStatus.qualified ? DEFAULT_STATUS : status,
        },
    };
}
