import type { Layer, LayerTable } from '../../../../local/dataverse/metadata/layer';
import type { Column, ColumnType } from '../../../../local/dataverse/metadata/types';

/** A column as a solution brings it. */
export function aColumn(logicalName: string, type: ColumnType, more: Partial<Column> = {}): Column {
    return {
        logicalName,
        schemaName: logicalName,
        type,
        displayName: { 1033: logicalName },
        requiredLevel: 'None',
        validForCreate: true,
        validForRead: true,
        validForUpdate: true,
        visibleToWebApi: true,
        isLogical: false,
        isCustom: true,
        ...more,
    };
}

/** A table of its own with an id, a name and the given columns. */
export function aTable(logicalName: string, ...columns: readonly Column[]): LayerTable {
    return {
        logicalName,
        properties: {
            schemaName: logicalName,
            entitySetName: `${logicalName}s`,
            objectTypeCode: 10_100,
            displayName: { 1033: logicalName },
            displayCollectionName: { 1033: `${logicalName}s` },
            primaryIdColumn: `${logicalName}id`,
            primaryNameColumn: 'x_name',
        },
        columns: [
            aColumn(`${logicalName}id`, 'Uniqueidentifier'),
            aColumn('x_name', 'String', { maxLength: 200 }),
            ...columns,
        ],
    };
}

export function aLayer(more: Partial<Layer> = {}): Layer {
    return { solution: 'Sample', managed: false, tables: [], relationships: [], optionSets: [], ...more };
}
