/** All that the app player needs of a table, in one answer. */
import { labelText } from '../metadata/labels';
import type { Table } from '../metadata/types';
import type { Environment } from '../pipeline/types';
import { loadUser } from '../security/principal';
import { tableRibbon } from '../solution/ribbon/table-ribbon';

import { clientColumns } from './columns';
import { clientForms } from './forms';
import { gridControls } from './grid-controls';
import { privilegeDepth } from './privilege-depth';
import { clientProcess } from './process';
import { manyToManyRelationships, manyToOneRelationships, oneToManyRelationships } from './relationships';
import type { ClientTable } from './types';
import { userSettings } from './user-settings';
import { clientViews } from './views';

/**
 * @param name logical name
 * @param userId systemuserid of the signed-in user
 * @throws DataverseError when there is no such table
 */
export function clientTable(environment: Environment, name: string, userId: string): ClientTable {
    const table = environment.metadata.table(name);
    const { language } = userSettings(environment.store, userId);
    return {
        logicalName: table.logicalName,
        schemaName: table.schemaName,
        entitySetName: table.entitySetName,
        objectTypeCode: table.objectTypeCode,
        displayName: labelText(table.displayName, language),
        displayCollectionName: labelText(table.displayCollectionName, language),
        primaryIdColumn: table.primaryIdColumn,
        ...(table.primaryNameColumn === undefined ? {} : { primaryNameColumn: table.primaryNameColumn }),
        ownership: table.ownership,
        isActivity: table.isActivity,
        hasNotes: table.hasNotes,
        hasActivities: table.hasActivities,
        columns: clientColumns(table, language),
        oneToMany: oneToManyRelationships(environment.metadata, table),
        manyToOne: manyToOneRelationships(environment.metadata, table),
        manyToMany: manyToManyRelationships(environment.metadata, table),
        views: clientViews(environment, table, userId, language),
        forms: clientForms(environment, table, userId, language),
        ribbonXml: tableRibbon(environment, table.logicalName),
        gridControls: gridControls(environment, table),
        process: clientProcess(environment, table, language),
        privileges: tablePrivileges(environment, table, userId),
    };
}

function tablePrivileges(environment: Environment, table: Table, userId: string): ClientTable['privileges'] {
    const user = loadUser(environment, userId);
    return {
        create: privilegeDepth(user, table, 'Create'),
        read: privilegeDepth(user, table, 'Read'),
        write: privilegeDepth(user, table, 'Write'),
        delete: privilegeDepth(user, table, 'Delete'),
        append: privilegeDepth(user, table, 'Append'),
        appendTo: privilegeDepth(user, table, 'AppendTo'),
        assign: privilegeDepth(user, table, 'Assign'),
        share: privilegeDepth(user, table, 'Share'),
    };
}
