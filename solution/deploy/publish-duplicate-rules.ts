import type { Step } from './step';
import { WebApiRefusal } from './web-api-client';

/** statuscode of a duplicaterule that is not published (Microsoft Learn, "DuplicateRule table reference"). */
const UNPUBLISHED = 0;

/**
 * Publishes the duplicate detection rules that are not: those that come with the solution, because rules are imported
 * unpublished (Microsoft Learn, "Use duplicate detection rules in solutions"); those about the solution's tables; and
 * those that were published before this deploy. Other rules are left as they are, and named.
 */
export const duplicateRulesStep: Step = {
    name: 'duplicate detection rules',
    plan: async ({ client, output, solution, before }) => {
        const rules = await client.rows(
            'duplicaterules?$select=duplicateruleid,name,uniquename,baseentityname,matchingentityname' +
                `&$filter=statuscode eq ${UNPUBLISHED}&$orderby=name`,
        );
        const tables = new Set(solution.tables);
        const own = new Set(solution.duplicateRules);
        const isConcerned = (rule: Readonly<Record<string, unknown>>): boolean =>
            before.publishedRules.has(String(rule['duplicateruleid'])) ||
            own.has(String(rule['uniquename'])) ||
            tables.has(String(rule['baseentityname'])) ||
            tables.has(String(rule['matchingentityname']));
        const concerned = rules.filter(isConcerned);
        return {
            changes: concerned.map((rule) => `publish duplicate detection rule "${String(rule['name'])}"`),
            notes: rules
                .filter((rule) => !isConcerned(rule))
                .map((rule) => `duplicate detection rule "${String(rule['name'])}" is not published; left as it is`),
            apply: async () => {
                for (const rule of concerned) {
                    const path = `duplicaterules(${String(rule['duplicateruleid'])})`;
                    const action = `${path}/Microsoft.Dynamics.CRM.PublishDuplicateRule`;
                    await client.post(action, {}, { isRepeatable: true }).catch((error: unknown) => {
                        // A table takes five published rules at most: one too many is no reason to stop.
                        if (!(error instanceof WebApiRefusal)) throw error;
                        output.line(`  ! "${String(rule['name'])}" could not be published: ${error.message}`);
                    });
                }
            },
        };
    },
};
