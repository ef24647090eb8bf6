import { DataverseError, ErrorCode } from '../errors';
import { changedOptionSet, withChangedChoice } from './choice-changes';
import { companionColumns } from './companion-columns';
import { mergeLabels } from './labels';
import type { Layer, LayerTable } from './layer';
import { Metadata } from './metadata';
import type { Column, Option, OptionSet, Relationship, Table, TableKey } from './types';

/** What an environment has before any solution is imported. */
export interface BaseMetadata {
    readonly tables: readonly Table[];
    readonly relationships: readonly Relationship[];
    readonly optionSets: readonly OptionSet[];
}

/**
 * Lays solutions over the base: each may add tables, columns, choices, relationships and labels.
 * @param layers in order; for the same column, label or option the later one wins
 * @throws DataverseError 0x80040216 when a layer adds to a table that no lower layer has
 */
export function buildMetadata(base: BaseMetadata, layers: readonly Layer[]): Metadata {
    const tables = new Map(base.tables.map((table) => [table.logicalName, table]));
    const relationships = new Map(base.relationships.map((each) => [each.schemaName.toLowerCase(), each]));
    const optionSets = new Map(base.optionSets.map((each) => [each.name, each]));
    const touched = new Set<string>();

    for (const layer of layers) {
        for (const optionSet of layer.optionSets) {
            optionSets.set(optionSet.name, mergeOptionSets(optionSets.get(optionSet.name), optionSet));
        }
        for (const addition of layer.tables) {
            tables.set(addition.logicalName, mergeTable(tables.get(addition.logicalName), addition, layer.solution));
            touched.add(addition.logicalName);
        }
        for (const relationship of layer.relationships) {
            relationships.set(relationship.schemaName.toLowerCase(), relationship);
            if (relationship.kind === 'OneToMany') {
                const table = tables.get(relationship.referencingTable);
                if (table) {
                    tables.set(table.logicalName, withTarget(table, relationship));
                }
            }
        }
        for (const change of layer.choices ?? []) {
            const table = tables.get(change.table ?? '');
            const optionSet = optionSets.get(change.optionSet ?? '');
            // Whatever the change is about may have gone with its solution.
            if (table) {
                const changed = withChangedChoice(table, table.columns.get(change.column ?? ''), change);
                tables.set(table.logicalName, changed);
            } else if (optionSet) {
                optionSets.set(optionSet.name, changedOptionSet(optionSet, change));
                tables.forEach(({ logicalName }) => touched.add(logicalName));
            }
        }
    }
    for (const name of touched) {
        const table = tables.get(name);
        if (table) {
            tables.set(name, withSharedOptions(table, optionSets));
        }
    }
    return new Metadata(tables.values(), [...relationships.values()], optionSets);
}

/** A table from its columns as files and solutions write them: companions added, order kept. */
export function completeColumns(columns: Iterable<Column>): Map<string, Column> {
    const complete = new Map<string, Column>();
    for (const column of columns) {
        complete.set(column.logicalName, column);
    }
    for (const column of [...complete.values()]) {
        for (const companion of companionColumns(column)) {
            if (!complete.has(companion.logicalName)) {
                complete.set(companion.logicalName, companion);
            }
        }
    }
    return complete;
}

function mergeTable(lower: Table | undefined, addition: LayerTable, solution: string): Table {
    const { properties } = addition;
    if (!lower) {
        return {
            ...newTable(addition, solution),
            logicalName: addition.logicalName,
            columns: completeColumns(addition.columns),
            keys: addition.keys ?? [],
        };
    }
    const columns = new Map(lower.columns);
    for (const column of addition.columns) {
        columns.set(column.logicalName, mergeColumn(columns.get(column.logicalName), column));
    }
    return {
        ...lower,
        ...properties,
        logicalName: lower.logicalName,
        schemaName: lower.schemaName,
        displayName: mergeLabels(lower.displayName, properties?.displayName),
        displayCollectionName: mergeLabels(lower.displayCollectionName, properties?.displayCollectionName),
        columns: completeColumns(columns.values()),
        keys: mergeKeys(lower.keys, addition.keys ?? []),
    };
}

function newTable({ logicalName, properties = {} }: LayerTable, solution: string): Omit<Table, 'columns' | 'keys'> {
    const { schemaName, entitySetName, objectTypeCode, displayName, displayCollectionName, primaryIdColumn } =
        properties;
    if (
        schemaName === undefined ||
        entitySetName === undefined ||
        objectTypeCode === undefined ||
        displayName === undefined ||
        displayCollectionName === undefined ||
        primaryIdColumn === undefined
    ) {
        throw new DataverseError(
            ErrorCode.Unexpected,
            `Solution ${solution} adds to table ${logicalName}, which is not in this environment; ` +
                'import the solution that brings the table first.',
        );
    }
    return {
        ownership: 'OrganizationOwned',
        isActivity: false,
        isIntersect: false,
        isCustom: true,
        isBusinessProcess: false,
        hasNotes: false,
        hasActivities: false,
        ...properties,
        logicalName,
        schemaName,
        entitySetName,
        objectTypeCode,
        displayName,
        displayCollectionName,
        primaryIdColumn,
    };
}

function mergeColumn(lower: Column | undefined, column: Column): Column {
    if (!lower) {
        return column;
    }
    return {
        ...lower,
        ...column,
        // What a column is does not change with a layer, only how it is shown and limited.
        type: lower.type,
        schemaName: lower.schemaName,
        isCustom: lower.isCustom,
        displayName: mergeLabels(lower.displayName, column.displayName),
        description: mergeLabels(lower.description, column.description),
        ...(column.optionSet ? { optionSet: mergeOptionSets(lower.optionSet, column.optionSet) } : {}),
    };
}

function mergeOptionSets(lower: OptionSet | undefined, set: OptionSet): OptionSet {
    if (!lower) {
        return set;
    }
    const options = new Map<number, Option>(lower.options.map((option) => [option.value, option]));
    for (const option of set.options) {
        const former = options.get(option.value);
        options.set(option.value, { ...former, ...option, label: mergeLabels(former?.label, option.label) });
    }
    return { ...lower, displayName: mergeLabels(lower.displayName, set.displayName), options: [...options.values()] };
}

function mergeKeys(lower: readonly TableKey[], keys: readonly TableKey[]): readonly TableKey[] {
    return [...new Map([...lower, ...keys].map((key) => [key.logicalName, key])).values()];
}

/** A lookup can point to every table that a relationship over it names. */
function withTarget(
    table: Table,
    relationship: { readonly referencingColumn: string; readonly referencedTable: string },
): Table {
    const column = table.columns.get(relationship.referencingColumn);
    if (!column || column.type === 'Owner' || column.targets?.includes(relationship.referencedTable)) {
        return table;
    }
    const columns = new Map(table.columns);
    columns.set(column.logicalName, { ...column, targets: [...(column.targets ?? []), relationship.referencedTable] });
    return { ...table, columns: completeColumns(columns.values()) };
}

/** Columns of a global choice show the choice's options as all layers together have them. */
function withSharedOptions(table: Table, optionSets: ReadonlyMap<string, OptionSet>): Table {
    let columns: Map<string, Column> | undefined;
    for (const column of table.columns.values()) {
        const shared = column.optionSet?.isGlobal ? optionSets.get(column.optionSet.name) : undefined;
        if (shared && shared !== column.optionSet) {
            columns ??= new Map(table.columns);
            columns.set(column.logicalName, { ...column, optionSet: shared });
        }
    }
    return columns ? { ...table, columns } : table;
}
