import { checkEnvironment } from './check-environment';
import type { InstalledSolution } from './environment-state';
import { unlistFunctions } from './list-functions';
import { nothingToDo, type DeployContext, type Step, type StepPlan } from './step';
import type { Output } from './output';
import { hasExpressionTable } from './plug-in-environment';
import { EXPRESSIONS } from './plug-in-rows';
import { removalOf } from './register-plug-ins';
import { readRegisteredPlugIns } from './registered-plug-ins';
import { runSteps } from './run-steps';
import type { SolutionFile } from './solution-file';
import type { WebApiClient } from './web-api-client';

export interface UninstallRequest {
    readonly client: WebApiClient;
    readonly output: Output;
    /** Names the solution and its tables; it is not imported. */
    readonly solution: SolutionFile;
    readonly isDryRun?: boolean;
}

/**
 * Takes a solution away: what a deploy registered first, because steps on columns that are gone would refuse every
 * save, then the solution itself. Says what stays.
 * @returns how many changes were made; in a dry run, would be
 */
export async function uninstall({ client, output, solution, isDryRun = false }: UninstallRequest): Promise<number> {
    const before = await checkEnvironment(client, output, solution.uniqueName);
    const context: DeployContext = {
        client,
        output,
        solution,
        before,
        isDryRun,
        force: false,
        wait: () => Promise.resolve(),
    };
    const changes = await runSteps([removePlugIns, unlistFunctions, removeSolution], context);
    if (!isDryRun && changes > 0) for (const line of await whatStays(client, solution)) output.note(line);
    return changes;
}

const removePlugIns: Step = {
    name: 'plug-ins',
    plan: async ({ client, solution }) => {
        const isPossible = await hasExpressionTable(client);
        const registered = isPossible ? await readRegisteredPlugIns(client, solution.prefix) : [];
        return {
            changes: registered.map(({ uniqueName }) => `remove plug-in ${uniqueName}`),
            notes: [],
            apply: () => client.changeset(registered.flatMap(removalOf)),
        };
    },
};

const removeSolution: Step = {
    name: 'solution',
    plan: async ({ client, before: { installed }, solution }) => {
        if (!installed) return nothingToDo(`${solution.uniqueName} is not installed`);
        return plan(client, installed, solution);
    },
};

async function plan(client: WebApiClient, installed: InstalledSolution, solution: SolutionFile): Promise<StepPlan> {
    const tables = await tablesOf(client, solution);
    const kind = installed.isManaged ? 'managed' : 'unmanaged';
    return {
        changes: [`remove ${solution.uniqueName} ${installed.version} (${kind})`],
        notes: installed.isManaged
            ? tables
                  .filter(({ isOwn }) => isOwn)
                  .map(({ name, rows }) => `goes with it: the table ${name} and its ${rows} rows`)
            : [
                  'an unmanaged solution is only a list: in Dataverse its tables, columns and rows stay until somebody ' +
                      'deletes them (the local Dataverse takes them away)',
              ],
        apply: async () => {
            await client.delete(`solutions(${installed.id})`);
        },
    };
}

interface TableState {
    readonly name: string;
    /** Brought by a solution, not by the platform or the Sales app. */
    readonly isOwn: boolean;
    readonly rows: number;
}

/** The solution's tables that the environment has. */
async function tablesOf(client: WebApiClient, solution: SolutionFile): Promise<readonly TableState[]> {
    const found = await Promise.all(
        solution.tables.map(async (name) => {
            const definition = await client.find(
                `EntityDefinitions(LogicalName='${name}')?$select=EntitySetName,PrimaryIdAttribute,IsCustomEntity`,
            );
            if (!definition) return [];
            const id = String(definition['PrimaryIdAttribute']);
            const page = await client.get(`${String(definition['EntitySetName'])}?$select=${id}&$count=true&$top=1`);
            return [{ name, isOwn: definition['IsCustomEntity'] === true, rows: Number(page['@odata.count']) }];
        }),
    );
    return found.flat();
}

async function whatStays(client: WebApiClient, solution: SolutionFile): Promise<readonly string[]> {
    const tables = await tablesOf(client, solution);
    const own = tables.filter(({ isOwn }) => isOwn);
    const others = tables.filter(({ isOwn, rows }) => !isOwn && rows > 0);
    const list = (those: readonly TableState[]): string =>
        those.map(({ name, rows }) => `${name} with its ${rows} rows`).join(', ');
    return [
        ...(others.length === 0 ? [] : [`stays: ${list(others)}`]),
        own.length === 0
            ? `gone: the tables that ${solution.uniqueName} brought, and its columns on the others`
            : `stays: ${list(own)}; delete them by hand`,
        `stays: status reasons that makers added, ${EXPRESSIONS} and steps of others, duplicate detection rules`,
    ];
}
