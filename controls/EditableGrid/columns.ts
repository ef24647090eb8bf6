import { LeadColumn } from '../../lifecycle/columns';
import type { DataSet } from './manifest';

/** How a cell is edited. */
export type CellKind = 'name' | 'status' | 'text' | 'choice' | 'fixed';

export interface GridColumn {
    readonly name: string;
    readonly label: string;
    readonly kind: CellKind;
    readonly sortable: boolean;
    /** In pixels: what the view says, and room enough for what stands in the cell. */
    readonly width: number;
}

const LEAST_WIDTHS: Readonly<Record<CellKind, number>> = { name: 140, status: 160, text: 100, choice: 110, fixed: 80 };

/** What the rows are judged by, besides the columns that the transitions ask for. */
const NEEDED: readonly string[] = [LeadColumn.status, LeadColumn.state, LeadColumn.fullName, LeadColumn.topic];

const TEXT_TYPES: readonly string[] = [
    'SingleLine.Text',
    'SingleLine.Email',
    'SingleLine.Phone',
    'SingleLine.URL',
    'SingleLine.Ticker',
];

/** Dataverse puts the name together from its parts, and links carry the columns of other tables. */
const FIXED: readonly string[] = [LeadColumn.fullName, LeadColumn.state];

/** The columns that the view shows, in its order. */
export function gridColumns(leads: Pick<DataSet, 'columns'>): readonly GridColumn[] {
    return leads.columns
        .filter((column) => column.isHidden !== true && column.order !== -1)
        .map((column) => ({
            name: column.name,
            label: column.displayName,
            kind: kindOf(column),
            sortable: column.disableSorting !== true,
            width: Math.max(column.visualSizeFactor, LEAST_WIDTHS[kindOf(column)]),
        }));
}

function kindOf(column: DataSet['columns'][number]): CellKind {
    if (column.isPrimary || column.name === LeadColumn.fullName) return 'name';
    if (column.name === LeadColumn.status) return 'status';
    if (FIXED.includes(column.name) || column.name.includes('.')) return 'fixed';
    if (TEXT_TYPES.includes(column.dataType)) return 'text';
    return column.dataType === 'OptionSet' ? 'choice' : 'fixed';
}

/**
 * Columns that the view lacks for its rows to be judged.
 * @param required columns that the transitions ask for
 */
export function missingColumns(leads: Pick<DataSet, 'columns'>, required: readonly string[]): readonly string[] {
    const present = new Set(leads.columns.map((column) => column.name));
    return [...new Set([...NEEDED, ...required])].filter((column) => !present.has(column));
}
