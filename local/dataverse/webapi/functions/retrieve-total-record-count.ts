import { DataverseError, ErrorCode } from '../../errors';
import type { MessageDefinition } from '../../pipeline/types';
import { identifier } from '../../query/sql/fragment';

/**
 * RetrieveTotalRecordCount (Microsoft Learn, "RetrieveTotalRecordCount Function"): rows per table, whoever may read
 * them. The platform's numbers may be a day old; these are of this moment.
 */
export const retrieveTotalRecordCount: MessageDefinition = {
    name: 'RetrieveTotalRecordCount',
    kind: 'function',
    parameters: [{ name: 'EntityNames', type: 'Collection(Edm.String)', optional: false }],
    returns: { type: 'mscrm.RetrieveTotalRecordCountResponse' },
    run: ({ store, metadata }, { EntityNames: names }) => {
        if (!Array.isArray(names)) {
            throw new DataverseError(ErrorCode.InvalidArgument, "'EntityNames' takes a list of tables' logical names.");
        }
        const tables = names.map((name) => metadata.table(String(name)).logicalName);
        const counts = tables.map(
            (table) =>
                store.prepare<{ count: number }>(`SELECT count(*) AS count FROM ${identifier(table).sql}`).get()
                    ?.count ?? 0,
        );
        return {
            EntityRecordCountCollection: { Count: tables.length, IsReadOnly: false, Keys: tables, Values: counts },
        };
    },
};
