import type { Criterion } from '../configuration/criterion';
import { hintOf } from '../criteria/gaps-text';
import type { Host } from './host';

/** What is still to do for a criterion, with the column's name: "Enter the budget amount. (Budget Amount)". */
export function openCriterionText(
    host: Pick<Host, 'text'>,
    criterion: Criterion,
    columnLabels: Readonly<Record<string, string>>,
): string {
    return host.text('criterion.open', hintOf(criterion), columnLabels[criterion.column] ?? criterion.column);
}
