/** Columns of a table for the app player. */
import { labelText } from '../metadata/labels';
import type { Column, Option, Table } from '../metadata/types';

import type { ClientColumn, ClientOption, ClientTable } from './types';

/** By logical name; columns that only show another one (names, labels) are left out. */
export function clientColumns(table: Table, language: number): ClientTable['columns'] {
    const columns: Record<string, ClientColumn> = {};
    for (const column of table.columns.values()) {
        if (column.visibleToWebApi || column.attributeOf === undefined) {
            columns[column.logicalName] = clientColumn(column, language);
        }
    }
    return columns;
}

function clientColumn(column: Column, language: number): ClientColumn {
    const { maxLength, format, minValue, maxValue, precision, dateTimeBehavior, defaultValue, targets } = column;
    return {
        logicalName: column.logicalName,
        schemaName: column.schemaName,
        type: column.type,
        displayName: labelText(column.displayName, language),
        description: labelText(column.description, language),
        requiredLevel: column.requiredLevel,
        validForCreate: column.validForCreate,
        validForRead: column.validForRead,
        validForUpdate: column.validForUpdate,
        ...(maxLength === undefined ? {} : { maxLength }),
        ...(format === undefined ? {} : { format }),
        ...(minValue === undefined ? {} : { minValue }),
        ...(maxValue === undefined ? {} : { maxValue }),
        ...(precision === undefined ? {} : { precision }),
        ...(dateTimeBehavior === undefined ? {} : { dateTimeBehavior }),
        ...(column.optionSet === undefined
            ? {}
            : { options: column.optionSet.options.map((option) => clientOption(option, language)) }),
        ...(defaultValue === undefined ? {} : { defaultValue }),
        ...(targets === undefined ? {} : { targets }),
    };
}

function clientOption({ value, label, color, state, defaultStatus }: Option, language: number): ClientOption {
    return {
        value,
        label: labelText(label, language),
        ...(color === undefined ? {} : { color }),
        ...(state === undefined ? {} : { state }),
        ...(defaultStatus === undefined ? {} : { defaultStatus }),
    };
}
