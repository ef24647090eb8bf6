import { LeadState } from '../choices';
import { EntitySet, LeadColumn, selectName, Table } from '../columns';
import { isRow, numberOf, plainId, textOf, type Row } from '../row';
import type { WebApi } from '../web-api/web-api';
import type { LeadResult } from './lead-result';

/** What a run meant to do with a lead. */
export interface Intended {
    readonly leadId: string;
    /** `@odata.etag` of the lead when it was read. */
    readonly etag: string;
    /** The id that its opportunity was to get; null without one. */
    readonly opportunityId: string | null;
    readonly success: Extract<LeadResult, { kind: 'done' }>;
}

const FORMATTED = '@OData.Community.Display.V1.FormattedValue';
const COLUMNS = [LeadColumn.state, LeadColumn.qualifyingOpportunity, LeadColumn.modifiedOn, LeadColumn.modifiedBy];
const SELECT = COLUMNS.map(selectName).join(',');

/**
 * Finds out by reading what has become of leads whose answer was lost, or that someone else may have changed.
 * @param userId who runs
 * @returns null for a lead that is as it was
 * @throws ConnectionLost; Refused when the batch as a whole is
 */
export async function checkLeads(
    webApi: Pick<WebApi, 'read'>,
    intended: readonly Intended[],
    userId: string,
): Promise<ReadonlyMap<string, LeadResult | null>> {
    const answers = await webApi.read(intended.map(({ leadId }) => `${EntitySet.lead}(${leadId})?$select=${SELECT}`));
    return new Map(
        intended.map((each, index) => {
            const answer = answers[index];
            if (!answer) return [each.leadId, { kind: 'unknown' }];
            if (!answer.ok) return [each.leadId, { kind: 'refused', problem: answer.problem }];
            return [each.leadId, isRow(answer.body) ? resultOf(each, answer.body, userId) : { kind: 'unknown' }];
        }),
    );
}

/** What the lead as it is now says about the run; null when it is as it was. */
export function resultOf(intended: Intended, lead: Row, userId: string): LeadResult | null {
    if (textOf(lead, '@odata.etag') === intended.etag) return null;
    const isQualified = numberOf(lead, LeadColumn.state) === LeadState.qualified;
    const opportunityId = plainId(textOf(lead, LeadColumn.qualifyingOpportunity)) || null;
    const isOurs =
        intended.opportunityId === null
            ? opportunityId === null && plainId(textOf(lead, LeadColumn.modifiedBy)) === userId
            : opportunityId === intended.opportunityId;
    if (isQualified && isOurs) return intended.success;
    return {
        kind: 'conflict',
        row: Table.lead,
        by: textOf(lead, `${selectName(LeadColumn.modifiedBy)}${FORMATTED}`),
        on: textOf(lead, `${LeadColumn.modifiedOn}${FORMATTED}`),
        isQualified,
        opportunityId,
        opportunityName: textOf(lead, `${selectName(LeadColumn.qualifyingOpportunity)}${FORMATTED}`),
    };
}
