import { OpportunityState } from '../choices';
import type { DialogHost } from '../commands/dialog-host';
import type { Row } from '../row';
import { readStatuses, statusAddresses, statusesOf, type OpportunityStatus } from './closing-status';
import type { Opportunity } from './opportunity';
import { processAddresses, readProcesses } from './process-instance';
import { readOpportunities } from './read-opportunities';

/** Everything that the dialog shows before anything is written. */
export interface ReopeningInput {
    readonly closed: readonly Opportunity[];
    /** Those that are open already. */
    readonly open: readonly Opportunity[];
    readonly gone: number;
    /** Status reasons of open opportunities, the default first. */
    readonly statuses: readonly OpportunityStatus[];
    /** Instances of the sales process by opportunity. */
    readonly processes: ReadonlyMap<string, readonly Row[]>;
}

/**
 * Reads what reopening opportunities needs, in one request.
 * @throws ConnectionLost; Refused when the opportunities cannot be read
 */
export async function prepareReopening(
    host: Pick<DialogHost, 'webApi' | 'report'>,
    ids: readonly string[],
): Promise<ReopeningInput> {
    const { opportunities, gone, others } = await readOpportunities(
        host,
        ids,
        [],
        [...statusAddresses, ...processAddresses(ids)],
    );
    const [statuses, states] = others.map((answer) => (answer.ok ? answer.body : undefined));
    const isOpen = (opportunity: Opportunity): boolean => opportunity.state === OpportunityState.open;
    return {
        closed: opportunities.filter((opportunity) => !isOpen(opportunity)),
        open: opportunities.filter(isOpen),
        gone,
        statuses: statusesOf(OpportunityState.open, readStatuses([statuses, states])),
        processes: readProcesses(others.slice(statusAddresses.length)),
    };
}
