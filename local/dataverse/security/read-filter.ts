import type { Table } from '../metadata/types';
import type { Environment, RequestContext } from '../pipeline/types';
import type { SqlFragment } from '../query/sql/fragment';
import { ACCESS_RIGHTS } from './access-rights';
import { accessScope } from './access-scope';
import { missingPrivilege } from './denied';
import { loadUser } from './principal';

/**
 * The condition that keeps a query to the rows its user may read.
 * @param alias SQL alias (or name) of the table in the query, unquoted
 * @returns null when the user may read every row of the table
 * @throws DataverseError 0x80040220 when the user may read none
 */
export function readFilter(
    environment: Environment,
    table: Table,
    alias: string,
    context: Pick<RequestContext, 'userId'>,
): SqlFragment | null {
    const user = loadUser(environment, context.userId);
    const scope = accessScope(user, table, 'Read');
    switch (scope.reach) {
        case 'all':
            return null;
        case 'none':
            throw missingPrivilege(environment, user, table, 'Read');
        case 'some': {
            const column = (name: string) => `"${alias.replaceAll('"', '""')}"."${name}"`;
            const conditions = [`${column('ownerid')} IN (${placeholders(scope.owners.size)})`];
            const parameters = [...scope.owners];
            if (scope.businessUnits.size > 0 && table.columns.has('owningbusinessunit')) {
                conditions.push(`${column('owningbusinessunit')} IN (${placeholders(scope.businessUnits.size)})`);
                parameters.push(...scope.businessUnits);
            }
            const sharers = [user.id, ...user.teamIds];
            conditions.push(
                `${column(table.primaryIdColumn)} IN (SELECT objectid FROM principalobjectaccess ` +
                    `WHERE principalid IN (${placeholders(sharers.length)}) AND ` +
                    `((ifnull(accessrightsmask, 0) | ifnull(inheritedaccessrightsmask, 0)) & ${ACCESS_RIGHTS.Read}) <> 0)`,
            );
            parameters.push(...sharers);
            return { sql: `(${conditions.join(' OR ')})`, parameters };
        }
    }
}

const placeholders = (count: number): string => Array.from({ length: count }, () => '?').join(', ');
