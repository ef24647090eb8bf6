import { DataverseError, ErrorCode } from '../../errors';
import { checkAccess, checkPrivilege, checkRowAccess, type Ownership } from '../../security/check';
import { isSystemTable } from '../../security/system-tables';
import { isReference, sameValue } from '../row-storage';
import { tablePlan } from '../table-plan';
import type { RowReference } from '../types';
import { resulting, type Draft } from './draft';

/**
 * A lookup points to a row that is there, and linking takes Append on this row and AppendTo on the other
 * (Microsoft Learn, "Security roles and privileges").
 * @throws DataverseError 0x80040217 for a missing row, 0x80040220 for a missing privilege
 */
export function checkLookups(draft: Draft): void {
    const { pipeline, plan, before, values, context, options } = draft;
    let links = false;
    for (const [name, value] of Object.entries(values)) {
        const type = plan.stored.get(name)?.column.type;
        if ((type !== 'Lookup' && type !== 'Customer') || !isReference(value) || sameValue(before?.[name], value)) {
            continue;
        }
        checkExists(draft, value);
        const target = pipeline.environment.metadata.table(value.table);
        if (!options.asSystem && !isSystemTable(target)) {
            checkRowAccess(pipeline.environment, target, value.id, 'AppendTo', context);
            links = true;
        }
    }
    if (!links) {
        return;
    }
    if (before === undefined) {
        // Whoever may create the row for this owner may also link it, so only the privilege itself is asked for.
        checkPrivilege(pipeline.environment, plan.table, 'Append', context);
    } else {
        checkAccess(pipeline.environment, plan.table, ownershipOf(draft), 'Append', context);
    }
}

/** @throws DataverseError 0x80040217 that names table and id */
export function checkExists({ pipeline }: Draft, reference: RowReference): void {
    const { environment } = pipeline;
    const { table } = tablePlan(environment.metadata, reference.table);
    const found = environment.store
        .prepare(`SELECT 1 FROM "${table.logicalName}" WHERE "${table.primaryIdColumn}" = ?`)
        .get(reference.id);
    if (found === undefined) {
        throw new DataverseError(
            ErrorCode.ObjectDoesNotExist,
            `${table.logicalName} With Id = ${reference.id} Does Not Exist`,
        );
    }
}

/** Owner and business unit the row will have. */
export function ownershipOf(draft: Draft): Ownership {
    const owner = resulting(draft, 'ownerid');
    const businessUnit = resulting(draft, 'owningbusinessunit');
    return {
        id: draft.id,
        ownerId: isReference(owner) ? owner.id : null,
        owningBusinessUnitId: isReference(businessUnit)
            ? businessUnit.id
            : typeof businessUnit === 'string'
              ? businessUnit
              : null,
    };
}
