import { DataverseError, ErrorCode } from '../../errors';
import { checkPrivilege, checkRowAccess } from '../../security/check';
import { SECURITY_TABLES, forgetPrincipals } from '../../security/principal';
import { cascadeDelete } from '../cascade/delete';
import { checkDepth, type Pipeline } from '../pipeline';
import { readRow } from '../row-storage';
import { checkWritable } from '../rules/activities';
import { deleteParties } from '../rules/activity-parties';
import { normalId } from '../rules/column-values';
import type { WriteOptions } from '../rules/draft';
import { tablePlan } from '../table-plan';
import type { RequestContext } from '../types';
import { checkVersion } from './update';

/**
 * Delete, with what its relationships say of the rows that point to it.
 * @param ifMatch row version the row must still have
 * @throws DataverseError 0x80040217 when there is no such row, 0x80040227 when others hold it back
 */
export function deleteRow(
    pipeline: Pipeline,
    tableName: string,
    rowId: string,
    context: RequestContext,
    ifMatch?: number,
    options: WriteOptions = {},
): void {
    checkDepth('Delete', context);
    const { environment, steps, organization } = pipeline;
    const plan = tablePlan(environment.metadata, tableName);
    const { table } = plan;
    checkWritable('Delete', table.logicalName, table.isIntersect);
    const id = normalId(rowId);
    if (!options.asSystem) {
        checkPrivilege(environment, table, 'Delete', context);
    }
    const before = readRow(environment.store, plan, id);
    if (!before) {
        if (options.asSystem) {
            // Another branch of the same cascade was here first.
            return;
        }
        throw new DataverseError(ErrorCode.ObjectDoesNotExist, `${table.logicalName} With Id = ${id} Does Not Exist`);
    }
    if (!options.asSystem) {
        checkRowAccess(environment, table, id, 'Delete', context);
    }
    checkVersion(plan, id, before, ifMatch);
    const call = steps.has('Delete', table.logicalName)
        ? {
              message: 'Delete',
              table: table.logicalName,
              id,
              target: {},
              before,
              parameters: {},
              organization,
              context: { ...context, depth: context.depth + 1 },
          }
        : undefined;
    if (call) {
        steps.run('validation', call);
    }
    organization.transaction(() => {
        if (call) {
            steps.run('preOperation', call);
        }
        cascadeDelete(pipeline, plan, id, context);
        if (table.isActivity) {
            deleteParties(environment, id);
        }
        environment.store.prepare(plan.deleteById).run(id);
        if (call) {
            steps.run('postOperation', call);
        }
    });
    if (SECURITY_TABLES.has(table.logicalName)) {
        forgetPrincipals(environment);
    }
}
