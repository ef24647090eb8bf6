import type { Finding } from '../change-sets/change-result';
import { LeadState } from '../choices';
import type { DialogHost } from '../commands/dialog-host';
import { EntitySet, LeadColumn, selectName, Table } from '../columns';
import { isRow, numberOf, plainId, textOf, type Row } from '../row';
import type { QualificationConflict, QualificationDone } from '../qualify/qualification-outcome';

/** What a run meant to do with a lead. */
export interface Intended {
    readonly id: string;
    /** `@odata.etag` of the lead when it was read. */
    readonly etag: string;
    /** The id that its opportunity was to get; null without one. */
    readonly opportunityId: string | null;
    readonly success: QualificationDone;
}

const NOT_FOUND = 404;
const FORMATTED = '@OData.Community.Display.V1.FormattedValue';
const COLUMNS = [LeadColumn.state, LeadColumn.qualifyingOpportunity, LeadColumn.modifiedOn, LeadColumn.modifiedBy];
const SELECT = COLUMNS.map(selectName).join(',');

/**
 * Looks at leads whose answer was lost, or that someone else may have changed.
 * @returns a finding for each, in their order
 * @throws ConnectionLost; Refused when the batch as a whole is
 */
export async function lookAtLeads(
    { webApi, user }: Pick<DialogHost, 'webApi' | 'user'>,
    intended: readonly Intended[],
): Promise<readonly Finding<QualificationConflict>[]> {
    const answers = await webApi.read(intended.map(({ id }) => `${EntitySet.lead}(${id})?$select=${SELECT}`));
    return intended.map((each, index): Finding<QualificationConflict> => {
        const answer = answers[index];
        if (answer?.ok === false) {
            const { problem } = answer;
            return problem.status === NOT_FOUND ? { kind: 'gone' } : { kind: 'refused', problem };
        }
        return isRow(answer?.body) ? findingOf(each, answer.body, user.id) : { kind: 'unknown' };
    });
}

/** What the lead as it is now says about what was meant to be done with it. */
export function findingOf(intended: Intended, lead: Row, userId: string): Finding<QualificationConflict> {
    if (textOf(lead, '@odata.etag') === intended.etag) return { kind: 'untouched' };
    const isQualified = numberOf(lead, LeadColumn.state) === LeadState.qualified;
    const opportunityId = plainId(textOf(lead, LeadColumn.qualifyingOpportunity)) || null;
    const isOurs =
        intended.opportunityId === null
            ? opportunityId === null && plainId(textOf(lead, LeadColumn.modifiedBy)) === userId
            : opportunityId === intended.opportunityId;
    if (isQualified && isOurs) return { kind: 'done' };
    const meanwhile: QualificationConflict = {
        kind: 'conflict',
        row: Table.lead,
        by: textOf(lead, `${selectName(LeadColumn.modifiedBy)}${FORMATTED}`),
        on: textOf(lead, `${LeadColumn.modifiedOn}${FORMATTED}`),
        isQualified,
        opportunityId,
        opportunityName: textOf(lead, `${selectName(LeadColumn.qualifyingOpportunity)}${FORMATTED}`),
    };
    return { kind: 'changed', meanwhile };
}
