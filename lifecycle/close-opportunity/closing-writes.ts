import { EntitySet, OpportunityColumn } from '../columns';
import type { ChangeSet } from '../web-api/web-api';
import type { ClosingOutcome } from './closing';
import { closingMoment } from './closing-moment';
import { closingSubject } from './closing-description';
import type { Opportunity } from './opportunity';

/** One opportunity and how it closes. */
export interface Closing {
    readonly outcome: ClosingOutcome;
    readonly opportunity: Pick<Opportunity, 'id' | 'etag'>;
    readonly status: number;
    /** Of the activity, in the seller's language. */
    readonly subject: string;
    /** Null leaves it open. */
    readonly revenue: number | null;
    /** As `YYYY-MM-DD`. */
    readonly closeDate: string;
    readonly competitorId: string | null;
    readonly description: string;
}

const ACTIONS: Readonly<Record<ClosingOutcome, string>> = { won: 'WinOpportunity', lost: 'LoseOpportunity' };

/**
 * What closes an opportunity. Won and Lost are reached by their own messages only (Microsoft Learn, "WinOpportunity
 * Action"), which know no version; so the update before them, of what they write anyway, asks for the version that the
 * seller has seen, and of two who close at once the second is refused as a whole.
 * @param minutesEast of Greenwich that the seller's clock is
 */
export function closingWrites(closing: Closing, minutesEast: number): ChangeSet {
    const { id, etag } = closing.opportunity;
    return [
        {
            kind: 'update',
            entitySet: EntitySet.opportunity,
            id,
            columns: {
                [OpportunityColumn.actualValue]: closing.revenue,
                [OpportunityColumn.actualCloseDate]: closing.closeDate,
            },
            ifMatch: etag,
        },
        {
            kind: 'action',
            address: ACTIONS[closing.outcome],
            parameters: {
                OpportunityClose: {
                    '@odata.type': 'Microsoft.Dynamics.CRM.opportunityclose',
                    subject: closingSubject(closing.subject),
                    [`${OpportunityColumn.id}@odata.bind`]: `/${EntitySet.opportunity}(${id})`,
                    actualend: closingMoment(closing.closeDate, minutesEast),
                    ...(closing.revenue !== null && { actualrevenue: closing.revenue }),
                    ...(closing.competitorId !== null && {
                        'competitorid@odata.bind': `/${EntitySet.competitor}(${closing.competitorId})`,
                    }),
                    ...(closing.description !== '' && { description: closing.description }),
                },
                Status: closing.status,
            },
        },
    ];
}
