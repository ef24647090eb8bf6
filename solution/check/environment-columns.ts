import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Logical names of columns by the logical name of their table. */
export type EnvironmentColumns = ReadonlyMap<string, ReadonlySet<string>>;

const BASE_TABLES = join(__dirname, '../../local/dataverse/base/tables');

/** The columns of an environment with Dynamics 365 Sales, read from the base environment's data files. */
export function environmentColumns(directory: string = BASE_TABLES): EnvironmentColumns {
    return new Map(
        readdirSync(directory)
            .filter((name) => name.endsWith('.json'))
            .map((name) => {
                const table: unknown = JSON.parse(readFileSync(join(directory, name), 'utf8'));
                return [name.slice(0, -'.json'.length), new Set(columnNames(table))];
            }),
    );
}

function columnNames(table: unknown): readonly string[] {
    const columns = typeof table === 'object' && table !== null && 'columns' in table ? table.columns : undefined;
    if (Array.isArray(columns)) return columns.map((column: unknown) => nameOf(column));
    if (typeof columns === 'object' && columns !== null) return Object.keys(columns);
    throw new Error('A base table has no "columns".');
}

function nameOf(column: unknown): string {
    if (typeof column === 'object' && column !== null) {
        if ('logicalName' in column) return String(column.logicalName);
        if ('name' in column) return String(column.name);
    }
    if (Array.isArray(column)) return String(column[0]);
    throw new Error('A base column has no name.');
}
