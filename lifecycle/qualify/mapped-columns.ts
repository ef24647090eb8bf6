import { LeadColumn, Table } from '../columns';
import type { Row } from '../row';
import { isReference, shownIn, valueIn } from '../table-definitions/column-value';
import type { ColumnDefinition } from '../table-definitions/table-definition';
import type { ConversionMetadata } from './conversion-metadata';
import type { ColumnMap } from './entity-maps';
import type { Target } from './target';

/** Why a mapped value cannot go where its map says. */
export type MappingProblem =
    /** The choice of the target has no such value. */
    | 'no-such-choice'
    /** The target's lookup does not refer to rows of the value's table. */
    | 'other-table'
    /** The target has no such column, or Dataverse fills it itself. */
    | 'not-writable';

/** A filled column of lead with the place that it goes to. */
export interface MappedColumn {
    /** Column of lead. */
    readonly source: string;
    /** Column of what is created. */
    readonly target: string;
    /** As the target takes it; of a lookup the row that it refers to (`RowReference`). */
    readonly value: unknown;
    /** As it is shown. */
    readonly text: string;
    /** What fits, when the text is too long. */
    readonly cutTo: string | null;
    /** Null when the value arrives. */
    readonly problem: MappingProblem | null;
}

/**
 * Every filled column of a lead that the environment's maps send to a target, in the order of the target's columns;
 * but not what a new row of both tables holds anyway.
 * @param lead with all annotations
 */
export function mappedColumns(
    lead: Row,
    target: Target,
    { maps, definitions }: Pick<ConversionMetadata, 'maps' | 'definitions'>,
): readonly MappedColumn[] {
    return [...maps[target], ...impliedMaps(target, maps)].flatMap((map): readonly MappedColumn[] => {
        const source = definitions.lead.columns.get(map.source);
        const value = source ? valueIn(lead, source) : null;
        if (!source || value === null) return [];
        const column = definitions[target].columns.get(map.target);
        if (isUntouched(source, column, value)) return [];
        const cutTo = column ? cut(column, value) : null;
        return [
            {
                ...map,
                value: cutTo ?? value,
                text: shownIn(lead, source),
                cutTo,
                problem: problemOf(source, column, value),
            },
        ];
    });
}

/** The mapped columns that arrive. */
export function arriving(columns: readonly MappedColumn[]): readonly MappedColumn[] {
    return columns.filter(({ problem }) => problem === null);
}

/** A value that every new row of either table has says nothing. */
function isUntouched(source: ColumnDefinition, column: ColumnDefinition | undefined, value: unknown): boolean {
    return value === source.defaultValue && value === column?.defaultValue;
}

/** Qualifying hands on the source campaign whatever the maps say (Microsoft Learn, "QualifyLead Action"). */
function impliedMaps(target: Target, maps: ConversionMetadata['maps']): readonly ColumnMap[] {
    const { campaign } = LeadColumn;
    if (target !== Table.opportunity || maps[target].some((map) => map.target === campaign)) return [];
    return [{ source: campaign, target: campaign }];
}

function cut(column: ColumnDefinition, value: unknown): string | null {
    if (typeof value !== 'string' || column.maxLength === null || value.length <= column.maxLength) return null;
    return value.slice(0, column.maxLength);
}

function problemOf(
    source: ColumnDefinition,
    column: ColumnDefinition | undefined,
    value: unknown,
): MappingProblem | null {
    if (!column?.validForCreate) return 'not-writable';
    if (isReference(value)) return column.navigation[value.table] === undefined ? 'other-table' : null;
    if (source.type === 'Picklist' && column.options !== null && !column.options.has(Number(value))) {
        return 'no-such-choice';
    }
    return null;
}
