import { whyNote } from '../../../lifecycle/change-leads/changing-lead';
import { asksNote, whyNot } from '../../../lifecycle/disqualify/disqualification-changes';
import {
    checkAnswer,
    isReasonRow,
    proposeRevisit,
    type AnswerProblem,
    type Disqualification,
} from '../../../lifecycle/disqualify/disqualification';
import { NOTE_LENGTH, noteOf } from '../../../lifecycle/disqualify/disqualification-writes';
import { reasonOf, type DisqualifiableLead, type DisqualificationInput } from '../../../lifecycle/disqualify/prepare';
import type { Configuration } from '../../../lifecycle/configuration/configuration';
import type { PickedRow } from '../../dialog/RowPicker';

/** What the seller has filled in for one lead, or for all. */
export interface Answer {
    readonly reasonId: string | null;
    readonly note: string;
    /** `YYYY-MM-DD`; empty for never. */
    readonly revisitOn: string;
    /** Whether the seller chose the day: one that was chosen is worth more than a proposal. */
    readonly revisitChosen: boolean;
}

export interface FormState {
    /** Whether each lead has an answer of its own. */
    readonly each: boolean;
    readonly one: Answer;
    /** By lead; a lead without follows the first. */
    readonly own: Readonly<Record<string, Answer>>;
    readonly competitor: PickedRow | null;
    readonly cancelActivities: boolean;
    /** Whether it has been tried to confirm, so that problems are shown. */
    readonly tried: boolean;
}

const EMPTY: Answer = { reasonId: null, note: '', revisitOn: '', revisitChosen: false };

export const EMPTY_FORM: FormState = {
    each: false,
    one: EMPTY,
    own: {},
    competitor: null,
    cancelActivities: true,
    tried: false,
};

/** The answer that counts for a lead. */
export function answerOf(form: FormState, leadId: string, firstId: string): Answer {
    if (!form.each) return form.one;
    return form.own[leadId] ?? form.own[firstId] ?? form.one;
}

/** Takes a reason; the day follows it as long as the seller has not chosen one. */
export function withReason(
    answer: Answer,
    reasonId: string | null,
    input: Pick<DisqualificationInput, 'groups' | 'today'>,
): Answer {
    const reason = reasonOf(input, reasonId);
    const proposed = reason ? proposeRevisit(reason, input.today) : null;
    return { ...answer, reasonId, ...(!answer.revisitChosen && { revisitOn: proposed ?? '' }) };
}

export type FormProblem = AnswerProblem | 'note-too-long';

/** What still keeps a lead's answer from being accepted. */
export function problemsOf(
    answer: Answer,
    leads: readonly DisqualifiableLead[],
    input: Pick<DisqualificationInput, 'groups' | 'today'>,
    configuration: Pick<Configuration, 'reasonsAreRows'>,
    competitorLine: string,
): readonly FormProblem[] {
    const reason = reasonOf(input, answer.reasonId);
    const noteRequired =
        reason !== null && leads.some((lead) => canTake(lead, reason.status) && asksNote(lead, reason));
    const problems: FormProblem[] = [
        ...checkAnswer({ reason, note: answer.note, revisitOn: answer.revisitOn || null }, noteRequired, input.today),
    ];
    if (reason) {
        const kept = noteOf(reason.name, answer.note, {
            reasonIsRow: isReasonRow(reason, configuration),
            competitorLine,
        });
        if ((kept ?? '').length > NOTE_LENGTH) problems.push('note-too-long');
    }
    return problems;
}

/**
 * Why the note has to be written: in the maker's words or ours where a transition demands it; empty where the reason
 * itself does, or nobody.
 */
export function whyNoteOf(
    answer: Answer,
    leads: readonly DisqualifiableLead[],
    input: Pick<DisqualificationInput, 'groups'>,
): string {
    const reason = reasonOf(input, answer.reasonId);
    if (reason === null || reason.noteRequired) return '';
    return leads.map((lead) => whyNote(lead, reason.status)).find((words) => words !== '') ?? '';
}

/** Whether the note of an answer has to be written, by any of the leads. */
export function needsNote(
    answer: Answer,
    leads: readonly DisqualifiableLead[],
    input: Pick<DisqualificationInput, 'groups'>,
): boolean {
    const reason = reasonOf(input, answer.reasonId);
    return reason !== null && leads.some((lead) => canTake(lead, reason.status) && asksNote(lead, reason));
}

function canTake(lead: DisqualifiableLead, status: number): boolean {
    return whyNot(lead, { status }).length === 0;
}

/** The answer as it is written; null while it has no reason. */
export function disqualificationOf(
    answer: Answer,
    input: Pick<DisqualificationInput, 'groups'>,
): Disqualification | null {
    const reason = reasonOf(input, answer.reasonId);
    return reason && { reason, note: answer.note, revisitOn: answer.revisitOn || null };
}
