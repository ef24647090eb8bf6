/**
 * A user as security sees it: business unit, teams and what the roles of both permit.
 * Microsoft Learn, "Security roles and privileges" and "How access to a record is determined".
 */
import { DataverseError, ErrorCode } from '../errors';
import type { Metadata } from '../metadata/metadata';
import type { Environment } from '../pipeline/types';
import type { Store } from '../store/store';

/** How far a privilege reaches: own rows, own business unit, that and the units below it, the organization. */
export const DEPTH = { Basic: 1, Local: 2, Deep: 4, Global: 8 } as const;

/** Both fixed by the platform in every environment. */
const SYSTEM_ADMINISTRATOR = '627090ff-40a3-4053-8790-584edc5be201';
const SYSTEM_CUSTOMIZER = '119f245c-3cc8-4b62-b31c-d1a046ced15d';

/** One role's permission of one privilege, as it reaches the user. */
export interface Grant {
    readonly depth: number;
    /** The business unit of whoever holds the role: the user or one of the user's teams. */
    readonly businessUnitId: string;
    /** Owners whose rows a Basic grant reaches. */
    readonly owners: readonly string[];
}

export interface Principal {
    readonly id: string;
    readonly kind: 'systemuser' | 'team';
    readonly businessUnitId: string;
    readonly teamIds: readonly string[];
    readonly roleIds: readonly string[];
    /** Holds every privilege for the whole organization, on tables of later solutions too. */
    readonly isSystemAdministrator: boolean;
    /** Holds every privilege on tables that solutions bring. */
    readonly isSystemCustomizer: boolean;
    /** By privilege name in lower case. */
    readonly grants: ReadonlyMap<string, readonly Grant[]>;
    /** The id itself and those below it. */
    businessUnitsUnder(businessUnitId: string): readonly string[];
    /** What was worked out of the grants, by right and table. */
    readonly scopes: Map<string, unknown>;
}

interface Cache {
    readonly metadata: Metadata;
    readonly principals: Map<string, Principal>;
}

const caches = new WeakMap<Store, Cache>();

/** Tables whose rows decide what a user may do; writing one makes `forgetPrincipals` necessary. */
export const SECURITY_TABLES: ReadonlySet<string> = new Set([
    'businessunit',
    'role',
    'roleprivileges',
    'systemuser',
    'systemuserroles',
    'team',
    'teammembership',
    'teamroles',
]);

/** Roles, teams or business units changed: what was read of them is read again. New metadata does the same. */
export function forgetPrincipals(environment: Environment): void {
    caches.delete(environment.store);
}

/**
 * The user that a request runs as.
 * @param userId systemuserid
 * @throws DataverseError 0x80040217 when there is no such user, 0x80040225 when the user is disabled
 */
export function loadUser(environment: Environment, userId: string): Principal {
    return cached(environment, userId, () => readUser(environment, userId));
}

/** A team as holder of rows and rights. @throws DataverseError 0x80040217 when there is no such team */
export function loadTeam(environment: Environment, teamId: string): Principal {
    return cached(environment, teamId, () => readTeam(environment, teamId));
}

function cached(environment: Environment, id: string, read: () => Principal): Principal {
    let cache = caches.get(environment.store);
    if (cache?.metadata !== environment.metadata) {
        cache = { metadata: environment.metadata, principals: new Map() };
        caches.set(environment.store, cache);
    }
    let principal = cache.principals.get(id);
    if (!principal) {
        principal = read();
        cache.principals.set(id, principal);
    }
    return principal;
}

const USER_IS_DISABLED = 0x80040225;

function readUser(environment: Environment, userId: string): Principal {
    const { store } = environment;
    const user = store
        .prepare<{
            businessunitid: string | null;
            isdisabled: number | null;
        }>('SELECT businessunitid, isdisabled FROM systemuser WHERE systemuserid = ?')
        .get(userId);
    if (!user) {
        throw new DataverseError(ErrorCode.ObjectDoesNotExist, `systemuser With Id = ${userId} Does Not Exist`);
    }
    if (user.isdisabled === 1) {
        throw new DataverseError(USER_IS_DISABLED, `The user with id = ${userId} is disabled.`, 403);
    }
    const businessUnitId = user.businessunitid ?? '';
    const teams = store
        .prepare<{ teamid: string; businessunitid: string | null }>(
            `SELECT t.teamid, t.businessunitid FROM teammembership m JOIN team t ON t.teamid = m.teamid
             WHERE m.systemuserid = ?`,
        )
        .all(userId);
    const teamIds = teams.map(({ teamid }) => teamid);
    const roles = new RoleReader(environment);
    roles.read('systemuserroles', 'systemuserid', userId, {
        businessUnitId,
        owners: [userId, ...teamIds],
        inheritedOwners: [],
    });
    for (const team of teams) {
        roles.read('teamroles', 'teamid', team.teamid, {
            businessUnitId: team.businessunitid ?? businessUnitId,
            owners: [team.teamid],
            inheritedOwners: [userId],
        });
    }
    return principal(environment, userId, 'systemuser', businessUnitId, teamIds, roles);
}

