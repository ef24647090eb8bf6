/** The asking user, their teams and business unit. */
import { sql, type SqlFragment } from '../sql/fragment';
import type { Operator, OperatorScope } from './operator';

const teamsOf = (scope: OperatorScope): SqlFragment =>
    sql`(SELECT "teamid" FROM "teammembership" WHERE "systemuserid" = ${scope.userId})`;

const businessUnitOf = (scope: OperatorScope): SqlFragment =>
    sql`(SELECT "businessunitid" FROM "systemuser" WHERE "systemuserid" = ${scope.userId})`;

export const userOperators: readonly Operator[] = [
    {
        name: 'eq-userid',
        values: 'none',
        queryFunction: 'EqualUserId',
        toSql: (operand, _values, scope) => sql`${operand.stored} = ${scope.userId}`,
    },
    {
        name: 'ne-userid',
        values: 'none',
        queryFunction: 'NotEqualUserId',
        toSql: (operand, _values, scope) => sql`(${operand.stored} <> ${scope.userId} OR ${operand.stored} IS NULL)`,
    },
    {
        name: 'eq-userteams',
        values: 'none',
        queryFunction: 'EqualUserTeams',
        toSql: (operand, _values, scope) => sql`${operand.stored} IN ${teamsOf(scope)}`,
    },
    {
        name: 'eq-useroruserteams',
        values: 'none',
        queryFunction: 'EqualUserOrUserTeams',
        toSql: (operand, _values, scope) =>
            sql`(${operand.stored} = ${scope.userId} OR ${operand.stored} IN ${teamsOf(scope)})`,
    },
    {
        name: 'eq-businessid',
        values: 'none',
        queryFunction: 'EqualBusinessId',
        toSql: (operand, _values, scope) => sql`${operand.stored} = ${businessUnitOf(scope)}`,
    },
    {
        name: 'ne-businessid',
        values: 'none',
        queryFunction: 'NotEqualBusinessId',
        toSql: (operand, _values, scope) =>
            sql`(${operand.stored} <> ${businessUnitOf(scope)} OR ${operand.stored} IS NULL)`,
    },
    {
        name: 'eq-userlanguage',
        values: 'none',
        queryFunction: 'EqualUserLanguage',
        toSql: (operand, _values, scope) => sql`${operand.stored} = ${scope.settings.language}`,
    },
];
