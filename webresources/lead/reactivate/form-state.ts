import { whyNote } from '../../../lifecycle/change-leads/changing-lead';
import { hasOpenOpportunity, type ReactivationAnswer } from '../../../lifecycle/reactivate/reactivation-changes';
import type { ReactivatableLead } from '../../../lifecycle/reactivate/prepare';
import type { OpportunityFate } from '../../../lifecycle/reactivate/reactivation-writes';
import { isBlank } from '../../../lifecycle/row';

export interface FormState {
    /** The status reason that the seller chose, by lead; the proposed one for the others. */
    readonly statuses: Readonly<Record<string, number>>;
    /** What becomes of open opportunities; null while nobody has said. */
    readonly fate: OpportunityFate | null;
    /** The same for leads that differ. */
    readonly fates: Readonly<Record<string, OpportunityFate>>;
    readonly note: string;
    /** Whether it has been tried to confirm, so that problems are shown. */
    readonly tried: boolean;
}

export const EMPTY_FORM: FormState = { statuses: {}, fate: null, fates: {}, note: '', tried: false };

/**
 * The status reason that a lead gets; null for none.
 * @param chosen by whoever opened the dialog; counts where the lead may go there
 */
export function statusOf(form: FormState, lead: ReactivatableLead, chosen: number | null): number | null {
    const own = form.statuses[lead.id];
    if (own !== undefined) return own;
    const isPossible = lead.targets.some(({ value, way }) => value === chosen && way !== null);
    return isPossible ? chosen : lead.proposed;
}

/** What becomes of a lead's open opportunities; null while nobody has said. */
export function fateOf(form: FormState, lead: Pick<ReactivatableLead, 'id'>): OpportunityFate | null {
    return form.fates[lead.id] ?? form.fate;
}

export type FormProblem = 'note-missing' | 'fate-missing';

export function problemsOf(
    form: FormState,
    leads: readonly ReactivatableLead[],
    chosen: number | null,
): readonly FormProblem[] {
    const problems: FormProblem[] = [];
    if (leads.some((lead) => hasOpenOpportunity(lead) && fateOf(form, lead) === null)) problems.push('fate-missing');
    if (needsNote(form, leads, chosen) && isBlank(form.note)) problems.push('note-missing');
    return problems;
}

/** Whether any lead's change demands the note. */
export function needsNote(form: FormState, leads: readonly ReactivatableLead[], chosen: number | null): boolean {
    return whyNoteOf(form, leads, chosen) !== '';
}

/** Why the note has to be written, in the maker's words or ours; empty when it need not. */
export function whyNoteOf(form: FormState, leads: readonly ReactivatableLead[], chosen: number | null): string {
    const why = leads.map((lead) => {
        const status = statusOf(form, lead, chosen);
        return status === null ? '' : whyNote(lead, status);
    });
    return why.find((words) => words !== '') ?? '';
}

/** The answer as it is written; null while something is missing. */
export function answerOf(form: FormState, lead: ReactivatableLead, chosen: number | null): ReactivationAnswer | null {
    const status = statusOf(form, lead, chosen);
    return status === null ? null : { status, note: form.note, fate: fateOf(form, lead) ?? 'keep' };
}
