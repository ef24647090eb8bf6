import type { ClientColumn, ClientTable } from '../../../dataverse/client/types';
import type { CellDefinition, FormDefinition } from './types';

/** Columns worth showing when a table comes without a form, in this order, where the table has them. */
const WELL_KNOWN = [
    'subject',
    'name',
    'fullname',
    'from',
    'to',
    'cc',
    'requiredattendees',
    'optionalattendees',
    'location',
    'phonenumber',
    'directioncode',
    'scheduledstart',
    'scheduledend',
    'actualdurationminutes',
    'prioritycode',
    'regardingobjectid',
    'description',
    'ownerid',
];

/**
 * A form for a table that has none of the wanted type: its name, its required columns and the well-known ones.
 * Dataverse makes such a form with every new table; tables of the base may lack it.
 */
export function fallbackForm(table: ClientTable): FormDefinition {
    const names = [table.primaryNameColumn, ...WELL_KNOWN];
    for (const column of Object.values(table.columns)) {
        if (column.requiredLevel === 'ApplicationRequired' && !isPlumbing(column)) {
            names.push(column.logicalName);
        }
    }
    const cells = [...new Set(names)].flatMap((name): CellDefinition[] => {
        const column = name === undefined ? undefined : table.columns[name];
        return column === undefined || (!column.validForCreate && !column.validForUpdate) ? [] : [cellFor(column)];
    });
    return {
        id: '',
        name: table.displayName,
        header: [],
        footer: [],
        libraries: [],
        events: [],
        codeComponents: new Map(),
        tabs: [
            {
                id: 'general',
                name: 'general',
                label: table.displayName,
                visible: true,
                expanded: true,
                showLabel: true,
                columns: [
                    {
                        width: 100,
                        sections: [
                            {
                                id: 'general',
                                name: 'general',
                                label: table.displayName,
                                visible: true,
                                showLabel: false,
                                columns: 1,
                                rows: cells.map((cell) => [cell]),
                            },
                        ],
                    },
                ],
            },
        ],
    };
}

function isPlumbing(column: ClientColumn): boolean {
    return column.type === 'Uniqueidentifier' || column.type === 'EntityName' || column.type === 'State';
}

function cellFor(column: ClientColumn): CellDefinition {
    return {
        id: column.logicalName,
        label: column.displayName,
        visible: true,
        showLabel: true,
        columnSpan: 1,
        rowSpan: column.type === 'Memo' ? 3 : 1,
        control: {
            name: column.logicalName,
            uniqueId: '',
            classId: '',
            controlClass: 'field',
            column: column.logicalName,
            disabled: false,
            parameters: {},
        },
    };
}
