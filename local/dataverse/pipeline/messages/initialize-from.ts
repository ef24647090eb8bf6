import { DataverseError, ErrorCode } from '../../errors';
import { readReference } from '../message-parameters';
import { mapRow } from '../qualify/attribute-mapping';
import type { MessageDefinition } from '../types';

/**
 * InitializeFrom (Microsoft Learn, "InitializeFrom Function"): values for a new row that is made from another one.
 * Nothing is written.
 */
export const initializeFrom: MessageDefinition = {
    name: 'InitializeFrom',
    kind: 'function',
    parameters: [
        { name: 'EntityMoniker', type: 'mscrm.crmbaseentity', optional: false },
        { name: 'TargetEntityName', type: 'Edm.String', optional: false },
        { name: 'TargetFieldType', type: 'Edm.String', optional: true },
    ],
    returns: { type: 'mscrm.crmbaseentity' },
    run: (organization, parameters, context) => {
        const source = readReference(parameters, 'EntityMoniker', organization.metadata);
        const target = parameters.TargetEntityName;
        if (!source || typeof target !== 'string') {
            throw new DataverseError(
                ErrorCode.InvalidArgument,
                "'EntityMoniker' takes a row, 'TargetEntityName' the logical name of a table.",
            );
        }
        const row = organization.retrieve(source.table, source.id, undefined, context);
        return { value: { table: target, row: mapRow(organization, source.table, target, row) } };
    },
};
