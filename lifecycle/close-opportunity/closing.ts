import { OpportunityState } from '../choices';
import type { Opportunity } from './opportunity';
import type { RevenueRange } from './revenue-range';

/** How an opportunity ends. */
export type ClosingOutcome = 'won' | 'lost';

export function stateOfOutcome(outcome: ClosingOutcome): OpportunityState {
    return outcome === 'won' ? OpportunityState.won : OpportunityState.lost;
}

/** What the seller decides for one opportunity, or for all that are closed together. */
export interface ClosingAnswer {
    readonly status: number | null;
    /** The day it was won or lost on, as `YYYY-MM-DD`; empty for none. */
    readonly closeDate: string;
    readonly competitorId: string | null;
    readonly description: string;
}

export type ClosingProblem = 'status-missing' | 'date-missing';

/**
 * What keeps an answer from being used. Dataverse takes any day, past or to come, so every whole one is good.
 * @param statuses values that the outcome may have
 */
export function checkClosing(answer: ClosingAnswer, statuses: readonly number[]): readonly ClosingProblem[] {
    const problems: ClosingProblem[] = [];
    if (answer.status === null || !statuses.includes(answer.status)) problems.push('status-missing');
    if (!isDay(answer.closeDate)) problems.push('date-missing');
    return problems;
}

/** What the actual revenue starts with: won, what was expected; lost, nothing. Within what the column holds. */
export function proposeRevenue(
    outcome: ClosingOutcome,
    opportunity: Pick<Opportunity, 'estimatedRevenue'>,
    range: RevenueRange,
): number | null {
    if (outcome === 'lost') return range.least;
    const { estimatedRevenue } = opportunity;
    return estimatedRevenue === null ? null : Math.min(Math.max(estimatedRevenue, range.least), range.most);
}

/** Whether an actual revenue may be written; none is no problem. */
export function isRevenueValid(revenue: number | null, range: RevenueRange): boolean {
    return revenue === null || (Number.isFinite(revenue) && revenue >= range.least && revenue <= range.most);
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`, that Dataverse can keep (from 1753 on). */
export function isDay(text: string): boolean {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '1753-01-01') return false;
    const moment = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text;
}
