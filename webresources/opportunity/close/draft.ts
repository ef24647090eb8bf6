import type { ClosingAnswer } from '../../../lifecycle/close-opportunity/closing';
import type { ClosingInput } from '../../../lifecycle/close-opportunity/prepare-closing';
import type { PickedRow } from '../../dialog/RowPicker';

/** What the seller has entered so far; it outlives a second reading. */
export interface ClosingDraft {
    /** Null until one is chosen. */
    readonly status: number | null;
    /** As `YYYY-MM-DD`. */
    readonly closeDate: string;
    readonly competitor: PickedRow | null;
    readonly description: string;
    /** Actual revenues that the seller has changed, by opportunity. */
    readonly revenues: ReadonlyMap<string, number | null>;
    /** Whether what is only recommended may stay open. */
    readonly confirmed: boolean;
}

export function emptyDraft(today: string): ClosingDraft {
    return {
        status: null,
        closeDate: today,
        competitor: null,
        description: '',
        revenues: new Map(),
        confirmed: false,
    };
}

/**
 * The status reason that counts: the chosen one, else the only one, and the default of won. Why something was lost is
 * nobody's guess, so of several reasons for that none is proposed.
 */
export function statusOf({ status }: ClosingDraft, { outcome, statuses }: ClosingInput): number | null {
    if (statuses.some(({ value }) => value === status)) return status;
    const [first] = statuses;
    return outcome === 'won' || statuses.length === 1 ? (first?.value ?? null) : null;
}

export function answerOf(draft: ClosingDraft, input: ClosingInput): ClosingAnswer {
    return {
        status: statusOf(draft, input),
        closeDate: draft.closeDate,
        competitorId: draft.competitor?.id ?? null,
        description: draft.description,
    };
}
