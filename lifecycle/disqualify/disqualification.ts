import { LeadState } from '../choices';
import { EntitySet, LeadColumn, Navigation } from '../columns';
import type { Configuration } from '../configuration/configuration';
import type { DisqualificationReason } from '../configuration/disqualification-reason';
import type { StatusReason } from '../configuration/status-reason';
import { isBlank, type Row } from '../row';

/** What the seller filled in. */
export interface DisqualificationAnswer {
    readonly reasonId: string;
    readonly note: string;
    /** `YYYY-MM-DD`, or null for never. */
    readonly revisitOn: string | null;
}

/** Reasons of one status reason, as the dialog shows them. */
export interface ReasonGroup {
    readonly status: number;
    readonly label: string;
    readonly reasons: readonly DisqualificationReason[];
}

/**
 * Groups the reasons by the status reason that they set, in the order of `targets`; reasons whose status reason the
 * lead may not go to are left out.
 */
export function groupReasons(
    reasons: readonly DisqualificationReason[],
    targets: readonly StatusReason[],
): readonly ReasonGroup[] {
    return targets
        .map((target) => ({
            status: target.value,
            label: target.label,
            reasons: reasons.filter((reason) => reason.status === target.value),
        }))
        .filter((group) => group.reasons.length > 0);
}

/** Status reasons without any reason would be out of reach, so each of them stands for itself. */
export function reasonsFor(
    configuration: Pick<Configuration, 'reasons'>,
    targets: readonly StatusReason[],
): readonly DisqualificationReason[] {
    const bare = targets
        .filter((target) => target.state === LeadState.disqualified)
        .filter((target) => !configuration.reasons.some((reason) => reason.status === target.value))
        .map((target) => ({
            id: `status:${target.value}`,
            name: target.label,
            status: target.value,
            noteRequired: false,
            revisitAfterDays: null,
            order: 0,
        }));
    return [...configuration.reasons, ...bare];
}

/** What still keeps the answer from being accepted. */
export type AnswerProblem = 'reason-missing' | 'note-missing' | 'revisit-in-the-past';

/** @param today `YYYY-MM-DD` in the user's time zone */
export function checkAnswer(
    answer: DisqualificationAnswer,
    reason: DisqualificationReason | undefined,
    noteRequired: boolean,
    today: string,
): readonly AnswerProblem[] {
    const problems: AnswerProblem[] = [];
    if (!reason) problems.push('reason-missing');
    if ((noteRequired || reason?.noteRequired) && isBlank(answer.note)) problems.push('note-missing');
    if (answer.revisitOn !== null && answer.revisitOn < today) problems.push('revisit-in-the-past');
    return problems;
}

/**
 * The day on which a lead is worth another look.
 * @param today the user's day, as `YYYY-MM-DD`
 * @returns `YYYY-MM-DD`, or null when the reason asks for none
 */
export function proposeRevisit(reason: Pick<DisqualificationReason, 'revisitAfterDays'>, today: string): string | null {
    if (reason.revisitAfterDays === null) return null;
    const day = new Date(`${today}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + reason.revisitAfterDays);
    return day.toISOString().slice(0, 10);
}

/**
 * The columns to write on the lead. State and status reason go together: Dataverse refuses a status reason of
 * another state on its own. Without a day to revisit the lead, Dataverse sets the one that the reason asks for.
 * @param reasonIsRow whether the reason is a row; a default one cannot be referred to and is kept in the note
 */
export function disqualificationColumns(
    reason: DisqualificationReason,
    answer: DisqualificationAnswer,
    reasonIsRow: boolean,
): Row {
    return {
        [LeadColumn.state]: LeadState.disqualified,
        [LeadColumn.status]: reason.status,
        [LeadColumn.disqualificationNote]: noteOf(reason, answer, reasonIsRow),
        ...(answer.revisitOn !== null && { [LeadColumn.revisitOn]: answer.revisitOn }),
        ...(reasonIsRow && {
            [`${Navigation.disqualificationReason}@odata.bind`]: `/${EntitySet.disqualificationReason}(${reason.id})`,
        }),
    };
}

/** The note as it is kept: with the reason's name in front where nothing else would tell it. */
export function noteOf(
    reason: DisqualificationReason,
    answer: DisqualificationAnswer,
    reasonIsRow: boolean,
): string | null {
    const note = answer.note.trim();
    if (reasonIsRow) return note || null;
    return note === '' ? reason.name : `${reason.name}: ${note}`;
}
