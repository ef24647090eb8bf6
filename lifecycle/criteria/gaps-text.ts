import type { Criterion } from '../configuration/criterion';
import type { Text } from '../messages';

/** What is still to do for a criterion: the maker's message, or its name where there is none. */
export function hintOf({ message, name }: Pick<Criterion, 'message' | 'name'>): string {
    return message === '' ? name : message;
}

/**
 * What keeps a lead from being qualified, in words: the server's refusal.
 * @param labelOfColumn label of a column of lead by its logical name
 */
export function gapsText(
    blocking: readonly Criterion[],
    labelOfColumn: (column: string) => string,
    text: Text,
): string {
    return [text('qualify.dialog.blocked'), linesText(blocking, labelOfColumn, text)].join('\n');
}

/**
 * What keeps a stage from being left, in words: the refusal of server and form.
 * @param stage name of the stage
 * @param labelOfColumn label of a column of the stage's table by its logical name
 */
export function stageGapsText(
    stage: string,
    blocking: readonly Criterion[],
    labelOfColumn: (column: string) => string,
    text: Text,
): string {
    return text('gate.blocked.text', stage, linesText(blocking, labelOfColumn, text));
}

/** One line for each criterion: "• Enter the budget amount. (Budget Amount)". */
export function linesText(
    criteria: readonly Criterion[],
    labelOfColumn: (column: string) => string,
    text: Text,
): string {
    return criteria
        .map((criterion) =>
            text('list.item', text('criterion.open', hintOf(criterion), labelOfColumn(criterion.column))),
        )
        .join('\n');
}
