const CASTS = 'Microsoft.Dynamics.CRM';

/** What a definition is read for: a table that rows are read from, or one that they are written to. */
export type DefinitionUse = 'read' | 'write';

/**
 * Addresses of a table's definition (Microsoft Learn, "Query table definitions using the Web API"): its columns with
 * their lookups, then what only columns of one type have. Those of `write` also tell what fits into a column.
 */
export function definitionAddresses(table: string, use: DefinitionUse): readonly string[] {
    const definition = `EntityDefinitions(LogicalName='${table}')`;
    const attributes = (type: string, select: string): string =>
        `${definition}/Attributes/${CASTS}.${type}AttributeMetadata?$select=LogicalName,${select}`;
    return [
        `${definition}?$select=LogicalName,EntitySetName,PrimaryIdAttribute,PrimaryNameAttribute,DisplayName` +
            '&$expand=Attributes($select=LogicalName,AttributeType,DisplayName,IsValidForCreate,IsValidForUpdate;' +
            '$filter=AttributeOf eq null),ManyToOneRelationships(' +
            '$select=ReferencingAttribute,ReferencedEntity,ReferencingEntityNavigationPropertyName)',
        attributes('Boolean', 'DefaultValue'),
        ...(use === 'read'
            ? [attributes('Picklist', 'DefaultFormValue')]
            : [
                  `${attributes('Picklist', 'DefaultFormValue')}&$expand=OptionSet($select=Options)`,
                  attributes('String', 'MaxLength'),
                  attributes('Memo', 'MaxLength'),
                  attributes('Money', 'MinValue,MaxValue'),
              ]),
    ];
}

/** Names of all tables in addresses, which `@odata.bind` needs of whatever a lookup refers to. */
export const ENTITY_SETS_ADDRESS =
    'EntityDefinitions?$select=LogicalName,EntitySetName&$filter=IsIntersect eq false and IsPrivate eq false';

/** Tables of activities with the navigation property by which each refers to an opportunity. */
export const ACTIVITY_TABLES_ADDRESS =
    'EntityDefinitions?$select=LogicalName,EntitySetName&$filter=IsActivity eq true' +
    '&$expand=ManyToOneRelationships($select=ReferencingEntityNavigationPropertyName;' +
    "$filter=ReferencedEntity eq 'opportunity' and ReferencingAttribute eq 'regardingobjectid')";

/** Lookups of a table alone. */
export function lookupsAddress(table: string): string {
    return (
        `EntityDefinitions(LogicalName='${table}')/ManyToOneRelationships` +
        '?$select=ReferencingAttribute,ReferencedEntity,ReferencingEntityNavigationPropertyName'
    );
}
