/**
 * Operations of the platform that this environment does not have. They say so by name, so that nobody takes a gap
 * here for a mistake of his own. Microsoft Learn, "Web API Action Reference" and "Web API Function Reference".
 */
const NAMES: ReadonlySet<string> = new Set([
    'AddAppComponents',
    'AddListMembersList',
    'AddMembersTeam',
    'AddPrincipalToQueue',
    'AddPrivilegesRole',
    'AddToQueue',
    'AddUserToRecordTeam',
    'BulkDelete',
    'BulkDetectDuplicates',
    'CalculateActualValueOpportunity',
    'CalculatePrice',
    'CalculateRollupField',
    'CanBeReferenced',
    'CanManyToMany',
    'CreatePolymorphicLookupAttribute',
    'DeleteMultiple',
    'DeleteOptionSet',
    'ExecuteWorkflow',
    'GenerateQuoteFromOpportunity',
    'GetQuantityDecimal',
    'IsValidStateTransition',
    'QueryExpressionToFetchXml',
    'FetchXmlToQueryExpression',
    'RemoveMembersTeam',
    'RemoveUserFromRecordTeam',
    'ReplacePrivilegesRole',
    'RetrieveAllEntities',
    'RetrieveAppComponents',
    'RetrieveAvailableLanguages',
    'RetrieveDependenciesForDelete',
    'RetrieveEntity',
    'RetrieveEntityChanges',
    'RetrieveMetadataChanges',
    'RetrieveMissingDependencies',
    'RetrieveProvisionedLanguages',
    'RetrieveRecordChangeHistory',
    'RetrieveRolePrivilegesRole',
    'RetrieveSharedPrincipalsAndAccess',
    'RetrieveUserLicenseInfo',
    'Rollup',
    'RouteTo',
    'SendEmail',
    'SetProcess',
    'UpdateStateValue',
    'ValidateFetchXmlExpression',
]);

/** @param name without namespace */
export function isMissingMessage(name: string): boolean {
    return NAMES.has(name);
}
