/**
 * Reads `tables/<table>.json` into metadata. The files are written to be read: one column per line, defaults left out,
 * companions (`…name`, `…type`, `…_base`) left to `buildMetadata`.
 */
import { completeColumns, type BaseMetadata } from '../metadata/build-metadata';
import type {
    CascadeBehavior,
    Column,
    ColumnType,
    Label,
    Option,
    OptionSet,
    Relationship,
    RequiredLevel,
    Table,
} from '../metadata/types';
import { baseFiles, readBaseFile } from './base-directory';

/** A table file. */
interface TableFile {
    readonly name: string;
    readonly schema: string;
    readonly set: string;
    readonly typeCode: number;
    /** One and many. */
    readonly en: readonly [string, string];
    readonly fr: readonly [string, string];
    readonly id: string;
    readonly primaryName?: string;
    readonly ownership: Table['ownership'];
    readonly flags?: readonly ('activity' | 'activities' | 'notes' | 'intersect' | 'process')[];
    readonly columns: Readonly<Record<string, ColumnLine>>;
    readonly relationships: readonly (OneToManyLine | ManyToManyLine)[];
}

interface ColumnLine {
    readonly schema: string;
    readonly type: ColumnType;
    readonly en?: string;
    readonly fr?: string;
    /** Characters. */
    readonly length?: number;
    readonly format?: string;
    readonly behavior?: Column['dateTimeBehavior'];
    readonly min?: number;
    readonly max?: number;
    readonly precision?: number;
    /** Money: where its precision comes from. */
    readonly source?: 0 | 1 | 2;
    readonly targets?: readonly string[];
    readonly required?: RequiredLevel;
    /** C create, R read, U update; all three when absent. */
    readonly for?: string;
    readonly logical?: boolean;
    /** False: not a Web API property. */
    readonly web?: boolean;
    /** The column that this one shows. */
    readonly of?: string;
    readonly default?: number | boolean | string;
    /** Name of a global choice. */
    readonly set?: string;
    /** Value, English, French, and for status reasons their state, for states their default status reason. */
    readonly options?: readonly (readonly [number, string, string?, number?])[];
}

/** In the file of the table that holds the lookup column. */
interface OneToManyLine {
    readonly name: string;
    readonly from: string;
    readonly column: string;
    readonly lookup: string;
    readonly collection: string;
    /** NoCascade is left out. */
    readonly cascade?: Partial<
        Record<'assign' | 'delete' | 'merge' | 'reparent' | 'share' | 'unshare', CascadeBehavior>
    >;
}

/** In the file of the intersect table. */
interface ManyToManyLine {
    readonly name: string;
    readonly first: string;
    readonly firstColumn: string;
    readonly firstNavigation: string;
    readonly second: string;
    readonly secondColumn: string;
    readonly secondNavigation: string;
}

let read: BaseMetadata | undefined;

/** Tables, relationships and global choices that every environment has; read once. */
export function baseMetadata(): BaseMetadata {
    read ??= readBaseMetadata();
    return read;
}

/** The tables that every environment has. */
export function baseTables(): readonly Table[] {
    return baseMetadata().tables;
}

function readBaseMetadata(): BaseMetadata {
    const files = baseFiles('tables', '.json').map((name) => JSON.parse(readBaseFile(`tables/${name}`)) as TableFile);
    const idColumns = new Map(files.map((file) => [file.name, file.id]));
    const optionSets = new Map<string, OptionSet>();
    const tables = files.map((file) => tableOf(file, optionSets));
    const relationships = files.flatMap((file) =>
        file.relationships.map((line) => relationshipOf(line, file, idColumns)),
    );
    return { tables, relationships, optionSets: [...optionSets.values()] };
}

function tableOf(file: TableFile, optionSets: Map<string, OptionSet>): Table {
    const flags = file.flags ?? [];
    const columns = Object.entries(file.columns).map(([name, line]) => columnOf(file.name, name, line, optionSets));
    return {
        logicalName: file.name,
        schemaName: file.schema,
        entitySetName: file.set,
        objectTypeCode: file.typeCode,
        displayName: label(file.en[0], file.fr[0]),
        displayCollectionName: label(file.en[1], file.fr[1]),
        primaryIdColumn: file.id,
        ...(file.primaryName === undefined ? {} : { primaryNameColumn: file.primaryName }),
        ownership: file.ownership,
        isActivity: flags.includes('activity'),
        isIntersect: flags.includes('intersect'),
        isCustom: false,
        isBusinessProcess: flags.includes('process'),
        hasNotes: flags.includes('notes'),
        hasActivities: flags.includes('activities'),
        columns: completeColumns(columns),
        keys: [],
    };
}

