import { DataverseError, ErrorCode } from '../../errors';
import { checkAccess, checkPrivilege } from '../../security/check';
import { SECURITY_TABLES, forgetPrincipals } from '../../security/principal';
import { reopenInstances } from '../business-process-instances';
import { cascadeAssign } from '../cascade/assign';
import { checkDepth, type Pipeline } from '../pipeline';
import { readRow, updateRow } from '../row-storage';
import { checkWritable, setActivityColumns } from '../rules/activities';
import { writeParties } from '../rules/activity-parties';
import { checkAlternateKeys } from '../rules/alternate-keys';
import { setAnnotationColumns } from '../rules/annotations';
import { checkBusinessProcess } from '../rules/business-process';
import { acceptColumnValues, normalId } from '../rules/column-values';
import { setMoney } from '../rules/currency';
import { setCustomer } from '../rules/customer';
import { checkRequired } from '../rules/defaults';
import type { Draft, WriteOptions } from '../rules/draft';
import { checkDuplicates } from '../rules/duplicates';
import { keepAnAdministrator } from '../rules/last-administrator';
import { checkLookups, ownershipOf } from '../rules/lookups';
import { changeOwner } from '../rules/ownership';
import { changeState } from '../rules/state';
import { setModified } from '../rules/system-columns';
import { tablePlan, type TablePlan } from '../table-plan';
import type { RequestContext, Row, Value } from '../types';

/**
 * Update; with `ownerid` also Assign, with `statecode` also SetState.
 * @param ifMatch row version the row must still have
 * @throws DataverseError for whatever a rule refuses; nothing is written then
 */
export function update(
    pipeline: Pipeline,
    tableName: string,
    rowId: string,
    changes: Row,
    context: RequestContext,
    ifMatch?: number,
    options: WriteOptions = {},
): void {
    checkDepth('Update', context);
    const { environment, steps, organization } = pipeline;
    const plan = tablePlan(environment.metadata, tableName);
    const { table } = plan;
    checkWritable('Update', table.logicalName, table.isIntersect);
    if (!options.asSystem && !isOwnSettings(plan, rowId, context) && needsWrite(changes)) {
        checkPrivilege(environment, table, 'Write', context);
    }
    const id = normalId(rowId);
    const values: { [column: string]: Value } = { ...changes };
    const before = existingRow(pipeline, plan, id);
    const call = steps.has('Update', table.logicalName)
        ? {
              message: 'Update',
              table: table.logicalName,
              id,
              target: values,
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
        const draft: Draft = { pipeline, plan, id, before, values, context, options };
        checkVersion(plan, id, before, ifMatch);
        if (call) {
            complete(draft);
            steps.run('preOperation', call);
            // A step may have written the row meanwhile.
            write({
                ...draft,
                before: existingRow(pipeline, plan, id),
                options: { ...options, closedRowChecked: true },
            });
        } else {
            write(draft);
        }
        if (call) {
            steps.run('postOperation', call);
        }
    });
    if (SECURITY_TABLES.has(table.logicalName)) {
        forgetPrincipals(environment);
    }
}

/**
 * Steps before the operation run only for users who may write the row, and see its state and status reason as they
 * will be when only one of them was given.
 */
function complete(draft: Draft): void {
    acceptColumnValues(draft);
    checkMayWrite(draft);
    changeState(draft);
}

function checkMayWrite(draft: Draft): void {
    const { pipeline, plan, id, values, context, options } = draft;
    if (!options.asSystem && !isOwnSettings(plan, id, context) && needsWrite(values)) {
        checkAccess(pipeline.environment, plan.table, ownershipOf({ ...draft, values: {} }), 'Write', context);
    }
}

/** The platform's own work. The order matters: each rule sees what the ones before it have filled in. */
function write(draft: Draft): void {
    const { pipeline, plan, id, values } = draft;
    acceptColumnValues(draft);
    checkMayWrite(draft);
    checkRequired(draft);
    keepAnAdministrator(draft);
    const stateChanges = changeState(draft);
    const ownerChanges = changeOwner(draft);
    checkBusinessProcess(draft, stateChanges);
    checkLookups(draft);
    setCustomer(draft);
    setMoney(draft, stateChanges);
    setAnnotationColumns(draft);
    setActivityColumns(draft, stateChanges);
    checkAlternateKeys(draft);
    checkDuplicates(draft);
    setModified(draft);
    updateRow(pipeline.environment.store, plan, id, values);
    writeParties(draft);
    if (ownerChanges) {
        cascadeAssign(draft);
    }
    if (stateChanges) {
        reopenInstances(draft);
    }
}

/** Giving a row to somebody else takes Assign alone. */
const needsWrite = (values: Row): boolean => Object.keys(values).some((column) => column !== 'ownerid');

/** Everybody writes their own settings. */
function isOwnSettings({ table }: TablePlan, id: string, context: RequestContext): boolean {
    return table.logicalName === 'usersettings' && id === context.userId;
}

function existingRow(pipeline: Pipeline, plan: TablePlan, id: string): Row {
    const row = readRow(pipeline.environment.store, plan, id);
    if (!row) {
        throw new DataverseError(
            ErrorCode.ObjectDoesNotExist,
            `${plan.table.logicalName} With Id = ${id} Does Not Exist`,
        );
    }
    return row;
}

/** @throws DataverseError 0x80060882 when somebody else has changed the row since the caller read it */
export function checkVersion(plan: TablePlan, id: string, row: Row | undefined, ifMatch: number | undefined): void {
    if (ifMatch !== undefined && row?.versionnumber !== ifMatch) {
        throw new DataverseError(
            ErrorCode.ConcurrencyVersionMismatch,
            "The version of the existing record doesn't match the RowVersion property provided. " +
                `${plan.table.logicalName} ${id} has version ${String(row?.versionnumber)}, given was ${ifMatch}.`,
        );
    }
}
