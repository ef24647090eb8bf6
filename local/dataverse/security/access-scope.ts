/** Which rows of a table a principal reaches with a right, without looking at any row. */
import type { Table } from '../metadata/types';
import type { AccessRight } from './access-rights';
import { DEPTH, type Grant, type Principal } from './principal';
import { privilegeName } from './privilege-name';
import { isSystemTable } from './system-tables';

/**
 * - `all`: every row
 * - `none`: no row; the principal lacks the privilege
 * - `some`: rows of these owners, of these owning business units, and rows shared with the principal
 */
export type AccessScope =
    | { readonly reach: 'all' }
    | { readonly reach: 'none' }
    | { readonly reach: 'some'; readonly owners: ReadonlySet<string>; readonly businessUnits: ReadonlySet<string> };

const ALL: AccessScope = { reach: 'all' };
const NONE: AccessScope = { reach: 'none' };
const OWN: AccessScope = { reach: 'some', owners: new Set(), businessUnits: new Set() };

/** Worked out once per principal, right and table. */
export function accessScope(principal: Principal, table: Table, right: AccessRight): AccessScope {
    const key = `${right} ${table.logicalName}`;
    const known = principal.scopes.get(key) as AccessScope | undefined;
    if (known) {
        return known;
    }
    const scope = workOut(principal, table, right);
    principal.scopes.set(key, scope);
    return scope;
}

function workOut(principal: Principal, table: Table, right: AccessRight): AccessScope {
    if (principal.isSystemAdministrator || (principal.isSystemCustomizer && table.isCustom)) {
        return ALL;
    }
    if ((right === 'Read' || right === 'AppendTo' || right === 'Append') && isSystemTable(table)) {
        return ALL;
    }
    const grants =
        principal.grants.get(privilegeName(table, right).toLowerCase()) ??
        principal.grants.get(`prv${right}${table.schemaName}`.toLowerCase());
    if (!grants || grants.length === 0) {
        return NONE;
    }
    // Rows without an owner belong to the organization: a privilege on them is all or nothing. Users, teams and their
    // settings belong to business units: less than the whole organization does not reach other people's.
    if (table.ownership !== 'UserOwned') {
        const reachesAll = table.ownership !== 'BusinessOwned' || grants.some(({ depth }) => depth >= DEPTH.Global);
        return reachesAll ? ALL : OWN;
    }
    return reachOf(principal, grants);
}

function reachOf(principal: Principal, grants: readonly Grant[]): AccessScope {
    const owners = new Set<string>();
    const businessUnits = new Set<string>();
    for (const grant of grants) {
        if (grant.depth >= DEPTH.Global) {
            return ALL;
        }
        if (grant.depth >= DEPTH.Deep) {
            principal.businessUnitsUnder(grant.businessUnitId).forEach((id) => businessUnits.add(id));
        } else if (grant.depth >= DEPTH.Local) {
            businessUnits.add(grant.businessUnitId);
        }
        grant.owners.forEach((id) => owners.add(id));
    }
    return { reach: 'some', owners, businessUnits };
}
