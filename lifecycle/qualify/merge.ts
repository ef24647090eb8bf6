import type { Row } from '../row';
import { isReference, shownIn, valueIn } from '../table-definitions/column-value';
import type { ConversionMetadata } from './conversion-metadata';
import { arriving, mappedColumns } from './mapped-columns';
import type { Match } from './match';

/** A column in which the lead says something else than the row that it is linked to. */
export interface MergeField {
    /** Of the account or contact. */
    readonly column: string;
    readonly label: string;
    /** Of a lookup the row that it refers to. */
    readonly theirs: unknown;
    /** Empty for a blank column. */
    readonly theirsText: string;
    /** As the column takes it; of a lookup the row that it refers to. */
    readonly lead: unknown;
    readonly leadText: string;
    /** Whose value stays. */
    readonly take: 'theirs' | 'lead';
}

/**
 * The mapped columns that Dataverse lets change and in which lead and row differ. Theirs is proposed to stay unless it
 * is blank; where the lead says nothing there is nothing to decide.
 */
export function mergeFields(
    lead: Row,
    { table, row }: Pick<Match, 'table' | 'row'>,
    metadata: ConversionMetadata,
): readonly MergeField[] {
    return arriving(mappedColumns(lead, table, metadata)).flatMap((mapped): readonly MergeField[] => {
        const column = metadata.definitions[table].columns.get(mapped.target);
        if (!column?.validForUpdate) return [];
        const theirs = valueIn(row, column);
        if (sameValue(theirs, mapped.value)) return [];
        return [
            {
                column: mapped.target,
                label: column.label,
                theirs,
                theirsText: shownIn(row, column),
                lead: mapped.value,
                leadText: mapped.cutTo ?? mapped.text,
                take: theirs === null ? 'lead' : 'theirs',
            },
        ];
    });
}

/** White space around a text makes no difference, and neither does an id's case. */
function sameValue(one: unknown, other: unknown): boolean {
    if (isReference(one) && isReference(other)) {
        return one.table === other.table && one.id.toLowerCase() === other.id.toLowerCase();
    }
    return typeof one === 'string' && typeof other === 'string' ? one.trim() === other.trim() : one === other;
}
