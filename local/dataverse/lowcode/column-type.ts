/** The Power Fx type of a column (Microsoft Power Fx, "Data types"; "Work with Dataverse tables"). */
import { choiceType, fieldsOf, noFields, recordType, tableType, Types, type Type } from '../../powerfx';
import type { Column, Table } from '../metadata/types';
import { choiceSetOf } from './choice-sets';

/** Finds the row type of another table, for lookups. */
export type RowTypeOf = (table: string) => Type | undefined;

/**
 * @param rowType asked only for lookups, so that tables that refer to one another are not worked out in circles
 * @returns undefined for columns that formulas do not see: parties, files, images, labels of other columns
 */
export function columnType(table: Table, column: Column, rowType: RowTypeOf): Type | undefined {
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
            return column.optionSet ? choiceType(choiceSetOf(table, column, column.optionSet)) : Types.Decimal;
        case 'MultiSelectPicklist':
            return column.optionSet
                ? tableType(fieldsOf({ Value: choiceType(choiceSetOf(table, column, column.optionSet)) }))
                : undefined;
        case 'DateTime':
            return dateType(column);
        case 'Uniqueidentifier':
            return Types.Guid;
        case 'Lookup':
        case 'Customer':
        case 'Owner':
            return lookupType(column, rowType);
        case 'File':
        case 'Image':
        case 'ManagedProperty':
        case 'PartyList':
        case 'Virtual':
            return undefined;
    }
}

function dateType(column: Column): Type {
    switch (column.dateTimeBehavior) {
        case 'DateOnly':
            return Types.Date;
        case 'TimeZoneIndependent':
            return Types.DateTimeNoTimeZone;
        case 'UserLocal':
        case undefined:
            return Types.DateTime;
    }
}

/** A lookup to one of several tables has no columns of its own: AsType says which table's row it is. */
function lookupType(column: Column, rowType: RowTypeOf): Type {
    const [target, ...others] = column.type === 'Lookup' ? (column.targets ?? []) : [];
    const single = target !== undefined && others.length === 0 ? rowType(target) : undefined;
    return single ?? recordType(noFields);
}
