/** Refusals: a message asks here before it touches a row. */
import { DataverseError, ErrorCode } from '../errors';
import type { Table } from '../metadata/types';
import type { Environment, RequestContext } from '../pipeline/types';
import { ACCESS_RIGHTS, ALL_ACCESS_RIGHTS, type AccessRight } from './access-rights';
import { accessScope } from './access-scope';
import { missingAccess, missingNamedPrivilege, missingPrivilege } from './denied';
import { loadTeam, loadUser, type Principal } from './principal';

type Caller = Pick<RequestContext, 'userId'>;

/** What of a row decides who may do what with it. */
export interface Ownership {
    readonly id: string;
    readonly ownerId: string | null;
    readonly owningBusinessUnitId: string | null;
}

/**
 * @param right the user must hold at some depth
 * @throws DataverseError 0x80040220 that names privilege, table and user
 */
export function checkPrivilege(environment: Environment, table: Table, right: AccessRight, context: Caller): void {
    const user = loadUser(environment, context.userId);
    if (accessScope(user, table, right).reach === 'none') {
        throw missingPrivilege(environment, user, table, right);
    }
}

/**
 * A privilege that is about no table, such as `prvAssignRole`.
 * @throws DataverseError 0x80040220
 */
export function checkNamedPrivilege(environment: Environment, privilege: string, context: Caller): void {
    const user = loadUser(environment, context.userId);
    if (!user.isSystemAdministrator && !user.grants.has(privilege.toLowerCase())) {
        throw missingNamedPrivilege(environment, user, privilege);
    }
}

/**
 * Reads the row's owner only when the user's privilege does not reach every row.
 * @throws DataverseError 0x80040220; 0x80040217 when the row has to be looked at and there is none
 */
export function checkRowAccess(
    environment: Environment,
    table: Table,
    id: string,
    right: AccessRight,
    context: Caller,
): void {
    const user = loadUser(environment, context.userId);
    const scope = accessScope(user, table, right);
    if (scope.reach === 'all') {
        return;
    }
    if (scope.reach === 'none') {
        throw missingPrivilege(environment, user, table, right);
    }
    const row = readOwnership(environment, table, id);
    if (!row) {
        throw new DataverseError(ErrorCode.ObjectDoesNotExist, `${table.logicalName} With Id = ${id} Does Not Exist`);
    }
    checkAccess(environment, table, row, right, context);
}

/** The same for a row whose owner is known already, or which is only about to be created. */
export function checkAccess(
    environment: Environment,
    table: Table,
    row: Ownership,
    right: AccessRight,
    context: Caller,
): void {
    const user = loadUser(environment, context.userId);
    const scope = accessScope(user, table, right);
    if (scope.reach === 'none') {
        throw missingPrivilege(environment, user, table, right);
    }
    if (!hasRight(environment, user, table, row, right)) {
        throw missingAccess(environment, user, table, row.id, right);
    }
}

/** Whether a principal has a right on a row: by role and ownership, or by sharing. */
export function hasRight(
    environment: Environment,
    principal: Principal,
    table: Table,
    row: Ownership,
    right: AccessRight,
): boolean {
    const scope = accessScope(principal, table, right);
    switch (scope.reach) {
        case 'all':
            return true;
        case 'none':
            // Sharing lends access to a row, never the privilege itself.
            return false;
        case 'some':
            return (
                (row.ownerId !== null && scope.owners.has(row.ownerId)) ||
                (row.owningBusinessUnitId !== null && scope.businessUnits.has(row.owningBusinessUnitId)) ||
                (sharedMask(environment, principal, row.id) & ACCESS_RIGHTS[right]) !== 0
            );
    }
}

/** Bits of every right a principal has on a row; what `RetrievePrincipalAccess` answers. */
export function grantedRights(environment: Environment, principal: Principal, table: Table, row: Ownership): number {
    let mask = 0;
    for (const right of ALL_ACCESS_RIGHTS) {
        if (hasRight(environment, principal, table, row, right)) {
            mask |= ACCESS_RIGHTS[right];
        }
    }
    return mask;
}

/** A user's or a team's principal by the table of a reference to it. */
export function loadPrincipal(environment: Environment, table: string, id: string): Principal {
    return table === 'team' ? loadTeam(environment, id) : loadUser(environment, id);
}

/** Owner and owning business unit of a row; undefined when there is no such row. */
export function readOwnership(environment: Environment, table: Table, id: string): Ownership | undefined {
    if (table.ownership !== 'UserOwned') {
        const found = environment.store
            .prepare(`SELECT 1 FROM "${table.logicalName}" WHERE "${table.primaryIdColumn}" = ?`)
            .get(id);
        return found === undefined ? undefined : { id, ownerId: null, owningBusinessUnitId: null };
    }
    const businessUnit = table.columns.has('owningbusinessunit') ? 'owningbusinessunit' : 'NULL';
    const row = environment.store
        .prepare<{
            ownerId: string | null;
            owningBusinessUnitId: string | null;
        }>(
            `SELECT ownerid AS ownerId, ${businessUnit} AS owningBusinessUnitId ` +
                `FROM "${table.logicalName}" WHERE "${table.primaryIdColumn}" = ?`,
        )
        .get(id);
    return row && { id, ...row };
}

function sharedMask(environment: Environment, principal: Principal, id: string): number {
    const sharers = [principal.id, ...principal.teamIds];
    const masks = environment.store
        .prepare<{
            mask: number;
        }>(
            'SELECT (ifnull(accessrightsmask, 0) | ifnull(inheritedaccessrightsmask, 0)) AS mask ' +
                `FROM principalobjectaccess WHERE objectid = ? AND principalid IN (${sharers.map(() => '?').join(', ')})`,
        )
        .all(id, ...sharers);
    return masks.reduce((all, { mask }) => all | mask, 0);
}
