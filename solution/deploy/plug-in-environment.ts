import type { WebApiClient } from './web-api-client';

/** What of an environment registering low-code plug-ins depends on. */
export interface PlugInEnvironment {
    /** Id of the plug-in type that runs Power Fx. */
    readonly evaluatorId: string;
    readonly filters: readonly MessageFilter[];
    /** Logical names by entity set name. */
    readonly tablesBySet: ReadonlyMap<string, string>;
    /** Navigation properties of a step by the logical name of their column. */
    readonly stepNavigations: ReadonlyMap<string, string>;
}

/** The platform's row for "this message of this table". */
export interface MessageFilter {
    readonly id: string;
    readonly messageId: string;
    readonly message: string;
    readonly table: string;
}

/** The plug-in type that automated low-code plug-ins run in (solution msft_PowerfxRuleSolution). */
const EVALUATOR = 'Microsoft.PowerFx.Evaluator';

/**
 * @returns id of the plug-in type that runs Power Fx
 * @throws Error when this environment has no low-code plug-ins, a preview feature of Dataverse
 */
export async function findEvaluator(client: WebApiClient): Promise<string> {
    const [type] = await client.rows(
        `plugintypes?$select=plugintypeid&$filter=typename eq '${EVALUATOR}' or name eq '${EVALUATOR}'&$top=1`,
    );
    if (type && (await hasExpressionTable(client))) return String(type['plugintypeid']);
    throw new Error(
        `${client.environmentUrl} does not run low-code plug-ins: ${type ? 'the table fxexpression' : `the plug-in type ${EVALUATOR}`} ` +
            'is missing (solution msft_PowerfxRuleSolution; a preview feature of Dataverse). Turn it on, or deploy with ' +
            '--no-plugins: then the rules hold in the app and not for other clients, and no history is kept.',
    );
}

/** Whether the environment has the table of Power Fx formulas. */
export async function hasExpressionTable(client: WebApiClient): Promise<boolean> {
    return (await client.find("EntityDefinitions(LogicalName='fxexpression')?$select=LogicalName")) !== undefined;
}

/**
 * @param tables logical names of the tables that plug-ins are for
 */
export async function readPlugInEnvironment(
    client: WebApiClient,
    tables: readonly string[],
): Promise<PlugInEnvironment> {
    const [evaluatorId, messages, definitions, relationships, filters] = await Promise.all([
        findEvaluator(client),
        client.rows("sdkmessages?$select=name&$filter=name eq 'Create' or name eq 'Update' or name eq 'Delete'"),
        client.rows('EntityDefinitions?$select=LogicalName,EntitySetName'),
        client.rows(
            "EntityDefinitions(LogicalName='sdkmessageprocessingstep')/ManyToOneRelationships" +
                '?$select=ReferencingAttribute,ReferencingEntityNavigationPropertyName',
        ),
        Promise.all(
            [...new Set(tables)].map((table) =>
                client.rows(
                    'sdkmessagefilters?$select=_sdkmessageid_value,primaryobjecttypecode' +
                        `&$filter=primaryobjecttypecode eq '${table}'`,
                ),
            ),
        ),
    ]);
    const names = new Map(messages.map((row) => [row['sdkmessageid'], String(row['name'])]));
    return {
        evaluatorId,
        filters: filters.flat().flatMap((row) => {
            const message = names.get(row['_sdkmessageid_value']);
            if (message === undefined) return [];
            return {
                id: String(row['sdkmessagefilterid']),
                messageId: String(row['_sdkmessageid_value']),
                message,
                table: String(row['primaryobjecttypecode']),
            };
        }),
        tablesBySet: new Map(
            definitions.map((definition) => [String(definition['EntitySetName']), String(definition['LogicalName'])]),
        ),
        stepNavigations: new Map(
            relationships.map((relationship) => [
                String(relationship['ReferencingAttribute']),
                String(relationship['ReferencingEntityNavigationPropertyName']),
            ]),
        ),
    };
}
