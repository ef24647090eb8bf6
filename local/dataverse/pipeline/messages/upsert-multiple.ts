import { DataverseError, ErrorCode } from '../../errors';
import type { Metadata } from '../../metadata/metadata';
import type { MessageDefinition, Row, RowParameter } from '../types';
import { targetsOf } from './create-multiple';

/** UpsertMultiple (Microsoft Learn, "Use bulk operation messages"): all rows or none. */
export const upsertMultiple: MessageDefinition = {
    name: 'UpsertMultiple',
    kind: 'action',
    boundTo: '*',
    boundToCollection: true,
    parameters: [{ name: 'Targets', type: 'Collection(mscrm.crmbaseentity)', optional: false }],
    returns: { type: 'mscrm.UpsertMultipleResponse' },
    run: (organization, parameters, context) => ({
        Results: targetsOf(parameters).map((target) => {
            const { id, changes } = idOfTarget(organization.metadata, target);
            const recordCreated = organization.upsert(target.table, id, changes, context);
            return { RecordCreated: recordCreated, Target: { table: target.table, id } };
        }),
    }),
};

/** @throws DataverseError 0x80040203 when a target does not say which row it is */
export function idOfTarget(
    metadata: Metadata,
    { table, row }: RowParameter,
): { readonly id: string; readonly changes: Row } {
    const { primaryIdColumn } = metadata.table(table);
    const { [primaryIdColumn]: id, ...changes } = row;
    if (typeof id !== 'string') {
        throw new DataverseError(ErrorCode.InvalidArgument, `A target lacks '${primaryIdColumn}', the id of its row.`);
    }
    return { id, changes };
}
