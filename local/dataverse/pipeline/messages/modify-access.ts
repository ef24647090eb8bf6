import { checkShareable, readPrincipalAccess, readTarget, share } from '../sharing';
import type { MessageDefinition } from '../types';

/** ModifyAccess (Microsoft Learn, "ModifyAccess Action"): replaces the rights lent on a row. */
export const modifyAccess: MessageDefinition = {
    name: 'ModifyAccess',
    kind: 'action',
    parameters: [
        { name: 'Target', type: 'mscrm.crmbaseentity', optional: false },
        { name: 'PrincipalAccess', type: 'mscrm.PrincipalAccess', optional: false },
    ],
    run: (organization, parameters, context) => {
        const target = readTarget(organization, parameters);
        const { principal, mask } = readPrincipalAccess(organization, parameters);
        checkShareable(organization, target, principal, context);
        share(organization, target, principal, () => mask);
        return {};
    },
};
