import type { DialogHost } from '../commands/dialog-host';
import { Refused, rowsOf, type ReadAnswer } from '../web-api/web-api';
import { opportunityAddresses, readOpportunity, type Opportunity } from './opportunity';

/** Opportunities in the order of their ids, and what was read with them. */
export interface OpportunityRead {
    readonly opportunities: readonly Opportunity[];
    /** How many of them are not there, or not for this seller. */
    readonly gone: number;
    /** The answers to the other addresses. */
    readonly others: readonly ReadAnswer[];
}

/**
 * Reads opportunities and whatever else is needed, in one request. A criterion's column may be gone or be a lookup,
 * which `$select` cannot know; the whole rows are read then, in a second one.
 * @param columns that the criteria look at
 * @throws ConnectionLost, or Refused when the opportunities cannot be read
 */
export async function readOpportunities(
    host: Pick<DialogHost, 'webApi' | 'report'>,
    ids: readonly string[],
    columns: readonly string[],
    otherAddresses: readonly string[],
): Promise<OpportunityRead> {
    const addresses = opportunityAddresses(ids, columns);
    const answers = await host.webApi.read([...addresses, ...otherAddresses]);
    const own = answers.slice(0, addresses.length);
    const refused = own.find((answer) => !answer.ok);
    const rows = refused && columns.length > 0 ? await host.webApi.read(opportunityAddresses(ids, null)) : own;
    const byId = new Map(
        rows
            .flatMap((answer) => {
                if (!answer.ok) throw new Refused(answer.problem);
                return rowsOf(answer.body).map(readOpportunity);
            })
            .map((opportunity) => [opportunity.id, opportunity]),
    );
    const opportunities = ids.map((id) => byId.get(id)).filter((found) => found !== undefined);
    return {
        opportunities,
        gone: ids.length - opportunities.length,
        others: answers.slice(addresses.length),
    };
}
