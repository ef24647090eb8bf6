import type { Table } from '../metadata/types';

/**
 * Tables whose rows describe the environment itself. Everybody may read them and set lookups to them; writing takes
 * the table's own privileges.
 */
const SYSTEM_TABLES: ReadonlySet<string> = new Set([
    'activityparty',
    'appmodule',
    'appmodulecomponent',
    'appmoduleroles',
    'asyncoperation',
    'attributemap',
    'businessunit',
    'connectionrole',
    'customapi',
    'customapirequestparameter',
    'customapiresponseproperty',
    'customcontrol',
    'customcontroldefaultconfig',
    'customcontrolresource',
    'duplicaterule',
    'duplicaterulecondition',
    'entitymap',
    'environmentvariabledefinition',
    'environmentvariablevalue',
    'fxexpression',
    'importjob',
    'msdyn_function',
    'organization',
    'owner',
    'plugintype',
    'principalobjectaccess',
    'processstage',
    'processtrigger',
    'publisher',
    'ribboncustomization',
    'role',
    'roleprivileges',
    'savedquery',
    'savedqueryvisualization',
    'sdkmessage',
    'sdkmessagefilter',
    'sdkmessageprocessingstep',
    'sitemap',
    'solution',
    'solutioncomponent',
    'systemform',
    'systemuser',
    'systemuserroles',
    'team',
    'teammembership',
    'teamroles',
    'timezonedefinition',
    'transactioncurrency',
    'usersettings',
    'webresource',
    'workflow',
]);

/** Whether everybody may read the table's rows and point lookups at them. */
export function isSystemTable(table: Table): boolean {
    return table.isIntersect || table.ownership === 'None' || SYSTEM_TABLES.has(table.logicalName);
}
