/** A row of a data set (Microsoft Learn, "EntityRecord"). */
import type { ClientTable } from '../../../dataverse/client/types';
import type { GridRow } from '../../list/grid-model';
import { formattedValue, lookupValue, rowValue } from '../../platform/row-annotations';

type EntityRecord = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord;

export function createRecord(table: ClientTable, row: GridRow): EntityRecord {
    return {
        getRecordId: () => row.id,
        getFormattedValue: (column) => formattedValue(row.values, column),
        getValue: (column) => valueOf(table, row, column) as ReturnType<EntityRecord['getValue']>,
        getNamedReference: () => reference(row.table, row.id, row.name),
    };
}

/** An empty column answers null, whatever the framework's type says; a choice answers its value as a text. */
function valueOf(table: ClientTable, row: GridRow, column: string): unknown {
    const lookup = lookupValue(row.values, column);
    if (lookup) return reference(lookup.table, lookup.id, lookup.name);
    const value = rowValue(row.values, column);
    if (value === undefined || value === null) return null;
    switch (table.columns[column]?.type) {
        case 'Picklist':
        case 'State':
        case 'Status':
            return String(value);
        case 'MultiSelectPicklist':
            return String(value).split(',').map(Number);
        case 'DateTime':
            return new Date(String(value));
        default:
            return value;
    }
}

function reference(etn: string, guid: string, name: string): ComponentFramework.EntityReference {
    return { id: { guid }, etn, name };
}
