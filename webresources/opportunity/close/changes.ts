import type { OpportunityChange } from '../../../lifecycle/close-opportunity/change-each-opportunity';
import { proposeRevenue, stateOfOutcome, type ClosingAnswer } from '../../../lifecycle/close-opportunity/closing';
import { closingDescription } from '../../../lifecycle/close-opportunity/closing-description';
import { closingWrites } from '../../../lifecycle/close-opportunity/closing-writes';
import type { ClosingCandidate, ClosingInput } from '../../../lifecycle/close-opportunity/prepare-closing';
import type { Verdict } from '../../../lifecycle/criteria/gate';
import { hintOf } from '../../../lifecycle/criteria/gaps-text';
import type { ClosingDraft } from './draft';
import type { CloseWords } from './words';

/** The actual revenue that counts: the seller's, else the proposed one. */
export function revenueOf(
    { opportunity }: ClosingCandidate,
    { revenues }: ClosingDraft,
    { outcome, range }: ClosingInput,
): number | null {
    const typed = revenues.get(opportunity.id);
    return typed === undefined ? proposeRevenue(outcome, opportunity, range) : typed;
}

/** What closes an opportunity, with what was confirmed away in the words of the seller's language. */
export function changeOf(
    candidate: ClosingCandidate,
    draft: ClosingDraft,
    answer: ClosingAnswer & { readonly status: number },
    input: ClosingInput,
    words: CloseWords,
    now: Date,
): OpportunityChange {
    const { opportunity, verdict } = candidate;
    const { outcome } = input;
    const closing = {
        outcome,
        opportunity,
        status: answer.status,
        subject: words(`subject.${outcome}`, opportunity.name),
        revenue: revenueOf(candidate, draft, input),
        closeDate: answer.closeDate,
        competitorId: answer.competitorId,
        description: closingDescription(answer.description, recordOf(verdict, input, words)),
    };
    return {
        id: opportunity.id,
        etag: opportunity.etag,
        writes: closingWrites(closing, -now.getTimezoneOffset()),
        wanted: stateOfOutcome(outcome),
    };
}

function recordOf({ warnings }: Verdict, { columnLabels }: ClosingInput, words: CloseWords): readonly string[] {
    if (warnings.length === 0) return [];
    const lines = warnings.map((criterion) =>
        words('gate.recordLine', hintOf(criterion), columnLabels.get(criterion.column) ?? criterion.column),
    );
    return [words('gate.record'), ...lines];
}
