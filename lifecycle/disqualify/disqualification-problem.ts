import type { Configuration } from '../configuration/configuration';
import { isBlank } from '../row';

/** What the server asks of a lead that is disqualified. */
export interface DisqualifiedLead {
    readonly status: number;
    /** The reason that the lead refers to; null for none. */
    readonly reasonId: string | null;
    /** The disqualification note. */
    readonly note: string | null;
}

export type DisqualificationProblem = 'reason-missing' | 'reason-of-another-status' | 'note-missing';

/**
 * What keeps a lead from being disqualified, whichever way it is asked for. A status reason that no reason belongs to
 * stands for itself. While the reasons are the default ones, which a lead cannot refer to, the note names the reason.
 * A revisit date in the past is the dialog's concern only: leads that were closed long ago are brought in as well.
 * @returns null for nothing
 */
export function disqualificationProblem(
    configuration: Pick<Configuration, 'reasons' | 'reasonsAreRows' | 'guardIsOff'>,
    { status, reasonId, note }: DisqualifiedLead,
): DisqualificationProblem | null {
    if (configuration.guardIsOff) return null;
    const hasReasons = configuration.reasons.some((reason) => reason.status === status);
    if (!configuration.reasonsAreRows) return hasReasons && isBlank(note) ? 'reason-missing' : null;
    if (reasonId === null) return hasReasons ? 'reason-missing' : null;
    const reason = configuration.reasons.find(({ id }) => id === reasonId);
    if (reason?.status !== status) return 'reason-of-another-status';
    return reason.noteRequired && isBlank(note) ? 'note-missing' : null;
}
