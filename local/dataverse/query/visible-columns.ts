import type { Metadata } from '../metadata/metadata';
import type { Column, Table } from '../metadata/types';

/**
 * Whether the Web API shows a column. Activities show whatever activitypointer shows: their types derive from its type
 * (Microsoft Learn, "activitypointer EntityType"), so their own metadata does not say it again.
 */
export function isWebApiProperty(column: Column, table: Table, metadata: Metadata): boolean {
    if (column.visibleToWebApi || column.logicalName === table.primaryIdColumn) return true;
    if (!table.isActivity) return false;
    return metadata.findTable('activitypointer')?.columns.get(column.logicalName)?.visibleToWebApi ?? false;
}
