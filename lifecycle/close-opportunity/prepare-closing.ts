import { Gate, OpportunityState } from '../choices';
import type { DialogHost } from '../commands/dialog-host';
import { columnsOfGate, judge, type Verdict } from '../criteria/gate';
import { plainId, textOf, type Row } from '../row';
import { rowsOf } from '../web-api/web-api';
import { stateOfOutcome, type ClosingOutcome } from './closing';
import { labelOf, readStatuses, statusAddresses, statusesOf, type OpportunityStatus } from './closing-status';
import type { Opportunity } from './opportunity';
import { readOpportunities } from './read-opportunities';
import { readRevenueRange, revenueRangeAddress, type RevenueRange } from './revenue-range';

/** An open opportunity and how it stands before the gate that closing it as won has to pass. */
export interface ClosingCandidate {
    readonly opportunity: Opportunity;
    readonly verdict: Verdict;
}

export interface Competitor {
    readonly id: string;
    readonly name: string;
}

/** Everything that the dialog shows before anything is written. */
export interface ClosingInput {
    readonly outcome: ClosingOutcome;
    readonly candidates: readonly ClosingCandidate[];
    /** Those that are closed already. */
    readonly closed: readonly Opportunity[];
    readonly gone: number;
    /** Status reasons that the outcome may have, its default first. */
    readonly statuses: readonly OpportunityStatus[];
    readonly range: RevenueRange;
    /** Display names of the criteria's columns. */
    readonly columnLabels: ReadonlyMap<string, string>;
    /** Who is known to compete for the only opportunity; empty for several. */
    readonly competitors: readonly Competitor[];
}

/**
 * Reads what closing opportunities needs, in one request.
 * @throws ConnectionLost; Refused when the opportunities or their status reasons cannot be read
 */
export async function prepareClosing(
    host: Pick<DialogHost, 'webApi' | 'configuration' | 'report'>,
    ids: readonly string[],
    outcome: ClosingOutcome,
): Promise<ClosingInput> {
    const criteria = outcome === 'won' ? host.configuration.criteria : [];
    const columns = columnsOfGate(Gate.close, criteria);
    const labels = columns.length > 0 ? [labelsAddress(columns)] : [];
    const rivals = outcome === 'lost' && ids.length === 1 ? ids.map(competitorsAddress) : [];
    const { opportunities, gone, others } = await readOpportunities(host, ids, columns, [
        ...statusAddresses,
        revenueRangeAddress,
        ...labels,
        ...rivals,
    ]);
    const [statuses, states, range, ...rest] = others.map((answer) => (answer.ok ? answer.body : undefined));
    const isOpen = (opportunity: Opportunity): boolean => opportunity.state === OpportunityState.open;
    return {
        outcome,
        candidates: opportunities.filter(isOpen).map((opportunity) => ({
            opportunity,
            verdict: judge(Gate.close, criteria, opportunity.row),
        })),
        closed: opportunities.filter((opportunity) => !isOpen(opportunity)),
        gone,
        statuses: statusesOf(stateOfOutcome(outcome), readStatuses([statuses, states])),
        range: readRevenueRange(range),
        columnLabels: labels.length > 0 ? readLabels(rowsOf(rest[0])) : new Map(),
        competitors: rivals.length > 0 ? rowsOf(rest.at(-1)).map(readCompetitor) : [],
    };
}

/** Whether the gate keeps an opportunity from being won. */
export function isBlocked({ verdict }: ClosingCandidate): boolean {
    return verdict.blocking.length > 0;
}

function labelsAddress(columns: readonly string[]): string {
    // A quote would end the text; none is part of a logical name.
    const some = columns.map((column) => `LogicalName eq '${column.replace(/'/g, "''")}'`);
    return `EntityDefinitions(LogicalName='opportunity')/Attributes?$select=LogicalName,DisplayName&$filter=${some.join(' or ')}`;
}

function readLabels(attributes: readonly Row[]): ReadonlyMap<string, string> {
    return new Map(
        attributes.map((attribute) => [
            textOf(attribute, 'LogicalName'),
            labelOf(attribute['DisplayName']) || textOf(attribute, 'LogicalName'),
        ]),
    );
}

function competitorsAddress(id: string): string {
    return `opportunities(${id})/opportunitycompetitors_association?$select=competitorid,name&$orderby=name`;
}

function readCompetitor(row: Row): Competitor {
    return { id: plainId(textOf(row, 'competitorid')), name: textOf(row, 'name') };
}
