import { EXPRESSIONS, expressionId, STEPS } from './plug-in-rows';
import type { Json, WebApiClient } from './web-api-client';

/** The rows of one plug-in as an environment has them. */
export interface RegisteredPlugIn {
    readonly uniqueName: string;
    readonly expression: Json;
    readonly steps: readonly Json[];
}

/**
 * The automated plug-ins that deploys of a publisher's solutions registered: their formulas carry the ids that a deploy
 * gives, so that what makers wrote themselves is never taken for them, whatever its name.
 * @param prefix of the publisher, such as `llc`
 */
export async function readRegisteredPlugIns(
    client: WebApiClient,
    prefix: string,
): Promise<readonly RegisteredPlugIn[]> {
    const expressions = await client.rows(
        `${EXPRESSIONS}?$select=fxexpressionid,uniquename,name,category,expression,context,parameters,` +
            'entitylogicalname,messagename,statecode&$filter=' +
            `startswith(uniquename,'${prefix}_')&$orderby=uniquename`,
    );
    const own = expressions.filter(
        (row) => String(row['fxexpressionid']).toLowerCase() === expressionId(String(row['uniquename'])),
    );
    if (own.length === 0) return [];
    const steps = await client.rows(
        `${STEPS}?$select=name,description,stage,mode,rank,supporteddeployment,filteringattributes,statecode,` +
            '_sdkmessageid_value,_sdkmessagefilterid_value,_plugintypeid_value,_fxexpressionid_value' +
            '&$filter=_fxexpressionid_value ne null&$orderby=name',
    );
    return own.map((expression) => ({
        uniqueName: String(expression['uniquename']),
        expression,
        steps: steps.filter((step) => step['_fxexpressionid_value'] === expression['fxexpressionid']),
    }));
}

/** @returns id of a step's row */
export function idOfStep(step: Json): string {
    return String(step['sdkmessageprocessingstepid']);
}
