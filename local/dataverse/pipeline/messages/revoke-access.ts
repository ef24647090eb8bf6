import { checkShareable, readPrincipal, readTarget, share } from '../sharing';
import type { MessageDefinition } from '../types';

/** RevokeAccess (Microsoft Learn, "RevokeAccess Action"): takes back what was lent on a row. */
export const revokeAccess: MessageDefinition = {
    name: 'RevokeAccess',
    kind: 'action',
    parameters: [
        { name: 'Target', type: 'mscrm.crmbaseentity', optional: false },
        { name: 'Revokee', type: 'mscrm.crmbaseentity', optional: false },
    ],
    run: (organization, parameters, context) => {
        const target = readTarget(organization, parameters);
        const principal = readPrincipal(organization, 'Revokee', parameters.Revokee);
        checkShareable(organization, target, principal, context);
        share(organization, target, principal, () => 0);
        return {};
    },
};
