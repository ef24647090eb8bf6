import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
    attributeType,
    type AttributeType,
    type CollectionModel,
    type ColumnModel,
    type TableModel,
} from '../../plugins/model/table-model';

interface BaseColumn {
    readonly schema: string;
    readonly type: string;
    readonly format?: string;
    readonly behavior?: string;
    readonly targets?: readonly string[];
    /** Of C(reate), R(ead) and U(pdate) what the column is valid for; all when it does not say. */
    readonly for?: string;
    readonly web?: boolean;
    readonly en?: string;
    readonly fr?: string;
    readonly options?: readonly (readonly [value: number, english: string, french?: string, more?: number])[];
}

interface BaseTable {
    readonly name: string;
    readonly set: string;
    readonly id: string;
    readonly flags?: readonly string[];
    readonly columns: Readonly<Record<string, BaseColumn>>;
    readonly relationships?: readonly (OneToMany | ManyToMany)[];
}

interface OneToMany {
    readonly from: string;
    readonly collection: string;
}

interface ManyToMany {
    readonly first: string;
    readonly firstNavigation: string;
    readonly second: string;
    readonly secondNavigation: string;
}

/** A table of the base environment, and what its relationships add to others. */
export interface BaseTableModel {
    readonly table: TableModel;
    readonly collections: readonly (CollectionModel & { readonly of: string })[];
}

/** Reads a table of the base environment from its data file. */
export function baseTableModel(directory: string, logicalName: string): BaseTableModel {
    const source = JSON.parse(readFileSync(join(directory, `${logicalName}.json`), 'utf8')) as BaseTable;
    const images = Object.keys(source.columns).filter((name) => source.columns[name]?.type === 'Image');
    const columns = Object.entries(source.columns)
        .filter(([, column]) => (column.for ?? 'CRU').includes('R') && column.web !== false)
        // An image's time stamp and address only describe it: the metadata gives them as columns of that column.
        .filter(([name]) => !images.some((image) => name.startsWith(`${image}_`)))
        .map(([name, column]) => columnModel(name, column));
    return {
        table: { name: source.name, entitySet: source.set, primaryKey: source.id, columns, collections: [] },
        collections: (source.relationships ?? []).flatMap((relationship) => collectionsOf(source.name, relationship)),
    };
}

function columnModel(name: string, column: BaseColumn): ColumnModel {
    const { type, format, behavior, targets, options, en = name, fr = en } = column;
    const known = attributeType(type);
    const usable = column.for ?? 'CRU';
    return {
        name,
        type: known,
        labels: { 1033: en, 1036: fr },
        ...(targets && { targets }),
        ...(options && { options: options.map((option) => optionModel(option, known)) }),
        ...(format === 'DateOnly' && { isDateOnly: true }),
        ...(behavior !== undefined && behavior !== 'UserLocal' && { isSameEverywhere: true }),
        ...(usable === 'R' && { isReadOnly: true }),
    };
}

function optionModel(
    [value, english, french = english, more]: NonNullable<BaseColumn['options']>[number],
    type: AttributeType,
): NonNullable<ColumnModel['options']>[number] {
    return {
        value,
        labels: { 1033: english, 1036: french },
        ...(type === 'Status' && more !== undefined && { state: more }),
        ...(type === 'State' && more !== undefined && { defaultStatus: more }),
    };
}

function collectionsOf(
    table: string,
    relationship: OneToMany | ManyToMany,
): readonly (CollectionModel & { readonly of: string })[] {
    if ('first' in relationship) {
        const { first, firstNavigation, second, secondNavigation } = relationship;
        return [
            { of: first, name: firstNavigation, table: second },
            { of: second, name: secondNavigation, table: first },
        ];
    }
    return [{ of: relationship.from, name: relationship.collection, table }];
}
