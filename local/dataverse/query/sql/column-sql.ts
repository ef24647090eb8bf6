/**
 * A column in SQL: stored ones by their name, derived ones (`owneridname`, `statuscodename`, `customeridtype`) by what
 * they show.
 */
import type { Metadata } from '../../metadata/metadata';
import type { Column, Table } from '../../metadata/types';
import { lookupTypeColumn, physicalColumns } from '../../store/columns';
import { identifier, join, raw, sql, type SqlFragment } from './fragment';
import type { QueryScope, TableScope } from './scope';

const NULL = raw('NULL');

const storedNames = new WeakMap<Table, ReadonlySet<string>>();

function isStoredIn(table: Table, name: string): boolean {
    let names = storedNames.get(table);
    if (!names) {
        names = new Set(physicalColumns(table).map((column) => column.name));
        storedNames.set(table, names);
    }
    return names.has(name);
}

export const qualified = (scope: TableScope, name: string): SqlFragment =>
    raw(`${scope.sqlAlias}.${identifier(name).sql}`);

/** The value of a column in SQL; NULL for columns that hold nothing here (images, files). */
export function columnSql(scope: TableScope, column: Column, query: QueryScope): SqlFragment {
    const { table } = scope;
    if (isStoredIn(table, column.logicalName)) return qualified(scope, column.logicalName);
    const base = column.attributeOf === undefined ? undefined : table.columns.get(column.attributeOf);
    if (!base) return NULL;
    switch (base.type) {
        case 'Lookup':
        case 'Customer':
        case 'Owner':
            if (column.type === 'EntityName') return lookupTypeSql(scope, base);
            return column.logicalName.endsWith('name') ? lookupNameSql(scope, base, query.metadata) : NULL;
        case 'Picklist':
        case 'State':
        case 'Status':
        case 'Boolean':
            return optionLabelSql(scope, base, query.operators.settings.language);
        default:
            return NULL;
    }
}

/** Logical name of the table that a lookup points to; NULL when the lookup is empty. */
export function lookupTypeSql(scope: TableScope, column: Column): SqlFragment {
    const typeColumn = lookupTypeColumn(column);
    if (typeColumn !== undefined && isStoredIn(scope.table, typeColumn)) return qualified(scope, typeColumn);
    const [target] = column.targets ?? [];
    if (target === undefined) return NULL;
    // A literal, not a parameter: it comes from the metadata and lets equal queries share one statement.
    const name = raw(`'${target.replace(/'/g, "''")}'`);
    return sql`CASE WHEN ${qualified(scope, column.logicalName)} IS NOT NULL THEN ${name} END`;
}

/** Primary name of the row that a lookup points to. */
export function lookupNameSql(scope: TableScope, column: Column, metadata: Metadata): SqlFragment {
    const id = qualified(scope, column.logicalName);
    const names = (column.targets ?? []).flatMap((target) => {
        const table = metadata.findTable(target);
        const name = table?.primaryNameColumn;
        if (!table || name === undefined || !isStoredIn(table, name)) return [];
        const select = sql`(SELECT ${identifier(name)} FROM ${identifier(table.logicalName)} WHERE ${identifier(table.primaryIdColumn)} = ${id})`;
        return [{ target, select }];
    });
    const [first] = names;
    if (!first) return NULL;
    const typeColumn = lookupTypeColumn(column);
    if (typeColumn === undefined || !isStoredIn(scope.table, typeColumn)) return first.select;
    const cases = names.map(({ target, select }) => sql`WHEN ${raw(`'${target}'`)} THEN ${select}`);
    return sql`CASE ${qualified(scope, typeColumn)} ${join(cases, ' ')} END`;
}

/** Label of a choice in `language`, in the base language where it has none. */
export function optionLabelSql(scope: TableScope, column: Column, language: number): SqlFragment {
    const options = column.optionSet?.options ?? [];
    if (options.length === 0 || !isStoredIn(scope.table, column.logicalName)) return NULL;
    const cases = options.map((option) => {
        const label = option.label[language] ?? option.label[1033] ?? '';
        return raw(`WHEN ${option.value} THEN '${label.replace(/'/g, "''")}'`);
    });
    return sql`CASE ${qualified(scope, column.logicalName)} ${join(cases, ' ')} END`;
}
