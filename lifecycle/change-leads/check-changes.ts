import type { DialogHost } from '../commands/dialog-host';
import { EntitySet, LeadColumn } from '../columns';
import { isRow, numberOf, plainId, textOf, valueOf, type Row } from '../row';
import { ConnectionLost, Refused, type ReadAnswer } from '../web-api/web-api';
import type { ChangeResult, LeadChange } from './lead-change';

const MODIFIED_BY = 'modifiedby';
const SELECT = [LeadColumn.state, LeadColumn.status, LeadColumn.modifiedOn, `_${MODIFIED_BY}_value`].join(',');
const NOT_FOUND = 404;

/**
 * Looks at leads whose change got no answer, or the answer that they are not what they were: what stands in Dataverse
 * is true. A lead that stands where the change takes it, by this user's hand, has been changed.
 * @returns a result for each, in their order; `unknown` for all when they cannot be read either
 */
export async function checkChanges(
    host: Pick<DialogHost, 'webApi' | 'user'>,
    changes: readonly LeadChange[],
): Promise<readonly ChangeResult[]> {
    try {
        const answers = await host.webApi.read(
            changes.map(({ leadId }) => `${EntitySet.lead}(${leadId})?$select=${SELECT}`),
        );
        return changes.map((change, index) => resultOf(change, answers[index], host.user.id));
    } catch (error) {
        if (error instanceof ConnectionLost || error instanceof Refused)
            return changes.map(() => ({ kind: 'unknown' }));
        throw error;
    }
}

function resultOf(change: LeadChange, answer: ReadAnswer | undefined, userId: string): ChangeResult {
    if (answer === undefined) return { kind: 'unknown' };
    if (!answer.ok) return answer.problem.status === NOT_FOUND ? { kind: 'gone' } : { kind: 'unknown' };
    const row: Row = isRow(answer.body) ? answer.body : {};
    const isThere =
        numberOf(row, LeadColumn.state) === change.state && numberOf(row, LeadColumn.status) === change.status;
    if (isThere && plainId(String(valueOf(row, MODIFIED_BY) ?? '')) === userId) return { kind: 'done' };
    if (textOf(row, '@odata.etag') === change.etag) return { kind: 'interrupted' };
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
