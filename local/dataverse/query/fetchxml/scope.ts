/** Where in the query an element stands. */
import { DataverseError, ErrorCode } from '../../errors';
import type { Metadata } from '../../metadata/metadata';
import type { Column, Table } from '../../metadata/types';
import type { AliasSupply } from './links';

/** QueryBuilderNoAttribute: "The specified attribute does not exist on this entity." */

export interface FetchScope {
    readonly table: Table;
    readonly metadata: Metadata;
    readonly aggregate: boolean;
    readonly supply: AliasSupply;
}

/** @throws DataverseError 0x80041103 with the platform's text when the table has no such column */
export function columnOf(table: Table, name: string): Column {
    const column = table.columns.get(name) ?? table.columns.get(name.toLowerCase());
    if (!column) {
        throw new DataverseError(
            ErrorCode.ColumnDoesNotExist,
            `'${table.schemaName}' entity doesn't contain attribute with Name = '${name}' and NameMapping = 'Logical'.`,
        );
    }
    return column;
}
