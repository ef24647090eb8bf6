import { DataverseError, ErrorCode } from '../../errors';
import { isRowParameter } from '../message-parameters';
import { findDuplicates } from '../rules/duplicates';
import type { MessageDefinition } from '../types';

/**
 * RetrieveDuplicates (Microsoft Learn, "RetrieveDuplicates Function"): rows that the published rules call duplicates.
 * The first fifty; there is no paging.
 */
export const retrieveDuplicates: MessageDefinition = {
    name: 'RetrieveDuplicates',
    kind: 'function',
    parameters: [
        { name: 'BusinessEntity', type: 'mscrm.crmbaseentity', optional: false },
        { name: 'MatchingEntityName', type: 'Edm.String', optional: false },
        { name: 'PagingInfo', type: 'Edm.Untyped', optional: true },
    ],
    returns: { type: 'Collection(mscrm.crmbaseentity)' },
    run: (organization, parameters, context) => {
        const { BusinessEntity: base, MatchingEntityName: matching } = parameters;
        if (!isRowParameter(base) || typeof matching !== 'string') {
            throw new DataverseError(
                ErrorCode.InvalidArgument,
                "'BusinessEntity' takes a row with its values, 'MatchingEntityName' a table's logical name.",
            );
        }
        const found = findDuplicates(organization, base.table, base.row, matching, context);
        return {
            value: found.map(({ table, id }) => ({
                table,
                row: organization.retrieve(table, id, undefined, context),
            })),
        };
    },
};
