/** Sharing: rights on one row lent to a user or a team, and handed down to the rows that belong to it. */
import { randomUUID } from 'node:crypto';
import { DataverseError, ErrorCode } from '../errors';
import { checkRowAccess, loadPrincipal, readOwnership } from '../security/check';
import { parseAccessRights } from '../security/access-rights';
import { childrenOf } from './cascade/children';
import { referenceOf } from './message-parameters';
import { insertRow, isReference } from './row-storage';
import { tablePlan } from './table-plan';
import type { Environment, MessageParameter, MessageParameters, RequestContext, RowReference } from './types';

const CANNOT_SHARE_WITH_OWNER = 0x80040214;
const INVALID_ACCESS_RIGHTS = 0x8004020d;
const INVALID_SHAREE = 0x8004020c;

/** Who gets which rights, as GrantAccess and ModifyAccess name them. */
export interface PrincipalAccess {
    readonly principal: RowReference;
    readonly mask: number;
}

/** @throws DataverseError when it names no user or team, or a right that there is not */
export function readPrincipalAccess(environment: Environment, parameters: MessageParameters): PrincipalAccess {
    const value = parameters.PrincipalAccess;
    const parts =
        typeof value === 'object' && value !== null && !Array.isArray(value)
            ? (value as { readonly [name: string]: MessageParameter })
            : {};
    const mask = typeof parts.AccessMask === 'string' ? parseAccessRights(parts.AccessMask) : undefined;
    if (mask === undefined) {
        throw new DataverseError(
            INVALID_ACCESS_RIGHTS,
            `Invalid access rights: '${String(parts.AccessMask)}'. Give names such as 'ReadAccess,WriteAccess'.`,
        );
    }
    return { principal: readPrincipal(environment, 'PrincipalAccess.Principal', parts.Principal), mask };
}

/** @throws DataverseError 0x8004020c when it is no user or team */
export function readPrincipal(environment: Environment, name: string, value: MessageParameter): RowReference {
    const principal = referenceOf(name, value, environment.metadata);
    if (!principal || (principal.table !== 'systemuser' && principal.table !== 'team')) {
        throw new DataverseError(INVALID_SHAREE, `'${name}' names no user or team: give systemuserid or teamid.`);
    }
    loadPrincipal(environment, principal.table, principal.id);
    return principal;
}

/** @throws DataverseError 0x80040220 without Share on the row, 0x80040214 for the row's owner */
export function checkShareable(
    environment: Environment,
    target: RowReference,
    principal: RowReference,
    context: RequestContext,
): void {
    const { table } = tablePlan(environment.metadata, target.table);
    const ownership = readOwnership(environment, table, target.id);
    if (!ownership) {
        throw new DataverseError(ErrorCode.ObjectDoesNotExist, `${target.table} With Id = ${target.id} Does Not Exist`);
    }
    checkRowAccess(environment, table, target.id, 'Share', context);
    if (ownership.ownerId === principal.id) {
        throw new DataverseError(CANNOT_SHARE_WITH_OWNER, 'An item cannot be shared with the owning user.');
    }
}

type MaskColumn = 'accessrightsmask' | 'inheritedaccessrightsmask';

/**
 * Sets the rights that a principal has on a row by sharing; none of them ends the sharing.
 * @param change the new mask, from the present one
 */
export function share(
    environment: Environment,
    target: RowReference,
    principal: RowReference,
    change: (present: number) => number,
    column: MaskColumn = 'accessrightsmask',
    seen: Set<string> = new Set(),
): void {
    if (seen.has(target.id)) {
        return;
    }
    seen.add(target.id);
    writeMask(environment, target, principal, change, column);
    for (const relationship of tablePlan(environment.metadata, target.table).referencedBy) {
        const child = environment.metadata.findTable(relationship.referencingTable);
        if (relationship.cascade.share === 'NoCascade' || child?.ownership !== 'UserOwned') {
            continue;
        }
        for (const id of childrenOf(environment, relationship, target, relationship.cascade.share)) {
            share(environment, { table: child.logicalName, id }, principal, change, 'inheritedaccessrightsmask', seen);
        }
    }
}

function writeMask(
    environment: Environment,
    target: RowReference,
    principal: RowReference,
    change: (present: number) => number,
    column: MaskColumn,
): void {
    const { store, metadata } = environment;
    const row = store
        .prepare<{ id: string; own: number; inherited: number }>(
            `SELECT principalobjectaccessid AS id, ifnull(accessrightsmask, 0) AS own,
                    ifnull(inheritedaccessrightsmask, 0) AS inherited
             FROM principalobjectaccess WHERE objectid = ? AND principalid = ?`,
        )
        .get(target.id, principal.id);
    const own = column === 'accessrightsmask' ? change(row?.own ?? 0) : (row?.own ?? 0);
    const inherited = column === 'inheritedaccessrightsmask' ? change(row?.inherited ?? 0) : (row?.inherited ?? 0);
    if (row && own === 0 && inherited === 0) {
        store.prepare('DELETE FROM principalobjectaccess WHERE principalobjectaccessid = ?').run(row.id);
    } else if (row) {
        store
            .prepare(
                `UPDATE principalobjectaccess SET accessrightsmask = ?, inheritedaccessrightsmask = ?, versionnumber = ?
                 WHERE principalobjectaccessid = ?`,
            )
            .run(own, inherited, store.nextRowVersion(), row.id);
    } else if (own !== 0 || inherited !== 0) {
        insertRow(store, tablePlan(metadata, 'principalobjectaccess'), {
            principalobjectaccessid: randomUUID(),
            objectid: target.id,
            objecttypecode: target.table,
            principalid: principal.id,
            principaltypecode: principal.table,
            accessrightsmask: own,
            inheritedaccessrightsmask: inherited,
            versionnumber: store.nextRowVersion(),
        });
    }
}

/** The row a sharing message is about. @throws DataverseError 0x80040203 when it names none */
export function readTarget(environment: Environment, parameters: MessageParameters): RowReference {
    const value = parameters.Target;
    const target = isReference(value) ? value : referenceOf('Target', value, environment.metadata);
    if (!target) {
        throw new DataverseError(ErrorCode.InvalidArgument, "Parameter 'Target' names no row; give its id.");
    }
    return target;
}
