import { LeadState } from '../choices';
import type { Configuration } from '../configuration/configuration';
import type { DisqualificationReason } from '../configuration/disqualification-reason';
import type { StatusReason } from '../configuration/status-reason';
import { isBlank } from '../row';

/** What the seller says of one lead. */
export interface Disqualification {
    readonly reason: DisqualificationReason;
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

const STANDS_FOR_STATUS = 'status:';

/** Status reasons without any reason would be out of reach, so each of them stands for itself. */
export function reasonsFor(
    configuration: Pick<Configuration, 'reasons'>,
    targets: readonly StatusReason[],
): readonly DisqualificationReason[] {
    const bare = targets
        .filter((target) => target.state === LeadState.disqualified)
        .filter((target) => !configuration.reasons.some((reason) => reason.status === target.value))
        .map((target) => ({
            id: `${STANDS_FOR_STATUS}${target.value}`,
            name: target.label,
            status: target.value,
            noteRequired: false,
            revisitAfterDays: null,
            order: 0,
        }));
    return [...configuration.reasons, ...bare];
}

/** Whether a lead can refer to the reason: not to a default one, and not to a status reason that stands for itself. */
export function isReasonRow(
    reason: Pick<DisqualificationReason, 'id'>,
    { reasonsAreRows }: Pick<Configuration, 'reasonsAreRows'>,
): boolean {
    return reasonsAreRows && !reason.id.startsWith(STANDS_FOR_STATUS);
}

/** What still keeps the answer from being accepted. */
export type AnswerProblem = 'reason-missing' | 'note-missing' | 'revisit-in-the-past';

/**
 * @param noteRequired whether the transition demands a note; the reason may as well
 * @param today `YYYY-MM-DD` in the user's time zone
 */
export function checkAnswer(
    { reason, note, revisitOn }: Omit<Disqualification, 'reason'> & { readonly reason: DisqualificationReason | null },
    noteRequired: boolean,
    today: string,
): readonly AnswerProblem[] {
    const problems: AnswerProblem[] = [];
    if (!reason) problems.push('reason-missing');
    if ((noteRequired || reason?.noteRequired) && isBlank(note)) problems.push('note-missing');
    if (revisitOn !== null && revisitOn < today) problems.push('revisit-in-the-past');
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
