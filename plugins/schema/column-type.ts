import {
    choiceSet,
    choiceType,
    fieldsOf,
    noFields,
    recordType,
    tableType,
    Types,
    type Type,
} from '../../local/powerfx';
import type { ColumnModel, TableModel } from '../model/table-model';

/**
 * The Power Fx type of a column (Microsoft Power Fx, "Data types"; "Work with Dataverse tables").
 * @param rowType the type of another table's rows, for lookups
 * @returns undefined for a column that formulas do not see
 */
export function columnType(
    table: TableModel,
    column: ColumnModel,
    rowType: (table: string) => Type | undefined,
): Type | undefined {
    switch (column.type) {
        case 'String':
        case 'Memo':
        case 'EntityName':
            return Types.Text;
        case 'BigInt':
        case 'Decimal':
        case 'Integer':
        case 'Money':
            return Types.Decimal;
        case 'Double':
            return Types.Number;
        case 'Boolean':
            return Types.Boolean;
        case 'Picklist':
        case 'State':
        case 'Status':
            return choiceOf(table, column);
        case 'MultiSelectPicklist':
            return tableType(fieldsOf({ Value: choiceOf(table, column) }));
        case 'DateTime':
            if (!column.isSameEverywhere) return Types.DateTime;
            return column.isDateOnly ? Types.Date : Types.DateTimeNoTimeZone;
        case 'Uniqueidentifier':
            return Types.Guid;
        case 'Lookup':
        case 'Customer':
        case 'Owner':
            return lookupType(column, rowType);
        case 'Image':
        case 'Other':
            return undefined;
    }
}

/** Choices are compared as numbers only, so each column may have one of its own. */
function choiceOf(table: TableModel, column: ColumnModel): Type {
    const options = (column.options ?? []).map(({ value, labels }) => ({
        name: String(value),
        displayName: labels[1033],
        value,
    }));
    return choiceType(choiceSet({ name: `${table.name}_${column.name}`, options }));
}

/** A lookup to one of several tables has no columns of its own: AsType says which table's row it is. */
function lookupType({ targets = [] }: ColumnModel, rowType: (table: string) => Type | undefined): Type {
    const [only, ...others] = targets;
    return (only !== undefined && others.length === 0 ? rowType(only) : undefined) ?? recordType(noFields);
}
