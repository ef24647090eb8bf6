import { notSupportedHere } from '../../errors';
import type { MessageDefinition } from '../types';

/** Merge (Microsoft Learn, "Merge Action"): known, not there yet. */
export const merge: MessageDefinition = {
    name: 'Merge',
    kind: 'action',
    parameters: [
        { name: 'Target', type: 'mscrm.crmbaseentity', optional: false },
        { name: 'Subordinate', type: 'mscrm.crmbaseentity', optional: false },
        { name: 'UpdateContent', type: 'mscrm.crmbaseentity', optional: true },
        { name: 'PerformParentingChecks', type: 'Edm.Boolean', optional: true },
    ],
    run: () => {
        throw notSupportedHere('Merge');
    },
};
