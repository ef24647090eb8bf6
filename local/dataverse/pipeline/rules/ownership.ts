import { DataverseError, ErrorCode } from '../../errors';
import type { Table } from '../../metadata/types';
import { accessScope } from '../../security/access-scope';
import { checkAccess, loadPrincipal } from '../../security/check';
import { privilegeName } from '../../security/privilege-name';
import type { Principal } from '../../security/principal';
import { isReference, sameValue } from '../row-storage';
import type { RowReference } from '../types';
import type { Draft } from './draft';
import { ownershipOf } from './lookups';

const INVALID_OWNER = 0x80040229;

/**
 * A new row belongs to its caller unless it names another owner; the owning business unit is always the owner's.
 * Creating a row for somebody else takes Assign as well.
 */
export function setOwner(draft: Draft): void {
    const { pipeline, plan, values, context, options } = draft;
    if (plan.table.ownership !== 'UserOwned') {
        setOrganization(draft);
        return;
    }
    const given = values.ownerid;
    const owner: RowReference = isReference(given) ? given : { table: 'systemuser', id: context.userId };
    const principal = loadPrincipal(pipeline.environment, owner.table, owner.id);
    values.ownerid = owner;
    setBusinessUnit(draft, principal);
    if (options.asSystem) {
        return;
    }
    checkAccess(pipeline.environment, plan.table, ownershipOf(draft), 'Create', context);
    if (owner.id !== context.userId) {
        checkAccess(pipeline.environment, plan.table, ownershipOf(draft), 'Assign', context);
        checkAssignee(plan.table, principal);
    }
}

/**
 * Assign, as part of an update.
 * @returns whether the owner changes
 */
export function changeOwner(draft: Draft): boolean {
    const { pipeline, plan, before, values, context, options } = draft;
    const owner = values.ownerid;
    if (owner === undefined || plan.table.ownership !== 'UserOwned') {
        return false;
    }
    if (!isReference(owner)) {
        throw new DataverseError(INVALID_OWNER, `The owner of a ${plan.table.logicalName} cannot be empty.`);
    }
    if (sameValue(before?.ownerid, owner)) {
        delete values.ownerid;
        return false;
    }
    const principal = loadPrincipal(pipeline.environment, owner.table, owner.id);
    if (!options.asSystem) {
        const former = { ...draft, values: {} };
        checkAccess(pipeline.environment, plan.table, ownershipOf(former), 'Assign', context);
        checkAssignee(plan.table, principal);
    }
    setBusinessUnit(draft, principal);
    return true;
}

/** Nobody can own rows that they could not even see. */
function checkAssignee(table: Table, assignee: Principal): void {
    if (accessScope(assignee, table, 'Read').reach === 'none') {
        throw new DataverseError(
            ErrorCode.PrincipalPrivilegeDenied,
            `Target ${assignee.kind === 'team' ? 'team' : 'user'} (Id=${assignee.id}) does not hold required privileges: ` +
                `${privilegeName(table, 'Read')} is needed to own rows of ${table.logicalName}.`,
        );
    }
}

function setBusinessUnit({ plan, values }: Draft, owner: Principal): void {
    const column = plan.stored.get('owningbusinessunit')?.column;
    if (column) {
        values.owningbusinessunit =
            column.type === 'Lookup' ? { table: 'businessunit', id: owner.businessUnitId } : owner.businessUnitId;
    }
}

const organizationIds = new WeakMap<object, string>();

function setOrganization({ pipeline, plan, values }: Draft): void {
    const column = plan.stored.get('organizationid')?.column;
    if (!column || plan.table.logicalName === 'organization') {
        return;
    }
    const { store } = pipeline.environment;
    let id = organizationIds.get(store);
    if (id === undefined) {
        id = store.prepare<{ id: string }>('SELECT organizationid AS id FROM organization').get()?.id;
        if (id === undefined) {
            return;
        }
        organizationIds.set(store, id);
    }
    values.organizationid = column.type === 'Lookup' ? { table: 'organization', id } : id;
}
