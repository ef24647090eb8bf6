/**
 * Which messages there are for which table, as rows of sdkmessage and sdkmessagefilter. Written from the metadata, so
 * that the tables of solutions have them as well (Microsoft Learn, "Sdk Message Filter table reference").
 */
import type { Metadata } from '../metadata/metadata';
import type { Table } from '../metadata/types';
import type { Store } from '../store/store';
import { baseId } from './base-id';
import type { BaseRow, BaseRows } from './base-rows';

/** Messages whose ids are the same in every environment; `rows/50-messages.json` brings them. */
const PUBLISHED_IDS: Readonly<Record<string, string>> = {
    Create: '9ebdbb1b-ea3e-db11-86a7-000a3a5473e8',
    Update: '20bebb1b-ea3e-db11-86a7-000a3a5473e8',
    Delete: 'a1bdbb1b-ea3e-db11-86a7-000a3a5473e8',
};

/** Messages of one table alone, by the platform's names for them. */
const OF_ONE_TABLE: Readonly<Record<string, readonly string[]>> = {
    lead: ['QualifyLead', 'Merge'],
    opportunity: ['Win', 'Lose'],
    account: ['Merge'],
    contact: ['Merge'],
};

const EVERY_TABLE = ['Create', 'Update', 'Delete', 'Retrieve', 'RetrieveMultiple', 'CreateMultiple', 'UpdateMultiple'];
const LINKED = ['Associate', 'Disassociate'];
const OWNED = ['Assign', 'GrantAccess', 'ModifyAccess', 'RevokeAccess', 'RetrievePrincipalAccess'];
const WITH_STATE = ['SetState', 'SetStateDynamicEntity'];

/** Id of a message's row. @param name such as `Update` */
const sdkMessageId = (name: string): string => PUBLISHED_IDS[name] ?? baseId('sdkmessage', name);

/** Rows of sdkmessage and sdkmessagefilter for the tables in force. */
export function messageRows(metadata: Metadata): readonly BaseRows[] {
    const names = new Set<string>();
    const filters: BaseRow[] = [];
    for (const table of metadata.tables) {
        for (const name of messagesOf(table)) {
            names.add(name);
            filters.push({
                sdkmessagefilterid: baseId('sdkmessagefilter', `${name}.${table.logicalName}`),
                sdkmessageid: sdkMessageId(name),
                name: `${name} of ${table.logicalName}`,
                primaryobjecttypecode: table.logicalName,
                secondaryobjecttypecode: 'none',
                iscustomprocessingstepallowed: true,
                isvisible: true,
            });
        }
    }
    return [
        { table: 'sdkmessage', rows: [...names].map((name) => ({ sdkmessageid: sdkMessageId(name), name })) },
        { table: 'sdkmessagefilter', rows: filters },
    ];
}

/** Takes away the filters of tables that are gone; steps that name one go first (their solution removes them). */
export function removeStaleMessageFilters(store: Store, metadata: Metadata): void {
    const tables = store
        .prepare<{ name: string }>('SELECT DISTINCT primaryobjecttypecode AS name FROM sdkmessagefilter')
        .all();
    const remove = store.prepare('DELETE FROM sdkmessagefilter WHERE primaryobjecttypecode = ?');
    tables.filter(({ name }) => !metadata.findTable(name)).forEach(({ name }) => remove.run(name));
}

function messagesOf(table: Table): readonly string[] {
    if (table.isIntersect || table.ownership === 'None') {
        return [];
    }
    return [
        ...EVERY_TABLE,
        ...LINKED,
        ...(table.ownership === 'UserOwned' ? OWNED : []),
        ...(table.columns.has('statecode') ? WITH_STATE : []),
        ...(OF_ONE_TABLE[table.logicalName] ?? []),
    ];
}
