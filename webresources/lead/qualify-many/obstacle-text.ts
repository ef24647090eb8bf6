import { LeadState } from '../../../lifecycle/choices';
import { LeadColumn } from '../../../lifecycle/columns';
import { openCriterionText } from '../../../lifecycle/commands/criterion-text';
import type { DialogHost } from '../../../lifecycle/commands/dialog-host';
import type { Criterion } from '../../../lifecycle/configuration/criterion';
import { labelOf } from '../../../lifecycle/configuration/status-reason';
import { refusalText } from '../../../lifecycle/messages';
import type { CheckedLead, Obstacle } from '../../../lifecycle/qualify-many/checked-lead';
import { numberOf } from '../../../lifecycle/row';
import { labelOfColumn } from '../../../lifecycle/table-definitions/table-definition';
import type { BulkWords } from './words';

export type TextHost = Pick<DialogHost, 'text' | 'statusReasons'>;

/** What keeps a lead from being qualified, a line for each reason. */
export function obstacleTexts(lead: CheckedLead, host: TextHost, words: BulkWords): readonly string[] {
    return lead.obstacles.flatMap((obstacle) => obstacleText(obstacle, lead, host, words));
}

/** What is still to do for an open criterion. */
export function criterionText(criterion: Criterion, lead: CheckedLead, host: TextHost): string {
    return openCriterionText(host, criterion, { [criterion.column]: labelIn(lead, criterion.column) });
}

function obstacleText(obstacle: Obstacle, lead: CheckedLead, host: TextHost, words: BulkWords): readonly string[] {
    switch (obstacle.kind) {
        case 'not-found':
            return [words('obstacle.notFound')];
        case 'closed':
            return [words(obstacle.state === LeadState.qualified ? 'obstacle.qualified' : 'obstacle.closed')];
        case 'criteria':
            return obstacle.criteria.map((criterion) => criterionText(criterion, lead, host));
        case 'missing':
            return [words('obstacle.missing', obstacle.columns.map((column) => labelIn(lead, column)).join(', '))];
        case 'transition': {
            const { message, refusals } = obstacle.decision;
            if (message !== '') return [message];
            const move = {
                from: labelOf(lead.input && numberOf(lead.input.lead, LeadColumn.status), host.statusReasons),
                to: labelOf(lead.input?.status ?? null, host.statusReasons),
                labelOfColumn: (column: string) => labelIn(lead, column),
            };
            return refusals.map((refusal) => refusalText(refusal, move, host.text));
        }
    }
}

function labelIn({ input }: CheckedLead, column: string): string {
    return input ? labelOfColumn(input.definitions.lead, column) : column;
}
