import type { PackagedTable } from './data-package-rows';
import type { DeployContext, Step } from './step';
import type { WebApiClient } from './web-api-client';

/**
 * Loads the default configuration into tables that hold no row yet, all rows of a table or none. A table with rows is
 * its makers': what they changed, added and deleted stays so.
 * @param tables of the data package
 */
export function defaultConfigurationStep(tables: readonly PackagedTable[]): Step {
    return {
        name: 'default configuration',
        plan: async (context) => {
            const looks = await Promise.all(tables.map((table) => lookAt(context, table)));
            const empty = looks.filter(({ present }) => present.size === 0);
            return {
                changes: empty.map(({ table }) => `load ${table.rows.length} default rows of ${table.name}`),
                notes: looks.filter(({ present }) => present.size > 0).map(noteOf),
                apply: async () => {
                    for (const { table, entitySet } of empty) await load(context.client, table, entitySet);
                },
            };
        },
    };
}

interface Look {
    readonly table: PackagedTable;
    readonly entitySet: string;
    /** Ids of the rows that the environment has. */
    readonly present: ReadonlySet<string>;
}

async function lookAt({ client, isDryRun, solution }: DeployContext, table: PackagedTable): Promise<Look> {
    const definition = await client.find(`EntityDefinitions(LogicalName='${table.name}')?$select=EntitySetName`);
    if (!definition) {
        if (isDryRun) return { table, entitySet: '', present: new Set() };
        throw new Error(
            `The default configuration has rows of ${table.name}, but the environment has no such table: the data ` +
                `package does not belong to ${solution.uniqueName} ${solution.version}. Give --data of the same build.`,
        );
    }
    const entitySet = String(definition['EntitySetName']);
    const rows = await client.rows(`${entitySet}?$select=${table.idColumn}`);
    return { table, entitySet, present: new Set(rows.map((row) => String(row[table.idColumn]).toLowerCase())) };
}

function noteOf({ table, present }: Look): string {
    const missing = table.rows.filter(({ id }) => !present.has(id.toLowerCase())).length;
    const rest =
        missing === 0
            ? ''
            : `; ${missing} of the ${table.rows.length} default rows ${missing === 1 ? 'is' : 'are'} not among them ` +
              'and not brought back';
    return `${table.name} has ${present.size} rows, which stay as they are${rest}`;
}

async function load(client: WebApiClient, { idColumn, rows }: PackagedTable, entitySet: string): Promise<void> {
    await client.changeset(
        rows.map(({ id, columns }) => ({ method: 'POST', path: entitySet, body: { ...columns, [idColumn]: id } })),
    );
}
