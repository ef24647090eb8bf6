import type { WebApiClient } from './web-api-client';

/** Columns of a table as the environment has them, makers' own included. */
export interface EnvironmentColumn {
    readonly logicalName: string;
    /** `AttributeType` of the metadata, such as `Picklist`. */
    readonly type: string;
}

/** What generated formulas depend on. */
export interface EnvironmentMetadata {
    columnsOf(table: string): Promise<readonly EnvironmentColumn[]>;
}

export function environmentMetadata(client: WebApiClient): EnvironmentMetadata {
    return {
        columnsOf: async (table) => {
            const attributes = await client.rows(
                `EntityDefinitions(LogicalName='${table}')/Attributes` +
                    '?$select=LogicalName,AttributeType,AttributeOf,IsValidForRead',
            );
            return attributes
                .filter((it) => it['IsValidForRead'] !== false && it['AttributeOf'] == null)
                .map((it) => ({ logicalName: String(it['LogicalName']), type: String(it['AttributeType']) }));
        },
    };
}
