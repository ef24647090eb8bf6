import { Table } from '../../lifecycle/columns';
import { optionsOf } from '../status-reasons/status-metadata';

export interface ChoiceOption {
    readonly value: number;
    readonly label: string;
}

/** Options by column, in the user's language. */
export type ChoiceOptions = Readonly<Record<string, readonly ChoiceOption[]>>;

/** @throws what the platform throws, when the metadata cannot be read */
export async function readChoiceOptions(
    utility: Pick<ComponentFramework.Utility, 'getEntityMetadata'>,
    columns: readonly string[],
): Promise<ChoiceOptions> {
    if (columns.length === 0) return {};
    const metadata: unknown = await utility.getEntityMetadata(Table.lead, [...columns]);
    return Object.fromEntries(columns.map((column) => [column, optionsOf(metadata, column)]));
}
