/** `parentaccountid.name`: a column of a table, or of the row that lookups lead to. */
import type { Metadata } from '../metadata/metadata';
import type { Column, Table } from '../metadata/types';

export interface ResolvedColumn {
    /** Lookup columns on the way, each with the table it leads to. */
    readonly lookups: readonly { readonly column: Column; readonly table: Table }[];
    readonly table: Table;
    readonly column: Column;
}

/**
 * @returns undefined when the path leads nowhere, or through a lookup to one of several tables
 */
export function resolveColumnPath(metadata: Metadata, table: Table, path: string): ResolvedColumn | undefined {
    const names = path.split('.');
    const last = names.pop() ?? '';
    const lookups: { column: Column; table: Table }[] = [];
    let current = table;
    for (const name of names) {
        const column = current.columns.get(name);
        const [target, ...others] = column?.type === 'Lookup' ? (column.targets ?? []) : [];
        const next = target === undefined || others.length > 0 ? undefined : metadata.findTable(target);
        if (!column || !next) {
            return undefined;
        }
        lookups.push({ column, table: next });
        current = next;
    }
    // The key of the row that a lookup points to stands in the lookup itself: no join is needed.
    const end = lookups.at(-1);
    if (end && last === end.table.primaryIdColumn) {
        const owner = lookups.at(-2)?.table ?? table;
        return { lookups: lookups.slice(0, -1), table: owner, column: end.column };
    }
    const column = current.columns.get(last);
    return column && { lookups, table: current, column };
}
