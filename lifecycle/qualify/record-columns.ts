import { OpportunityColumn, Table } from '../columns';
import { arriving, mappedColumns, type MappedColumn } from './mapped-columns';
import type { QualificationChoices } from './qualification-choices';
import type { QualificationInput } from './qualification-input';
import type { Target } from './target';

/** Columns of an opportunity that the qualification fills by itself, whatever the maps say. */
const OWN: ReadonlySet<string> = new Set([
    OpportunityColumn.parentAccount,
    OpportunityColumn.parentContact,
    OpportunityColumn.customer,
    OpportunityColumn.owner,
    OpportunityColumn.currency,
]);

/**
 * The mapped columns of a row that is to be created, in the seller's edits' version: what a dry run shows and what is
 * written. Edited columns that are blank now are left out.
 */
export function recordColumns(
    input: Pick<QualificationInput, 'lead' | 'maps' | 'definitions'>,
    target: Target,
    { opportunity }: Pick<QualificationChoices, 'opportunity'>,
): readonly MappedColumn[] {
    const mapped = mappedColumns(input.lead, target, input);
    if (target !== Table.opportunity || opportunity === null) return mapped;
    const edited: Readonly<Record<string, unknown>> = {
        [OpportunityColumn.name]: opportunity.topic.trim(),
        [OpportunityColumn.estimatedValue]: opportunity.estimatedValue,
        [OpportunityColumn.estimatedCloseDate]: opportunity.closeDate,
    };
    return mapped
        .filter((column) => !OWN.has(column.target) && !(column.target in edited && edited[column.target] === null))
        .map((column) => (column.target in edited ? withValue(column, edited[column.target]) : column));
}

/** The values that are written: those of the mapped columns that arrive. */
export function writtenColumns(columns: readonly MappedColumn[]): ReadonlyMap<string, unknown> {
    return new Map(arriving(columns).map(({ target, value }) => [target, value]));
}

function withValue(column: MappedColumn, value: unknown): MappedColumn {
    const isSame = column.value === value || (typeof column.value === 'string' && column.value.slice(0, 10) === value);
    return isSame ? column : { ...column, value, text: String(value), cutTo: null };
}
