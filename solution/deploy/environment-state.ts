import type { WebApiClient } from './web-api-client';

/** What the checks at the beginning found. */
export interface EnvironmentState {
    /** Such as `9.2.24113.00182`. */
    readonly version: string;
    /** Name of the environment. */
    readonly organization: string;
    readonly user: { readonly id: string; readonly name: string };
    /** Lower-case names of the caller's privileges; undefined when the environment lists them without names. */
    readonly privileges: ReadonlySet<string> | undefined;
    readonly installed: InstalledSolution | undefined;
    /** Ids of the duplicate detection rules that are published. */
    readonly publishedRules: ReadonlySet<string>;
}

export interface InstalledSolution {
    readonly id: string;
    readonly version: string;
    readonly isManaged: boolean;
}

/** statuscode of a published duplicaterule (Microsoft Learn, "DuplicateRule table reference"). */
const PUBLISHED = 2;

/**
 * Looks at the environment: is it there, who asks, what may he do, what is installed. Only reads.
 * @throws Unreachable, WebApiRefusal
 */
export async function readEnvironmentState(client: WebApiClient, uniqueName: string): Promise<EnvironmentState> {
    const { UserId: id } = await client.get('WhoAmI');
    const [{ Version: version }, user, privileges, [organization], installed, rules] = await Promise.all([
        client.get('RetrieveVersion'),
        client.get(`systemusers(${String(id)})?$select=fullname`),
        client.get(`systemusers(${String(id)})/Microsoft.Dynamics.CRM.RetrieveUserPrivileges`),
        client.rows('organizations?$select=name'),
        readInstalledSolution(client, uniqueName),
        client.rows(`duplicaterules?$select=duplicateruleid&$filter=statuscode eq ${PUBLISHED}`),
    ]);
    return {
        version: String(version),
        organization: String(organization?.['name']),
        user: { id: String(id), name: String(user['fullname']) },
        privileges: privilegeNames(privileges['RolePrivileges']),
        installed,
        publishedRules: new Set(rules.map((rule) => String(rule['duplicateruleid']))),
    };
}

/** @param uniqueName of the solution */
export async function readInstalledSolution(
    client: WebApiClient,
    uniqueName: string,
): Promise<InstalledSolution | undefined> {
    const [row] = await client.rows(
        `solutions?$select=solutionid,version,ismanaged&$filter=uniquename eq '${uniqueName}'`,
    );
    return (
        row && {
            id: String(row['solutionid']),
            version: String(row['version']),
            isManaged: row['ismanaged'] === true,
        }
    );
}

function privilegeNames(list: unknown): ReadonlySet<string> | undefined {
    if (!Array.isArray(list)) return undefined;
    const names = list.flatMap((it: unknown) =>
        typeof it === 'object' && it !== null && 'PrivilegeName' in it && typeof it.PrivilegeName === 'string'
            ? it.PrivilegeName.toLowerCase()
            : [],
    );
    return names.length === 0 && list.length > 0 ? undefined : new Set(names);
}
