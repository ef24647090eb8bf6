import { LeadState } from '../choices';
import { EntitySet, LeadColumn, Navigation } from '../columns';
import type { Row } from '../row';
import type { ChangeSet, Write } from '../web-api/web-api';
import type { Disqualification } from './disqualification';
import { cancelWrites, type OpenActivity } from './open-activities';

/** How long the column of the note is. */
export const NOTE_LENGTH = 2000;

/** What disqualifies one lead, besides what the seller says of it. */
export interface DisqualificationOptions {
    /** Whether the lead can refer to the reason; one that it cannot refer to is kept in the note. */
    readonly reasonIsRow: boolean;
    readonly competitorId: string | null;
    /** In the seller's words, who won: stands at the top of the note, for the history shows it. Empty for nobody. */
    readonly competitorLine: string;
    /** Those that are canceled with the lead. */
    readonly activities: readonly OpenActivity[];
    /** What keeps the person: rows created before, and columns of the lead that refer to them. */
    readonly kept?: { readonly writes: readonly Write[]; readonly leadColumns: Row };
}

/**
 * What disqualifies a lead: all of it or nothing. The lead is written under the version that the seller has seen, so of
 * two who change it at once the second is refused as a whole. The competitor is linked while the lead is still open.
 */
export function disqualificationWrites(
    lead: { readonly id: string; readonly etag: string },
    answer: Disqualification,
    options: DisqualificationOptions,
): ChangeSet {
    const { competitorId, activities, kept } = options;
    return [
        ...(kept?.writes ?? []),
        ...(competitorId === null ? [] : [linkCompetitor(lead.id, competitorId)]),
        {
            kind: 'update',
            entitySet: EntitySet.lead,
            id: lead.id,
            columns: { ...kept?.leadColumns, ...disqualificationColumns(answer, options) },
            ifMatch: lead.etag,
        },
        ...cancelWrites(activities),
    ];
}

/** The N:N relationship of lead and competitor is the platform's own. */
function linkCompetitor(leadId: string, competitorId: string): Write {
    return {
        kind: 'associate',
        entitySet: EntitySet.lead,
        id: leadId,
        collection: 'leadcompetitors_association',
        target: { entitySet: EntitySet.competitor, id: competitorId },
    };
}

/**
 * The columns to write on the lead. State and status reason go together: Dataverse refuses a status reason of
 * another state on its own. That a seller wants no revisit is said, for silence would take the day of the reason.
 */
export function disqualificationColumns(
    { reason, note, revisitOn }: Disqualification,
    options: Pick<DisqualificationOptions, 'reasonIsRow' | 'competitorLine'>,
): Row {
    return {
        [LeadColumn.state]: LeadState.disqualified,
        [LeadColumn.status]: reason.status,
        [LeadColumn.disqualificationNote]: noteOf(reason.name, note, options),
        [LeadColumn.revisitOn]: revisitOn,
        [LeadColumn.noRevisit]: revisitOn === null,
        ...(options.reasonIsRow && {
            [`${Navigation.disqualificationReason}@odata.bind`]: `/${EntitySet.disqualificationReason}(${reason.id})`,
        }),
    };
}

/**
 * The note as it is kept: with the reason's name where nothing else would tell it, and who won in a line of its own.
 * @returns null for an empty one
 */
export function noteOf(
    reasonName: string,
    typed: string,
    { reasonIsRow, competitorLine }: Pick<DisqualificationOptions, 'reasonIsRow' | 'competitorLine'>,
): string | null {
    const note = typed.trim();
    const named = reasonIsRow ? note : [reasonName, note].filter((part) => part !== '').join(': ');
    const whole = [competitorLine, named].filter((part) => part !== '').join('\n');
    return whole === '' ? null : whole;
}
