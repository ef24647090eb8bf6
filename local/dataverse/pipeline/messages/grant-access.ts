import { checkShareable, readPrincipalAccess, readTarget, share } from '../sharing';
import type { MessageDefinition } from '../types';

/** GrantAccess (Microsoft Learn, "GrantAccess Action"): lends further rights on a row. */
export const grantAccess: MessageDefinition = {
    name: 'GrantAccess',
    kind: 'action',
    parameters: [
        { name: 'Target', type: 'mscrm.crmbaseentity', optional: false },
        { name: 'PrincipalAccess', type: 'mscrm.PrincipalAccess', optional: false },
    ],
    run: (organization, parameters, context) => {
        const target = readTarget(organization, parameters);
        const { principal, mask } = readPrincipalAccess(organization, parameters);
        checkShareable(organization, target, principal, context);
        share(organization, target, principal, (present) => present | mask);
        return {};
    },
};
