import { ORIGINATING_LEAD, Table } from '../columns';
import type { Row } from '../row';
import { written } from '../table-definitions/column-value';
import type { QualificationChoices } from './qualification-choices';
import type { QualificationInput } from './qualification-input';
import { recordColumns, writtenColumns } from './record-columns';
import type { Target } from './target';

/** A row of a table that is known. */
export interface RowOf<Name extends string> {
    readonly table: Name;
    readonly id: string;
}

/** The mapped columns of a row that is created, with its id and where it comes from. */
export function newRow(input: QualificationInput, choices: QualificationChoices, table: Target, id: string): Row {
    const definition = input.definitions[table];
    const columns: Record<string, unknown> = { [definition.primaryId]: id };
    for (const [column, value] of writtenColumns(recordColumns(input, table, choices))) {
        Object.assign(columns, valueFor(input, { table }, column, value));
    }
    return { ...columns, ...valueFor(input, { table }, ORIGINATING_LEAD, { table: Table.lead, id: input.leadId }) };
}

/** How a value is written into a column of a table; nothing for a column that the table does not have. */
export function valueFor(
    { definitions }: Pick<QualificationInput, 'definitions'>,
    { table }: { readonly table: Target | Table.lead },
    column: string,
    value: unknown,
): Row {
    const definition = definitions[table].columns.get(column);
    return definition ? written(definition, value, definitions.entitySets) : {};
}

export function reference<Name extends string>(table: Name, id: string | null): RowOf<Name> | null {
    return id === null ? null : { table, id };
}
