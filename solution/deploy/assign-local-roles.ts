import type { WebApiClient } from './web-api-client';

/** Which of the local environment's people get which of the solution's roles. */
const ROLES_BY_PERSON: Readonly<Record<string, string>> = {
    'seller@local': 'Lead Lifecycle Seller',
    'seller2@local': 'Lead Lifecycle Seller',
    'manager@local': 'Lead Lifecycle Seller',
    'maker@local': 'Lead Lifecycle Maker',
};

/**
 * Gives the local environment's people the solution's roles. Only for the local Dataverse: in a real environment an
 * administrator assigns roles.
 * @returns what was assigned, as `person: role`; what they had already is left out
 */
export async function assignLocalRoles(client: WebApiClient): Promise<readonly string[]> {
    const roles = await client.rows('roles?$select=name,roleid,_businessunitid_value');
    const users = await client.rows(
        'systemusers?$select=domainname,_businessunitid_value&$expand=systemuserroles_association($select=name,roleid)',
    );
    const assigned: string[] = [];
    for (const [person, roleName] of Object.entries(ROLES_BY_PERSON)) {
        const user = users.find((it) => it['domainname'] === person);
        const role = roles.find((it) => it['name'] === roleName);
        if (!user || !role) continue;
        const held = user['systemuserroles_association'];
        if (Array.isArray(held) && held.some((it: unknown) => isRole(it, roleName))) continue;
        await client.post(`systemusers(${String(user['systemuserid'])})/systemuserroles_association/$ref`, {
            '@odata.id': `${client.environmentUrl}/api/data/v9.2/roles(${String(role['roleid'])})`,
        });
        assigned.push(`${person}: ${roleName}`);
    }
    return assigned;
}

function isRole(value: unknown, name: string): boolean {
    return typeof value === 'object' && value !== null && 'name' in value && value.name === name;
}
