import { DataverseError, ErrorCode } from '../../errors';
import { checkPrivilege, checkRowAccess } from '../../security/check';
import type { Pipeline } from '../pipeline';
import { readColumns, readRow } from '../row-storage';
import { readParties } from '../rules/activity-parties';
import { normalId } from '../rules/column-values';
import { tablePlan } from '../table-plan';
import type { RequestContext, Row, Value } from '../types';

/**
 * Retrieve. Columns that only show others (`owneridname`) are not among the answer: readers derive them.
 * @param columns logical names; all when absent
 * @throws DataverseError 0x80040217 when there is no such row, 0x80040220 when the user may not read it
 */
export function retrieve(
    { environment }: Pipeline,
    tableName: string,
    rowId: string,
    columns: readonly string[] | undefined,
    context: RequestContext,
): Row {
    const plan = tablePlan(environment.metadata, tableName);
    const { table } = plan;
    checkPrivilege(environment, table, 'Read', context);
    const id = normalId(rowId);
    const unknown = columns?.find((column) => !table.columns.has(column));
    if (unknown !== undefined) {
        throw new DataverseError(
            ErrorCode.ColumnDoesNotExist,
            `'${table.logicalName}' entity doesn't contain attribute with Name = '${unknown}' and NameMapping = 'Logical'.`,
        );
    }
    const stored = columns
        ? readColumns(environment.store, plan, id, [...new Set([table.primaryIdColumn, ...columns])])
        : readRow(environment.store, plan, id);
    if (!stored) {
        throw new DataverseError(ErrorCode.ObjectDoesNotExist, `${table.logicalName} With Id = ${id} Does Not Exist`);
    }
    checkRowAccess(environment, table, id, 'Read', context);
    const parties = plan.partyLists.filter(({ logicalName }) => columns?.includes(logicalName) ?? true);
    if (parties.length === 0) {
        return stored;
    }
    const row: { [column: string]: Value } = { ...stored };
    for (const { logicalName } of parties) {
        row[logicalName] = readParties(environment, id, logicalName);
    }
    return row;
}
