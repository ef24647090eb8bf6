import { LeadColumn, Table } from '../../../lifecycle/columns';
import { mergeFields, type MergeField } from '../../../lifecycle/qualify/merge';
import type { Match } from '../../../lifecycle/qualify/match';
import {
    checkOpportunity,
    proposeCustomer,
    proposeOpportunity,
    type OpportunityCustomer,
    type OpportunityEdits,
    type OpportunityProblem,
} from '../../../lifecycle/qualify/opportunity-edits';
import { linkedMatch, proposeChoices } from '../../../lifecycle/qualify/propose-choices';
import type { QualificationChoices } from '../../../lifecycle/qualify/qualification-choices';
import type { QualificationInput } from '../../../lifecycle/qualify/qualification-input';
import type { RecordChoice } from '../../../lifecycle/qualify/record-choice';
import { PARTIES, type Party } from '../../../lifecycle/qualify/target';
import { isBlank, textOf, type Row } from '../../../lifecycle/row';
import type { PickedRow } from '../../dialog/RowPicker';

/** What the dialog holds of an account or contact. */
export interface PartyDraft {
    readonly choice: RecordChoice;
    /** The row to link; stays while the seller looks at another choice, null while none is chosen. */
    readonly match: Match | null;
    readonly merge: readonly MergeField[];
}

/** What the seller has entered so far, whole or not. */
export interface Draft {
    readonly parties: Readonly<Record<Party, PartyDraft>>;
    readonly withOpportunity: boolean;
    readonly opportunity: OpportunityEdits;
    readonly hasChosenCustomer: boolean;
    readonly currency: PickedRow | null;
    readonly owner: PickedRow | null;
    readonly follow: QualificationChoices['follow'];
    readonly note: string;
    readonly hasPassedWarnings: boolean;
}

/** What happens unless the seller says otherwise. */
export function proposeDraft(input: QualificationInput): Draft {
    const choices = proposeChoices(input);
    const partyDraft = (party: Party): PartyDraft => ({
        choice: choices[party],
        match: linkedMatch(input, party, choices[party]),
        merge: choices.merges[party],
    });
    const { lead } = input;
    const currency = textOf(lead, LeadColumn.currency);
    return {
        parties: { account: partyDraft(Table.account), contact: partyDraft(Table.contact) },
        withOpportunity: true,
        opportunity: proposeOpportunity(lead, choices, input),
        hasChosenCustomer: false,
        currency:
            currency === ''
                ? null
                : {
                      table: Table.currency,
                      id: currency,
                      name: textOf(lead, `_${LeadColumn.currency}_value@OData.Community.Display.V1.FormattedValue`),
                  },
        owner: null,
        follow: choices.follow,
        note: '',
        hasPassedWarnings: false,
    };
}

/** The actions of a card. */
export type PartyAction = RecordChoice['kind'];

/** Lets the seller do something else with the account or contact. */
export function withAction(draft: Draft, party: Party, action: PartyAction, input: QualificationInput): Draft {
    const former = draft.parties[party];
    switch (action) {
        case 'create':
        case 'skip':
            return withParty(draft, party, { ...former, choice: { kind: action }, merge: [] });
        case 'link':
            return withMatch(draft, party, former.match ?? input.matches[party][0] ?? null, input);
        case 'existing':
            return draft;
    }
}

/** Links a row. */
export function withMatch(draft: Draft, party: Party, match: Match | null, input: QualificationInput): Draft {
    return withParty(draft, party, {
        choice: { kind: 'link', id: match?.id ?? '' },
        match,
        merge: match === null ? [] : mergeFields(input.lead, match, input),
    });
}

/** Merges a linked row in another way. */
export function withMerge(draft: Draft, party: Party, merge: readonly MergeField[]): Draft {
    return withParty(draft, party, { ...draft.parties[party], merge });
}

function withParty(draft: Draft, party: Party, of: PartyDraft): Draft {
    const parties = { ...draft.parties, [party]: of };
    const customer = customerOf(draft, parties);
    return { ...draft, parties, opportunity: { ...draft.opportunity, customer } };
}

/** The customer follows the records until the seller chooses one; a chosen one stays as long as it will exist. */
function customerOf(draft: Draft, parties: Draft['parties']): OpportunityCustomer | null {
    const { customer } = draft.opportunity;
    if (customer?.kind === 'other') return customer;
    if (draft.hasChosenCustomer && customer !== null && parties[customer.kind].choice.kind !== 'skip') return customer;
    return proposeCustomer(recordChoices(parties));
}

function recordChoices({ account, contact }: Draft['parties']): Readonly<Record<Party, RecordChoice>> {
    return { account: account.choice, contact: contact.choice };
}

/** @param warnings what the seller passes, in words */
export function choicesOf(draft: Draft, warnings: readonly string[]): QualificationChoices {
    const { account, contact } = draft.parties;
    return {
        ...recordChoices(draft.parties),
        opportunity: draft.withOpportunity ? { ...draft.opportunity, topic: draft.opportunity.topic.trim() } : null,
        merges: { account: account.merge, contact: contact.merge },
        follow: draft.follow,
        note: draft.note,
        passedWarnings: draft.hasPassedWarnings ? warnings : [],
    };
}

/** Whether nothing is missing that only the seller can say. */
export function isComplete(draft: Draft, input: QualificationInput): boolean {
    const { parties } = draft;
    return (
        PARTIES.every((party) => parties[party].choice.kind !== 'link' || parties[party].match !== null) &&
        opportunityProblems(draft, input).length === 0 &&
        (!input.noteRequired || !isBlank(draft.note)) &&
        (input.verdict.warnings.length === 0 || draft.hasPassedWarnings)
    );
}

/** What keeps the opportunity from being created as it is; nothing when none is. */
export function opportunityProblems(draft: Draft, input: QualificationInput): readonly OpportunityProblem[] {
    if (!draft.withOpportunity) return [];
    return checkOpportunity(draft.opportunity, recordChoices(draft.parties), input.definitions.opportunity);
}

/** What a new account or contact would be called; empty when there is nothing to create one of. */
export function nameOfNew(party: Party, lead: Row): string {
    if (party === Table.account) return textOf(lead, LeadColumn.companyName);
    return textOf(lead, LeadColumn.lastName) === '' ? '' : textOf(lead, LeadColumn.fullName);
}

/** What the account or contact is called that there will be; empty for none. */
export function nameOfParty(party: Party, { parties }: Pick<Draft, 'parties'>, { lead }: QualificationInput): string {
    const { choice, match } = parties[party];
    switch (choice.kind) {
        case 'create':
            return nameOfNew(party, lead);
        case 'link':
        case 'existing':
            return match?.name ?? '';
        case 'skip':
            return '';
    }
}

/** The input with a row that the seller has searched, next to those that were found. */
export function withPicked(input: QualificationInput, party: Party, match: Match): QualificationInput {
    const others = input.matches[party].filter(({ id }) => id !== match.id);
    return { ...input, matches: { ...input.matches, [party]: [...others, match] } };
}

/** Matches that were read again, with those that only the seller has searched. */
export function mergedMatches(
    found: QualificationInput['matches'],
    known: QualificationInput['matches'],
): QualificationInput['matches'] {
    const merged = (party: Party): readonly Match[] => [
        ...found[party],
        ...known[party].filter(({ id }) => !found[party].some((match) => match.id === id)),
    ];
    return { account: merged(Table.account), contact: merged(Table.contact) };
}
