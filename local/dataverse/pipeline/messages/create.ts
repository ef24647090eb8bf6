import { randomUUID } from 'node:crypto';
import { DataverseError, ErrorCode } from '../../errors';
import { checkPrivilege } from '../../security/check';
import { SECURITY_TABLES, forgetPrincipals } from '../../security/principal';
import { firstInstance, makeRoomForInstance } from '../business-process-instances';
import { checkDepth, type Pipeline } from '../pipeline';
import { insertRow } from '../row-storage';
import { setActivityColumns, checkWritable } from '../rules/activities';
import { writeParties } from '../rules/activity-parties';
import { checkAlternateKeys } from '../rules/alternate-keys';
import { setAnnotationColumns } from '../rules/annotations';
import { checkBusinessProcess } from '../rules/business-process';
import { acceptColumnValues, normalId } from '../rules/column-values';
import { setMoney } from '../rules/currency';
import { setCustomer } from '../rules/customer';
import { checkRequired, setDefaults } from '../rules/defaults';
import type { Draft, WriteOptions } from '../rules/draft';
import { checkDuplicates } from '../rules/duplicates';
import { checkLookups } from '../rules/lookups';
import { setOwner } from '../rules/ownership';
import { setPrincipalDefaults } from '../rules/principals';
import { setInitialState } from '../rules/state';
import { setCreated } from '../rules/system-columns';
import { tablePlan } from '../table-plan';
import type { RequestContext, Row, Value } from '../types';

/**
 * Create.
 * @param row values by logical name; may bring the row's own id
 * @returns id of the new row
 * @throws DataverseError for whatever a rule refuses; nothing is written then
 */
export function create(
    pipeline: Pipeline,
    tableName: string,
    row: Row,
    context: RequestContext,
    options: WriteOptions = {},
): string {
    checkDepth('Create', context);
    const { environment, steps, organization } = pipeline;
    const plan = tablePlan(environment.metadata, tableName);
    const { table } = plan;
    checkWritable('Create', table.logicalName, table.isIntersect);
    if (!options.asSystem) {
        checkPrivilege(environment, table, 'Create', context);
    }
    const values: { [column: string]: Value } = { ...row };
    const givenId = values[table.primaryIdColumn];
    const id = typeof givenId === 'string' ? normalId(givenId) : randomUUID();
    const draft: Draft = { pipeline, plan, id, before: undefined, values, context, options };
    const call = steps.has('Create', table.logicalName)
        ? {
              message: 'Create',
              table: table.logicalName,
              id,
              target: values,
              before: undefined,
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
            complete(draft);
            steps.run('preOperation', call);
        }
        write(draft);
        startProcess(draft);
        if (call) {
            steps.run('postOperation', call);
        }
    });
    if (SECURITY_TABLES.has(table.logicalName)) {
        forgetPrincipals(environment);
    }
    return id;
}

/** Steps before the operation see the row as it will be: with its defaults, its owner, its state and status reason. */
function complete(draft: Draft): void {
    acceptColumnValues(draft);
    draft.values[draft.plan.table.primaryIdColumn] = draft.id;
    setDefaults(draft);
    setPrincipalDefaults(draft);
    setOwner(draft);
    setInitialState(draft);
}

/** The platform's own work. The order matters: each rule sees what the ones before it have filled in. */
function write(draft: Draft): void {
    const { pipeline, plan, id, values } = draft;
    acceptColumnValues(draft);
    values[plan.table.primaryIdColumn] = id;
    setDefaults(draft);
    setPrincipalDefaults(draft);
    checkRequired(draft);
    setOwner(draft);
    makeRoomForInstance(draft);
    checkBusinessProcess(draft, false);
    checkLookups(draft);
    setCustomer(draft);
    setInitialState(draft);
    setMoney(draft, false);
    setAnnotationColumns(draft);
    setActivityColumns(draft, false);
    checkAlternateKeys(draft);
    checkDuplicates(draft);
    setCreated(draft);
    try {
        insertRow(pipeline.environment.store, plan, values);
    } catch (error) {
        throw isKeyConflict(error)
            ? new DataverseError(
                  ErrorCode.DuplicateRecord,
                  `Cannot insert duplicate key: a ${plan.table.logicalName} with id ${id} exists already.`,
              )
            : error;
    }
    writeParties(draft);
}

/** A row whose table a business process flow starts with gets an instance at the first stage. */
function startProcess({ pipeline, plan, id, context }: Draft): void {
    const instance = firstInstance(pipeline.environment, plan.table.logicalName, id);
    if (instance) {
        pipeline.core.create(instance.table, instance.values, context, { asSystem: true });
    }
}

function isKeyConflict(error: unknown): boolean {
    return (
        typeof error === 'object' &&
        error !== null &&
        'code' in error &&
        String(error.code).startsWith('SQLITE_CONSTRAINT')
    );
}
