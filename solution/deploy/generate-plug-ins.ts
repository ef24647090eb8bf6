import { buildFunctions, buildPlugins, type BuiltFunction, type BuiltPlugin } from '../../plugins';
import { readRulesModel } from './read-rules-model';
import type { WebApiClient } from './web-api-client';

/** Low-code plug-ins made for the columns and status reasons that an environment really has. */
export interface GeneratedPlugIns {
    readonly automated: readonly BuiltPlugin[];
    /** Their formulas are what is new; the functions themselves come with the solution. */
    readonly functions: readonly BuiltFunction[];
}

export type PlugInGenerator = (client: WebApiClient) => Promise<GeneratedPlugIns>;

/**
 * A rule may name any column of lead or opportunity, a maker's own too, and Power Fx reads no column by its name: so the
 * formulas hold a case for every column, and are made anew for each environment.
 */
export const generatePlugIns: PlugInGenerator = async (client) => {
    const model = await readRulesModel(client);
    return {
        automated: buildPlugins(model),
        functions: buildFunctions(model),
    };
};
