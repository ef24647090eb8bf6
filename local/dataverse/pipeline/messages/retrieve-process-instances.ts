import { DataverseError, ErrorCode } from '../../errors';
import { allInstancesOf } from '../business-process-instances';
import type { MessageDefinition } from '../types';

/** RetrieveProcessInstances (Microsoft Learn, "RetrieveProcessInstances Function"): the processes of one row. */
export const retrieveProcessInstances: MessageDefinition = {
    name: 'RetrieveProcessInstances',
    kind: 'function',
    parameters: [
        { name: 'EntityId', type: 'Edm.Guid', optional: false },
        { name: 'EntityLogicalName', type: 'Edm.String', optional: false },
    ],
    returns: { type: 'Collection(mscrm.crmbaseentity)' },
    run: (organization, parameters, context) => {
        const { EntityId: id, EntityLogicalName: table } = parameters;
        if (typeof id !== 'string' || typeof table !== 'string') {
            throw new DataverseError(
                ErrorCode.InvalidArgument,
                "'EntityId' takes an id, 'EntityLogicalName' the logical name of its table.",
            );
        }
        return {
            value: allInstancesOf(organization, table, id).map((instance) => ({
                table: instance.process.instanceTable,
                row: organization.retrieve(instance.process.instanceTable, instance.id, undefined, context),
            })),
        };
    },
};
