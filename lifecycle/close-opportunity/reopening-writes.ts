import { OpportunityState } from '../choices';
import { EntitySet, OpportunityColumn } from '../columns';
import type { Row } from '../row';
import type { ChangeSet } from '../web-api/web-api';
import type { Opportunity } from './opportunity';
import { resumeProcess } from './process-instance';

/**
 * What opens a closed opportunity again. Only its state can change while it is closed; what the closing left in it goes
 * once it is open, and its process goes on. The closing activity stays.
 * @param instances of its sales process
 */
export function reopeningWrites(
    opportunity: Pick<Opportunity, 'id' | 'etag'>,
    status: number,
    instances: readonly Row[],
): ChangeSet {
    const { id, etag } = opportunity;
    return [
        {
            kind: 'update',
            entitySet: EntitySet.opportunity,
            id,
            columns: { [OpportunityColumn.state]: OpportunityState.open, [OpportunityColumn.status]: status },
            ifMatch: etag,
        },
        {
            kind: 'update',
            entitySet: EntitySet.opportunity,
            id,
            columns: { [OpportunityColumn.actualValue]: null, [OpportunityColumn.actualCloseDate]: null },
        },
        ...resumeProcess(instances),
    ];
}
