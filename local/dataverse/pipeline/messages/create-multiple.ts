import { DataverseError, ErrorCode } from '../../errors';
import { readRows } from '../message-parameters';
import type { MessageDefinition, MessageParameters, RowParameter } from '../types';

/** CreateMultiple (Microsoft Learn, "Use bulk operation messages"): all rows or none. */
export const createMultiple: MessageDefinition = {
    name: 'CreateMultiple',
    kind: 'action',
    boundTo: '*',
    boundToCollection: true,
    parameters: [{ name: 'Targets', type: 'Collection(mscrm.crmbaseentity)', optional: false }],
    returns: { type: 'mscrm.CreateMultipleResponse' },
    run: (organization, parameters, context) => ({
        Ids: targetsOf(parameters).map(({ table, row }) => organization.create(table, row, context)),
    }),
};

/**
 * The rows of a bulk message, all of one table.
 * @throws DataverseError 0x80040203 when there is none, or when they are of different tables
 */
export function targetsOf(parameters: MessageParameters): readonly RowParameter[] {
    const targets = readRows(parameters, 'Targets');
    const table = parameters.entityLogicalName ?? targets[0]?.table;
    const stranger = targets.find((target) => target.table !== table);
    if (targets.length === 0 || stranger) {
        throw new DataverseError(
            ErrorCode.InvalidArgument,
            targets.length === 0
                ? "'Targets' is empty; a bulk message takes at least one row."
                : `'Targets' holds a row of '${stranger?.table ?? ''}' among rows of '${String(table)}'; send each table by itself.`,
        );
    }
    return targets;
}
