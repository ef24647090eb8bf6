import { createHash } from 'node:crypto';
import { DataverseError, ErrorCode } from '../../errors';
import type { MessageDefinition } from '../../pipeline/types';
import { loadUser } from '../../security/principal';

const DEPTH_NAMES: ReadonlyMap<number, string> = new Map([
    [1, 'Basic'],
    [2, 'Local'],
    [4, 'Deep'],
    [8, 'Global'],
]);

/** RetrieveUserPrivileges (Microsoft Learn, function of the same name): what the user's roles and teams' roles grant. */
export const retrieveUserPrivileges: MessageDefinition = {
    name: 'RetrieveUserPrivileges',
    kind: 'function',
    boundTo: 'systemuser',
    parameters: [],
    returns: { type: 'mscrm.RetrieveUserPrivilegesResponse' },
    run: (organization, { entity }) => {
        if (typeof entity !== 'object' || entity === null || !('id' in entity)) {
            throw new DataverseError(ErrorCode.InvalidArgument, 'RetrieveUserPrivileges is called on a user.');
        }
        const user = loadUser(organization, String(entity.id));
        // Grants are kept in lower case; clients compare names as the platform writes them.
        const names = new Map(
            organization.store
                .prepare<{ name: string }>('SELECT DISTINCT privilegename AS name FROM roleprivileges')
                .all()
                .map(({ name }) => [name.toLowerCase(), name]),
        );
        const privileges = [...user.grants].flatMap(([name, grants]) =>
            grants.map((grant) => ({
                Depth: DEPTH_NAMES.get(grant.depth) ?? 'Basic',
                PrivilegeId: privilegeId(name),
                PrivilegeName: names.get(name) ?? name,
                BusinessUnitId: grant.businessUnitId,
            })),
        );
        return { RolePrivileges: privileges };
    },
};

/** Privileges have no rows here; an id made of the name stays the same in every environment. */
function privilegeId(name: string): string {
    const hash = createHash('sha256').update(name).digest('hex');
    return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