function readTeam(environment: Environment, teamId: string): Principal {
    const team = environment.store
        .prepare<{ businessunitid: string | null }>('SELECT businessunitid FROM team WHERE teamid = ?')
        .get(teamId);
    if (!team) {
        throw new DataverseError(ErrorCode.ObjectDoesNotExist, `team With Id = ${teamId} Does Not Exist`);
    }
    const businessUnitId = team.businessunitid ?? '';
    const roles = new RoleReader(environment);
    roles.read('teamroles', 'teamid', teamId, { businessUnitId, owners: [teamId], inheritedOwners: [] });
    return principal(environment, teamId, 'team', businessUnitId, [], roles);
}

/** Whose role it is, and which owners its Basic privileges reach. */
interface RoleHolder {
    readonly businessUnitId: string;
    readonly owners: readonly string[];
    /** Reached as well when the role passes its Basic privileges on to the members of a team. */
    readonly inheritedOwners: readonly string[];
}

/** `role.isinherited`: privileges of a team's role reach the rows of its members as well. */
const DIRECT_USER_AND_TEAM = 1;

class RoleReader {
    readonly ids = new Set<string>();
    readonly grants = new Map<string, Grant[]>();

    constructor(private readonly environment: Environment) {}

    read(linkTable: 'systemuserroles' | 'teamroles', holderColumn: string, id: string, holder: RoleHolder): void {
        if (!this.environment.metadata.findTable(linkTable)) {
            return;
        }
        const rows = this.environment.store
            .prepare<{
                roleid: string;
                isinherited: number | null;
                privilegename: string | null;
                depth: number | null;
            }>(
                `SELECT r.roleid, r.isinherited, p.privilegename, p.depth FROM ${linkTable} l
                 JOIN role r ON r.roleid = l.roleid LEFT JOIN roleprivileges p ON p.roleid = r.roleid
                 WHERE l.${holderColumn} = ?`,
            )
            .all(id);
        for (const row of rows) {
            this.ids.add(row.roleid);
            if (row.privilegename === null || row.depth === null) {
                continue;
            }
            const name = row.privilegename.toLowerCase();
            const grant: Grant = {
                depth: row.depth,
                businessUnitId: holder.businessUnitId,
                owners:
                    row.isinherited === null || row.isinherited === DIRECT_USER_AND_TEAM
                        ? [...holder.owners, ...holder.inheritedOwners]
                        : holder.owners,
            };
            const known = this.grants.get(name);
            if (known) {
                known.push(grant);
            } else {
                this.grants.set(name, [grant]);
            }
        }
    }
}

function principal(
    environment: Environment,
    id: string,
    kind: Principal['kind'],
    businessUnitId: string,
    teamIds: readonly string[],
    roles: RoleReader,
): Principal {
    return {
        id,
        kind,
        businessUnitId,
        teamIds,
        roleIds: [...roles.ids],
        isSystemAdministrator: roles.ids.has(SYSTEM_ADMINISTRATOR),
        isSystemCustomizer: roles.ids.has(SYSTEM_CUSTOMIZER),
        grants: roles.grants,
        businessUnitsUnder: (top) => businessUnitsUnder(environment, top),
        scopes: new Map(),
    };
}

function businessUnitsUnder(environment: Environment, top: string): readonly string[] {
    return environment.store
        .prepare<{ id: string }>(
            `WITH RECURSIVE unit (id) AS (
                SELECT ? UNION SELECT b.businessunitid FROM businessunit b JOIN unit ON b.parentbusinessunitid = unit.id
             ) SELECT id FROM unit`,
        )
        .all(top)
        .map(({ id }) => id);
}
