import type { Criterion } from '../configuration/criterion';
import type { Host } from './host';

/** What is still to do for a criterion, with the column's name: "Enter the budget amount. (Budget Amount)". */
export function openCriterionText(
    host: Pick<Host, 'text'>,
    criterion: Criterion,
    columnLabels: Readonly<Record<string, string>>,
): string {
    const hint = criterion.message === '' ? criterion.name : criterion.message;
    return host.text('criterion.open', hint, columnLabels[criterion.column] ?? criterion.column);
}
