import type { BuiltFunction } from '../../plugins';
import { EXPRESSIONS } from './plug-in-rows';
import type { DeployContext, Step } from './step';

/**
 * Gives the functions that came with the solution their formulas for the columns that the environment has.
 * @param functions asked for after the import
 */
export function functionsStep(functions: (context: DeployContext) => Promise<readonly BuiltFunction[]>): Step {
    return {
        name: 'functions',
        plan: async (context) => {
            const wanted = new Map((await functions(context)).map((it) => [it.uniqueName, it.expression]));
            const rows = await context.client.rows(
                `${EXPRESSIONS}?$select=uniquename,expression&$filter=uniquename ne null&$orderby=uniquename`,
            );
            const stale = rows.filter((row) => {
                const formula = wanted.get(String(row['uniquename']));
                return formula !== undefined && formula !== row['expression'];
            });
            return {
                changes: stale.map((row) => `update function ${String(row['uniquename'])} for the columns of lead`),
                notes: [],
                apply: () =>
                    context.client.changeset(
                        stale.map((row) => ({
                            method: 'PATCH',
                            path: `${EXPRESSIONS}(${String(row['fxexpressionid'])})`,
                            body: { expression: wanted.get(String(row['uniquename'])) },
                        })),
                    ),
            };
        },
    };
}
