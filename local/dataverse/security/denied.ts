/** What the platform says to somebody who may not. Every message names the user, the right and the table. */
import { DataverseError, ErrorCode } from '../errors';
import type { Table } from '../metadata/types';
import type { Environment } from '../pipeline/types';
import type { AccessRight } from './access-rights';
import type { Principal } from './principal';
import { privilegeName } from './privilege-name';

/** The principal lacks the privilege altogether. */
export function missingPrivilege(
    environment: Environment,
    principal: Principal,
    table: Table,
    right: AccessRight,
): DataverseError {
    return missingNamedPrivilege(
        environment,
        principal,
        privilegeName(table, right),
        ` on OTC=${table.objectTypeCode} for entity '${table.logicalName}'`,
    );
}

/** The same for a privilege that is about no table, such as `prvAssignRole`. */
export function missingNamedPrivilege(
    environment: Environment,
    principal: Principal,
    privilege: string,
    where = '',
): DataverseError {
    return new DataverseError(
        ErrorCode.PrivilegeDenied,
        `Principal ${principal.kind === 'team' ? 'team' : 'user'} (Id=${principal.id}` +
            `${fullName(environment, principal)}, roleCount=${principal.roleIds.length}) ` +
            `is missing ${privilege} privilege${where}.`,
    );
}

/** The principal has the privilege, but it does not reach this row. */
export function missingAccess(
    environment: Environment,
    principal: Principal,
    table: Table,
    id: string,
    right: AccessRight,
): DataverseError {
    return new DataverseError(
        ErrorCode.PrivilegeDenied,
        `Principal with id ${principal.id}${fullName(environment, principal)} does not have ${right}Access right(s) ` +
            `for record with id ${id} of entity ${table.logicalName} (${privilegeName(table, right)} does not reach it).`,
    );
}

function fullName(environment: Environment, principal: Principal): string {
    const sql =
        principal.kind === 'team'
            ? 'SELECT name AS name FROM team WHERE teamid = ?'
            : 'SELECT fullname AS name FROM systemuser WHERE systemuserid = ?';
    const name = environment.store.prepare<{ name: string | null }>(sql).get(principal.id)?.name;
    return name ? `, name=${name}` : '';
}
