import { DataverseError, ErrorCode } from '../../errors';
import { accessRightsText } from '../../security/access-rights';
import { grantedRights, loadPrincipal, readOwnership } from '../../security/check';
import { readPrincipal, readTarget } from '../sharing';
import type { MessageDefinition } from '../types';

/** RetrievePrincipalAccess (Microsoft Learn, "RetrievePrincipalAccess Function"): every right somebody has on a row. */
export const retrievePrincipalAccess: MessageDefinition = {
    name: 'RetrievePrincipalAccess',
    kind: 'function',
    boundTo: '*',
    parameters: [{ name: 'Target', type: 'mscrm.crmbaseentity', optional: false }],
    returns: { type: 'mscrm.RetrievePrincipalAccessResponse' },
    run: (organization, parameters) => {
        const target = readTarget(organization, parameters);
        const { table, id } = readPrincipal(organization, 'entity', parameters.entity);
        const targetTable = organization.metadata.table(target.table);
        const ownership = readOwnership(organization, targetTable, target.id);
        if (!ownership) {
            throw new DataverseError(
                ErrorCode.ObjectDoesNotExist,
                `${target.table} With Id = ${target.id} Does Not Exist`,
            );
        }
        const principal = loadPrincipal(organization, table, id);
        return { AccessRights: accessRightsText(grantedRights(organization, principal, targetTable, ownership)) };
    },
};
