import type { Criterion } from '../configuration/criterion';
import type { Text } from '../messages';

/**
 * What keeps a lead from being qualified, in words: the server's refusal.
 * @param labelOfColumn label of a column of lead by its logical name
 */
export function gapsText(
    blocking: readonly Criterion[],
    labelOfColumn: (column: string) => string,
    text: Text,
): string {
    const items = blocking.map(({ message, name, column }) =>
        text('list.item', text('criterion.open', message === '' ? name : message, labelOfColumn(column))),
    );
    return [text('qualify.dialog.blocked'), ...items].join('\n');
}
