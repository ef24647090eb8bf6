import type { BuiltFunction } from '../../plugins';
import type { DeployContext, Step } from './step';
import { nothingToDo } from './step';
import type { Json, WebApiClient } from './web-api-client';

const TABLE = 'msdyn_function';
const FUNCTION_LIST = 'msdyn_functions';

/** Choice `language` of a function: written in Power Fx. */
const POWER_FX = 100_000_000;

/**
 * Lists the functions that came with the solution where makers look for them. The zip cannot: the published schema of
 * customizations.xml has no place for these rows, and without them the functions still run.
 * @param functions asked for after the import
 */
export function functionListStep(functions: (context: DeployContext) => Promise<readonly BuiltFunction[]>): Step {
    return {
        name: 'list of functions',
        plan: async (context) => {
            const { client } = context;
            const wanted = await functions(context);
            const navigation = await navigationToCustomApi(client);
            if (navigation === undefined) return nothingToDo(`there is no table ${TABLE}; functions are not listed`);
            const [apis, listed] = await Promise.all([
                readCustomApis(client, context.solution.prefix),
                readListedFunctions(client),
            ]);
            const missing = wanted.flatMap((it) => {
                const api = apis.find((row) => row['uniquename'] === it.uniqueName);
                if (!api || listed.some((row) => row['_customapi_value'] === api['customapiid'])) return [];
                return { ...it, apiId: String(api['customapiid']) };
            });
            return {
                changes: missing.map(({ uniqueName }) => `list function ${uniqueName} for makers`),
                notes: [],
                apply: () =>
                    client.changeset(
                        missing.map(({ id, name, apiId }) => ({
                            method: 'POST',
                            path: FUNCTION_LIST,
                            body: {
                                msdyn_functionid: id,
                                name,
                                language: POWER_FX,
                                [`${navigation}@odata.bind`]: `/customapis(${apiId})`,
                            },
                        })),
                    ),
            };
        },
    };
}

/** Takes the functions of a solution off the list: a row there would hold on to a function that is to go. */
export const unlistFunctions: Step = {
    name: 'list of functions',
    plan: async ({ client, solution }) => {
        if ((await navigationToCustomApi(client)) === undefined) return nothingToDo();
        const [apis, listed] = await Promise.all([
            readCustomApis(client, solution.prefix),
            readListedFunctions(client),
        ]);
        const names = new Map(apis.map((row) => [row['customapiid'], String(row['uniquename'])]));
        const own = listed.filter((row) => names.has(row['_customapi_value']));
        return {
            changes: own.map((row) => `take function ${names.get(row['_customapi_value']) ?? ''} off the list`),
            notes: [],
            apply: () =>
                client.changeset(
                    own.map((row) => ({
                        method: 'DELETE',
                        path: `${FUNCTION_LIST}(${String(row['msdyn_functionid'])})`,
                    })),
                ),
        };
    },
};

/** The navigation property that leads to the Custom API; undefined where there is no such table. */
async function navigationToCustomApi(client: WebApiClient): Promise<string | undefined> {
    const table = await client.find(`EntityDefinitions(LogicalName='${TABLE}')?$select=LogicalName`);
    if (!table) return undefined;
    const relationships = await client.rows(
        `EntityDefinitions(LogicalName='${TABLE}')/ManyToOneRelationships` +
            '?$select=ReferencedEntity,ReferencingEntityNavigationPropertyName',
    );
    const relationship = relationships.find((it) => it['ReferencedEntity'] === 'customapi');
    return relationship && String(relationship['ReferencingEntityNavigationPropertyName']);
}

function readCustomApis(client: WebApiClient, prefix: string): Promise<readonly Json[]> {
    return client.rows(`customapis?$select=uniquename&$filter=startswith(uniquename,'${prefix}_')&$orderby=uniquename`);
}

function readListedFunctions(client: WebApiClient): Promise<readonly Json[]> {
    return client.rows(`${FUNCTION_LIST}?$select=name,_customapi_value`);
}
