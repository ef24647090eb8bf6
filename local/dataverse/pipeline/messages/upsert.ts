import type { Pipeline } from '../pipeline';
import { normalId } from '../rules/column-values';
import { tablePlan } from '../table-plan';
import type { RequestContext, Row } from '../types';
import { create } from './create';
import { update } from './update';

/**
 * Upsert.
 * @returns whether the row was created
 */
export function upsert(
    pipeline: Pipeline,
    tableName: string,
    rowId: string,
    row: Row,
    context: RequestContext,
): boolean {
    const { environment } = pipeline;
    const { table } = tablePlan(environment.metadata, tableName);
    const id = normalId(rowId);
    const exists = environment.store
        .prepare(`SELECT 1 FROM "${table.logicalName}" WHERE "${table.primaryIdColumn}" = ?`)
        .get(id);
    if (exists === undefined) {
        create(pipeline, tableName, { ...row, [table.primaryIdColumn]: id }, context);
        return true;
    }
    update(pipeline, tableName, id, row, context);
    return false;
}
