/**
 * What follows a lead to its opportunity. Competitors are linked to the opportunity too. Activities and notes stay
 * with the lead; the opportunity shows them through its originating lead.
 */
import type { Pipeline } from '../pipeline';
import type { RequestContext, RowReference } from '../types';

const COMPETITORS_OF_LEAD = 'leadcompetitors';
const COMPETITORS_OF_OPPORTUNITY = 'opportunitycompetitors';

export function copyCompetitors(
    pipeline: Pipeline,
    leadId: string,
    opportunity: RowReference,
    context: RequestContext,
): void {
    const { environment } = pipeline;
    const relationship = environment.metadata
        .manyToManyOf(opportunity.table)
        .find(({ intersectTable }) => intersectTable === COMPETITORS_OF_OPPORTUNITY);
    if (!relationship || !environment.metadata.findTable(COMPETITORS_OF_LEAD)) {
        return;
    }
    const competitors = environment.store
        .prepare<{ id: string }>(
            `SELECT competitorid AS id FROM ${COMPETITORS_OF_LEAD} WHERE leadid = ? ORDER BY rowid`,
        )
        .all(leadId)
        .map(({ id }): RowReference => ({ table: 'competitor', id }));
    if (competitors.length > 0) {
        pipeline.core.associate(relationship.schemaName, opportunity, competitors, context, { asSystem: true });
    }
}
