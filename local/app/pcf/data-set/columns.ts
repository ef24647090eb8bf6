/** Columns of a data set (Microsoft Learn, "Column"): those of the view, and those that the component has added. */
import type { ClientColumn, ClientTable } from '../../../dataverse/client/types';
import type { GridColumn } from '../../list/grid-columns';

export type DataSetColumn = ComponentFramework.PropertyHelper.DataSetApi.Column;

export function viewColumn(column: GridColumn, order: number): DataSetColumn {
    return {
        name: column.name,
        displayName: column.label,
        dataType: column.column ? dataTypeOf(column.column) : 'SingleLine.Text',
        alias: column.name,
        order,
        visualSizeFactor: column.width,
        isHidden: false,
        isPrimary: column.isPrimary,
        disableSorting: !column.sortable,
    };
}

/** A column that the component has asked for: there, but hidden, as the view does not show it. */
export function addedColumn(table: ClientTable, name: string): DataSetColumn {
    const column = table.columns[name];
    return {
        name,
        displayName: column?.displayName ?? name,
        dataType: column ? dataTypeOf(column) : 'SingleLine.Text',
        alias: name,
        order: -1,
        visualSizeFactor: 100,
        isHidden: true,
        isPrimary: name === table.primaryNameColumn,
        disableSorting: false,
    };
}

const TEXT_FORMATS: Readonly<Record<string, string>> = {
    Email: 'SingleLine.Email',
    Phone: 'SingleLine.Phone',
    Url: 'SingleLine.URL',
    TextArea: 'SingleLine.TextArea',
    TickerSymbol: 'SingleLine.Ticker',
};

/** The framework's name for a column's type (Microsoft Learn, "Manifest: property, of-type"). */
export function dataTypeOf(column: ClientColumn): string {
    switch (column.type) {
        case 'String':
            return TEXT_FORMATS[column.format ?? ''] ?? 'SingleLine.Text';
        case 'Memo':
            return 'Multiple';
        case 'Boolean':
            return 'TwoOptions';
        case 'Picklist':
        case 'State':
        case 'Status':
            return 'OptionSet';
        case 'MultiSelectPicklist':
            return 'MultiSelectPicklist';
        case 'DateTime':
            return column.format === 'DateOnly' || column.dateTimeBehavior === 'DateOnly'
                ? 'DateAndTime.DateOnly'
                : 'DateAndTime.DateAndTime';
        case 'Integer':
        case 'BigInt':
            return 'Whole.None';
        case 'Decimal':
            return 'Decimal';
        case 'Double':
            return 'FP';
        case 'Money':
            return 'Currency';
        case 'Lookup':
            return 'Lookup.Simple';
        case 'Customer':
            return 'Lookup.Customer';
        case 'Owner':
            return 'Lookup.Owner';
        case 'PartyList':
            return 'Lookup.PartyList';
        case 'EntityName':
        case 'File':
        case 'Image':
        case 'ManagedProperty':
        case 'Uniqueidentifier':
        case 'Virtual':
            return 'SingleLine.Text';
    }
}
