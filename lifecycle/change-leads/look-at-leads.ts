import type { Finding } from '../change-sets/change-result';
import type { DialogHost } from '../commands/dialog-host';
import { EntitySet, LeadColumn } from '../columns';
import { isRow, numberOf, plainId, textOf, valueOf, type Row } from '../row';
import type { ReadAnswer } from '../web-api/web-api';
import type { LeadChange, LeadMeanwhile } from './lead-change';

const MODIFIED_BY = 'modifiedby';
const SELECT = [LeadColumn.state, LeadColumn.status, LeadColumn.modifiedOn, `_${MODIFIED_BY}_value`].join(',');
const NOT_FOUND = 404;

/**
 * Looks at leads whose change got no answer, or the answer that they are not what they were: what stands in Dataverse
 * is true. A lead that stands where the change takes it, by this user's hand, has been changed.
 * @returns a finding for each, in their order
 * @throws ConnectionLost; Refused when the batch as a whole is
 */
export async function lookAtLeads(
    host: Pick<DialogHost, 'webApi' | 'user'>,
    changes: readonly LeadChange[],
): Promise<readonly Finding<LeadMeanwhile>[]> {
    const answers = await host.webApi.read(changes.map(({ id }) => `${EntitySet.lead}(${id})?$select=${SELECT}`));
    return changes.map((change, index) => findingOf(change, answers[index], host.user.id));
}

function findingOf(change: LeadChange, answer: ReadAnswer | undefined, userId: string): Finding<LeadMeanwhile> {
    if (answer === undefined) return { kind: 'unknown' };
    if (!answer.ok) return answer.problem.status === NOT_FOUND ? { kind: 'gone' } : { kind: 'unknown' };
    const row: Row = isRow(answer.body) ? answer.body : {};
    const isThere =
        numberOf(row, LeadColumn.state) === change.state && numberOf(row, LeadColumn.status) === change.status;
    if (isThere && plainId(String(valueOf(row, MODIFIED_BY) ?? '')) === userId) return { kind: 'done' };
    if (textOf(row, '@odata.etag') === change.etag) return { kind: 'untouched' };
    return {
        kind: 'changed',
        meanwhile: {
            state: numberOf(row, LeadColumn.state),
            status: shown(row, LeadColumn.status),
            by: shown(row, `_${MODIFIED_BY}_value`),
            on: textOf(row, LeadColumn.modifiedOn),
        },
    };
}

function shown(row: Row, column: string): string {
    return textOf(row, `${column}@OData.Community.Display.V1.FormattedValue`);
}
