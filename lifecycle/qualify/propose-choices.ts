import { LeadColumn, Table } from '../columns';
import { isBlank, valueOf, type Row } from '../row';
import { FOLLOW_ALL } from './followers';
import { CERTAIN, type Match } from './match';
import { mergeFields, type MergeField } from './merge';
import { proposeOpportunity } from './opportunity-edits';
import type { QualificationChoices } from './qualification-choices';
import type { QualificationInput } from './qualification-input';
import type { RecordChoice } from './record-choice';
import { PARTIES, type Party } from './target';

/** What happens unless the seller says otherwise. */
export function proposeChoices(input: QualificationInput): QualificationChoices {
    const choices = {
        account: proposeRecord(Table.account, input),
        contact: proposeRecord(Table.contact, input),
    };
    return {
        ...choices,
        opportunity: proposeOpportunity(input.lead, choices, input),
        merges: {
            account: mergeOf(input, Table.account, choices.account),
            contact: mergeOf(input, Table.contact, choices.contact),
        },
        follow: FOLLOW_ALL,
        note: '',
        passedWarnings: [],
    };
}

/**
 * The row that the lead refers to already, else the one that it certainly stands for, else a new one, if the lead
 * knows what it would be called. In the decision table of a qualification an account is made only for a company, a
 * contact always; a contact without a name is reported by `missingColumns`.
 *
 * | contact | account | company name | account  | contact  | customer of the opportunity |
 * |---------|---------|--------------|----------|----------|-----------------------------|
 * | no      | no      | empty        | –        | new      | new contact                 |
 * | no      | no      | set          | new      | new      | new account                 |
 * | no      | yes     | any          | existing | new      | existing account            |
 * | yes     | no      | empty        | –        | existing | existing contact            |
 * | yes     | no      | set          | new      | existing | new account                 |
 * | yes     | yes     | any          | existing | existing | existing account            |
 *
 * Source: the default of the Sales app's own Qualify, as observed; Microsoft Learn, "QualifyLead Action".
 */
export function proposeRecord(
    party: Party,
    { existing, matches, lead }: Pick<QualificationInput, 'existing' | 'matches' | 'lead'>,
): RecordChoice {
    const own = existing[party];
    if (own !== null) return { kind: 'existing', id: own.id };
    const certain = certainMatch(matches[party]);
    if (certain !== null) return { kind: 'link', id: certain.id };
    const isNameless = party === Table.account && isBlank(valueOf(lead, LeadColumn.companyName));
    return isNameless ? { kind: 'skip' } : { kind: 'create' };
}

/** The only match that comes up to certainty; null when there is none, or another just as likely. */
export function certainMatch(matches: readonly Match[]): Match | null {
    const [best, second] = matches;
    if (!best || best.score < CERTAIN || (second && second.score >= best.score)) return null;
    return best;
}

/** Columns of lead that must be filled first, because what would be created has no name without them. */
export function missingColumns(lead: Row, choices: Readonly<Record<Party, RecordChoice>>): readonly string[] {
    const named: Readonly<Record<Party, string>> = { account: LeadColumn.companyName, contact: LeadColumn.lastName };
    return PARTIES.filter((party) => choices[party].kind === 'create' && isBlank(valueOf(lead, named[party]))).map(
        (party) => named[party],
    );
}

/** The row that a choice links, among what is known; null for one that is created or left out. */
export function linkedMatch(
    { existing, matches }: Pick<QualificationInput, 'existing' | 'matches'>,
    party: Party,
    choice: RecordChoice,
): Match | null {
    if (choice.kind !== 'link' && choice.kind !== 'existing') return null;
    const own = existing[party];
    return [...(own ? [own] : []), ...matches[party]].find(({ id }) => id === choice.id) ?? null;
}

/** What is to be decided about the row that a choice links. */
export function mergeOf(input: QualificationInput, party: Party, choice: RecordChoice): readonly MergeField[] {
    const match = linkedMatch(input, party, choice);
    return match && hasBeenRead(match) ? mergeFields(input.lead, match, input) : [];
}

/** A row that the user may not see is known by its name alone: nothing of it can be compared or changed. */
export function hasBeenRead({ row }: Match): boolean {
    return Object.keys(row).length > 0;
}
