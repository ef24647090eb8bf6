import { Table } from '../columns';
import { mergeOf } from '../qualify/propose-choices';
import { FOLLOW_ALL } from '../qualify/followers';
import { proposeOpportunity } from '../qualify/opportunity-edits';
import type { QualificationChoices, QualificationIds } from '../qualify/qualification-choices';
import type { QualificationInput } from '../qualify/qualification-input';
import { qualificationWrites } from '../qualify/qualification-writes';
import { idOfChoice, type RecordChoice } from '../qualify/record-choice';
import { PARTIES, type Party } from '../qualify/target';
import type { ChangeSet } from '../web-api/web-api';
import type { CheckedLead } from './checked-lead';
import type { Identities } from './identities';
import type { Assignment } from './run';
import { newRowKey, type ChosenLead } from './shared-rows';

/** What is decided once for all leads of a run. */
export interface ManyOptions {
    readonly withOpportunity: boolean;
    /** Whether empty columns of rows that a lead is linked to are filled from it. */
    readonly fillsLinkedRows: (leadId: string) => boolean;
    readonly note: string;
    /** The open criteria of a lead that the user has passed, in words. */
    readonly passedWarnings: (lead: CheckedLead) => readonly string[];
    /** Whether duplicate rules may refuse what is created for a lead. */
    readonly detectDuplicates: (leadId: string) => boolean;
}

type Choices = Readonly<Record<Party, RecordChoice>>;

/**
 * What has to be done for one lead. A row that it creates may be another lead's too, and so may one that it links: the
 * first change set that comes to it creates or fills it, the others only refer to it.
 * @returns null for a lead that was not read, or whose account or contact has not been chosen
 */
export function assignmentOf(
    { lead, choices }: ChosenLead,
    options: ManyOptions,
    identities: Identities,
): Assignment | null {
    const { input, leadId } = lead;
    const { account, contact } = choices;
    if (input === null || account === null || contact === null) return null;
    const chosen: Choices = { account, contact };
    const ids: QualificationIds = {
        ...identities.ofLead(leadId, input.followers.stakeholders.length),
        account: identities.ofRow(newRowKey(lead, Table.account)),
        contact: identities.ofRow(newRowKey(lead, Table.contact)),
    };
    const writesFor = (of: QualificationInput, made: Choices): ChangeSet =>
        qualificationWrites(of, fullChoices(of, made, lead, options), {
            ids,
            detectDuplicates: options.detectDuplicates(leadId),
        });
    const alone = writesFor(input, chosen);
    const keys = PARTIES.flatMap((party): readonly (readonly [Party, string])[] => {
        const choice = chosen[party];
        if (choice.kind === 'create') return [[party, newRowKey(lead, party)]];
        return choice.kind !== 'skip' && isWritten(alone, input, party, choice.id)
            ? [[party, `linked ${choice.id}`]]
            : [];
    });
    return {
        id: leadId,
        etag: input.etag,
        opportunityId: options.withOpportunity ? ids.opportunity : null,
        success: {
            kind: 'done',
            opportunityId: options.withOpportunity ? ids.opportunity : null,
            accountId: idOfChoice(account, ids.account),
            contactId: idOfChoice(contact, ids.contact),
        },
        shares: keys.map(([, key]) => key),
        writes: alone.length,
        changeSet: (makes) => {
            const left = keys.filter(([, key]) => !makes.includes(key)).map(([party]) => party);
            return left.length === 0 ? alone : writesFor(withoutRows(input, left), referring(chosen, left, ids));
        },
    };
}

function fullChoices(
    input: QualificationInput,
    chosen: Choices,
    lead: CheckedLead,
    { withOpportunity, fillsLinkedRows, note, passedWarnings }: ManyOptions,
): QualificationChoices {
    const merge = (party: Party): QualificationChoices['merges'][Party] =>
        fillsLinkedRows(lead.leadId) ? mergeOf(input, party, chosen[party]) : [];
    return {
        ...chosen,
        opportunity: withOpportunity ? proposeOpportunity(input.lead, chosen, input) : null,
        merges: { account: merge(Table.account), contact: merge(Table.contact) },
        follow: FOLLOW_ALL,
        note,
        passedWarnings: passedWarnings(lead),
    };
}

function isWritten(writes: ChangeSet, { definitions }: QualificationInput, party: Party, id: string): boolean {
    const { entitySet } = definitions[party];
    return writes.some((write) => write.kind === 'update' && write.entitySet === entitySet && write.id === id);
}

/** The lead as if nothing were known of the rows of these parties, so that none of their columns is written. */
function withoutRows(input: QualificationInput, parties: readonly Party[]): QualificationInput {
    const none = Object.fromEntries(parties.map((party) => [party, []]));
    const nobody = Object.fromEntries(parties.map((party) => [party, null]));
    return {
        ...input,
        matches: { ...input.matches, ...none },
        existing: { ...input.existing, ...nobody },
    };
}

/** The choices with references in place of rows that other leads' change sets have created. */
function referring(chosen: Choices, parties: readonly Party[], ids: QualificationIds): Choices {
    const refer = (party: Party): RecordChoice =>
        parties.includes(party) && chosen[party].kind === 'create' ? { kind: 'link', id: ids[party] } : chosen[party];
    return { account: refer(Table.account), contact: refer(Table.contact) };
}
