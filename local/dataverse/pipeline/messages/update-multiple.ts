import type { MessageDefinition } from '../types';
import { targetsOf } from './create-multiple';
import { idOfTarget } from './upsert-multiple';

/** UpdateMultiple (Microsoft Learn, "Use bulk operation messages"): all rows or none. */
export const updateMultiple: MessageDefinition = {
    name: 'UpdateMultiple',
    kind: 'action',
    boundTo: '*',
    boundToCollection: true,
    parameters: [{ name: 'Targets', type: 'Collection(mscrm.crmbaseentity)', optional: false }],
    run: (organization, parameters, context) => {
        for (const target of targetsOf(parameters)) {
            const { id, changes } = idOfTarget(organization.metadata, target);
            organization.update(target.table, id, changes, context);
        }
        return {};
    },
};
