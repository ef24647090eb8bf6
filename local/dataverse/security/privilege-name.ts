import type { Table } from '../metadata/types';
import type { AccessRight } from './access-rights';

/** Tables whose privileges bear another name than the table's schema name (Microsoft Learn, "Security roles"). */
const PRIVILEGE_TABLE_NAMES: ReadonlyMap<string, string> = new Map([
    ['annotation', 'Note'],
    ['savedquery', 'Query'],
    ['systemuser', 'User'],
]);

/** The name privileges use for a table: all activities share one set. */
export function privilegeTableName(table: Table): string {
    return table.isActivity ? 'Activity' : (PRIVILEGE_TABLE_NAMES.get(table.logicalName) ?? table.schemaName);
}

/** Such as `prvReadLead`. Compared without case. */
export function privilegeName(table: Table, right: AccessRight): string {
    return `prv${right}${privilegeTableName(table)}`;
}