function columnOf(table: string, name: string, line: ColumnLine, optionSets: Map<string, OptionSet>): Column {
    const validFor = line.for ?? 'CRU';
    const displayName = label(line.en, line.fr);
    const required: Column = {
        logicalName: name,
        schemaName: line.schema,
        type: line.type,
        displayName,
        requiredLevel: line.required ?? 'None',
        validForCreate: validFor.includes('C'),
        validForRead: validFor.includes('R'),
        validForUpdate: validFor.includes('U'),
        visibleToWebApi: line.web ?? true,
        isLogical: line.logical ?? false,
        isCustom: false,
    };
    const options = line.options ? optionSet(table, name, line, displayName, optionSets) : undefined;
    return {
        ...required,
        ...(line.of === undefined ? {} : { attributeOf: line.of }),
        ...(line.length === undefined ? {} : { maxLength: line.length }),
        ...(line.format !== undefined ? { format: line.format } : line.type === 'String' ? { format: 'Text' } : {}),
        ...(line.min === undefined ? {} : { minValue: line.min }),
        ...(line.max === undefined ? {} : { maxValue: line.max }),
        ...(line.precision === undefined ? {} : { precision: line.precision }),
        ...(line.source === undefined ? {} : { precisionSource: line.source }),
        ...(line.behavior === undefined ? {} : { dateTimeBehavior: line.behavior }),
        ...(line.default === undefined ? {} : { defaultValue: line.default }),
        ...(line.targets === undefined ? {} : { targets: line.targets }),
        ...(options === undefined ? {} : { optionSet: options }),
    };
}

function optionSet(
    table: string,
    column: string,
    line: ColumnLine,
    displayName: Label,
    optionSets: Map<string, OptionSet>,
): OptionSet {
    const set: OptionSet = {
        name: line.set ?? `${table}_${column}`,
        isGlobal: line.set !== undefined,
        displayName,
        options: (line.options ?? []).map((option) => optionOf(line.type, option)),
    };
    if (!set.isGlobal) {
        return set;
    }
    const known = optionSets.get(set.name);
    // Columns of one global choice may be written down in part; the fullest one is the choice.
    if (!known || known.options.length < set.options.length) {
        optionSets.set(set.name, set);
    }
    return optionSets.get(set.name) ?? set;
}

function optionOf(
    type: ColumnType,
    [value, english, french, extra]: readonly [number, string, string?, number?],
): Option {
    const option: Option = { value, label: label(english, french) };
    if (extra === undefined) {
        return option;
    }
    return type === 'State' ? { ...option, defaultStatus: extra } : { ...option, state: extra };
}

function relationshipOf(
    line: OneToManyLine | ManyToManyLine,
    file: TableFile,
    idColumns: ReadonlyMap<string, string>,
): Relationship {
    if ('first' in line) {
        return {
            kind: 'ManyToMany',
            schemaName: line.name,
            intersectTable: file.name,
            table1: line.first,
            column1: line.firstColumn,
            navigationProperty1: line.firstNavigation,
            table2: line.second,
            column2: line.secondColumn,
            navigationProperty2: line.secondNavigation,
            isCustom: false,
        };
    }
    const referencedColumn = idColumns.get(line.from);
    if (referencedColumn === undefined) {
        throw new Error(
            `tables/${file.name}.json: relationship ${line.name} comes from ${line.from}, which has no file.`,
        );
    }
    return {
        kind: 'OneToMany',
        schemaName: line.name,
        referencedTable: line.from,
        referencedColumn,
        referencingTable: file.name,
        referencingColumn: line.column,
        lookupNavigationProperty: line.lookup,
        collectionNavigationProperty: line.collection,
        cascade: {
            assign: 'NoCascade',
            delete: 'NoCascade',
            merge: 'NoCascade',
            reparent: 'NoCascade',
            share: 'NoCascade',
            unshare: 'NoCascade',
            ...line.cascade,
        },
        isCustom: false,
    };
}

function label(english: string | undefined, french: string | undefined): Label {
    const texts: Record<number, string> = {};
    if (english) {
        texts[1033] = english;
    }
    if (french) {
        texts[1036] = french;
    }
    return texts;
}
