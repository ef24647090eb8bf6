import { LeadState } from '../choices';
import { LeadColumn, Table } from '../columns';
import type { Criterion } from '../configuration/criterion';
import { CERTAIN } from '../qualify/match';
import { missingColumns, proposeRecord } from '../qualify/propose-choices';
import type { QualificationInput } from '../qualify/qualification-input';
import type { RecordChoice } from '../qualify/record-choice';
import { PARTIES, type Party } from '../qualify/target';
import { isBlank, numberOf, textOf, valueOf } from '../row';
import type { Decision } from '../transitions/decide';
import type { Problem } from '../web-api/web-api';

/** What keeps a lead from being qualified. */
export type Obstacle =
    /** It is gone, or the user may not see it. */
    | { readonly kind: 'not-found'; readonly problem: Problem }
    /** It is qualified or disqualified already. */
    | { readonly kind: 'closed'; readonly state: number }
    | { readonly kind: 'transition'; readonly decision: Extract<Decision, { allowed: false }> }
    | { readonly kind: 'criteria'; readonly criteria: readonly Criterion[] }
    /** What would be created has no name without these columns of lead. */
    | { readonly kind: 'missing'; readonly columns: readonly string[] };

/** What is to be done about account and contact; null where several rows are equally likely and someone must choose. */
export type PartyChoices = Readonly<Record<Party, RecordChoice | null>>;

/** A lead of the selection as it stands before the run. */
export interface CheckedLead {
    readonly leadId: string;
    /** The person's name, or the topic of a lead without one; empty for a lead that was not found. */
    readonly name: string;
    readonly company: string;
    /** Null for a lead that was not found. */
    readonly input: QualificationInput | null;
    readonly obstacles: readonly Obstacle[];
    /** Open criteria that the seller may pass. */
    readonly warnings: readonly Criterion[];
    readonly proposed: PartyChoices;
}

export function checkedLead(input: QualificationInput): CheckedLead {
    const { lead, leadId, verdict } = input;
    const proposed: PartyChoices = {
        account: proposedChoice(input, Table.account),
        contact: proposedChoice(input, Table.contact),
    };
    return {
        leadId,
        name: textOf(lead, LeadColumn.fullName) || textOf(lead, LeadColumn.topic),
        company: textOf(lead, LeadColumn.companyName),
        input,
        obstacles: obstaclesOf(input, proposed),
        warnings: verdict.warnings,
        proposed,
    };
}

/** A lead that could not be read. */
export function unreadLead(leadId: string, problem: Problem): CheckedLead {
    return {
        leadId,
        name: '',
        company: '',
        input: null,
        obstacles: [{ kind: 'not-found', problem }],
        warnings: [],
        proposed: { account: null, contact: null },
    };
}

/** Whether the lead can be qualified as soon as whatever has to be chosen is chosen. */
export function mayBeQualified(lead: CheckedLead): boolean {
    return lead.obstacles.length === 0;
}

/** The parties for which a row still has to be chosen. */
export function openChoices(lead: CheckedLead, choices: PartyChoices): readonly Party[] {
    return mayBeQualified(lead) ? PARTIES.filter((party) => choices[party] === null) : [];
}

/** As for a single lead, but nobody decides by itself between several rows that are equally likely. */
function proposedChoice(input: QualificationInput, party: Party): RecordChoice | null {
    const proposed = proposeRecord(party, input);
    const [best] = input.matches[party];
    return proposed.kind === 'create' && best && best.score >= CERTAIN ? null : proposed;
}

const SKIP: RecordChoice = { kind: 'skip' };

function obstaclesOf(input: QualificationInput, proposed: PartyChoices): readonly Obstacle[] {
    const { lead, decision, verdict } = input;
    const state = numberOf(lead, LeadColumn.state);
    // Whatever else may be said of a closed lead is of no use.
    if (state !== null && state !== LeadState.open) return [{ kind: 'closed', state }];
    const { account, contact } = proposed;
    const missing = [
        ...(isBlank(valueOf(lead, LeadColumn.topic)) ? [LeadColumn.topic] : []),
        ...missingColumns(lead, { account: account ?? SKIP, contact: contact ?? SKIP }),
    ];
    return [
        ...(decision.allowed ? [] : [{ kind: 'transition' as const, decision }]),
        ...(verdict.blocking.length > 0 ? [{ kind: 'criteria' as const, criteria: verdict.blocking }] : []),
        ...(missing.length > 0 ? [{ kind: 'missing' as const, columns: missing }] : []),
    ];
}
