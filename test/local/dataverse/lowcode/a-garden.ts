/** An environment with a made-up solution, and ways to register plug-ins and functions in it over the Web API. */
import { createLocalDataverse, type LocalDataverse } from '../../../../local/dataverse/local-dataverse';
import type { LowCodeOptions, LowCodeRun } from '../../../../local/dataverse/lowcode/low-code';
import { forgetPrincipals } from '../../../../local/dataverse/security/principal';
import { aFullSolution, ROLE } from '../solution/a-full-solution';
import { aSolution } from '../solution/a-solution';
import { ADMINISTRATOR, as, FRENCH_SELLER, SELLER } from '../solution/an-environment';

export { ADMINISTRATOR, as, FRENCH_SELLER, SELLER };

export const EVALUATOR = '462b3e8f-beb4-4981-9b87-a60c2162a9f7';

export interface Answer {
    readonly status: number;
    readonly json: Readonly<Record<string, unknown>>;
    /** `code message` of a refusal. */
    readonly refusal: string;
}

export interface Plugin {
    readonly table?: string;
    readonly message?: string;
    readonly stage?: 20 | 40;
    readonly rank?: number;
    readonly filter?: string;
    readonly expression: string;
    readonly name?: string;
}

export interface Garden {
    readonly local: LocalDataverse;
    readonly runs: LowCodeRun[];
    ask(method: string, url: string, body?: unknown, user?: string): Answer;
    /** Registers an automated plug-in; throws what the platform refuses. @returns the step's id */
    addPlugin(plugin: Plugin): string;
    tryPlugin(plugin: Plugin): Answer;
    count(table: string): number;
}

let number = 0;

export function aGarden(options: Omit<LowCodeOptions, 'observe'> = {}, path?: string): Garden {
    const runs: LowCodeRun[] = [];
    const local = createLocalDataverse({
        ...(path === undefined ? {} : { path }),
        lowCode: { ...options, observe: (run) => runs.push(run) },
    });
    if (!local.environment.metadata.findTable('gdn_plant')) {
        local.organization.execute(
            'ImportSolution',
            { CustomizationFile: aSolution(aFullSolution()) },
            as(ADMINISTRATOR),
        );
        const assign = local.environment.store.prepare(
            'INSERT INTO systemuserroles (systemuserroleid, systemuserid, roleid) VALUES (?, ?, ?)',
        );
        assign.run('eeeeeeee-0000-4000-8000-000000000001', SELLER, ROLE);
        assign.run('eeeeeeee-0000-4000-8000-000000000002', FRENCH_SELLER, ROLE);
        const allow = local.environment.store.prepare(
            'INSERT OR REPLACE INTO roleprivileges (roleid, privilegename, depth) VALUES (?, ?, 1)',
        );
        ['Create', 'Read', 'Write', 'Delete', 'Append', 'AppendTo'].forEach((right) =>
            allow.run(ROLE, `prv${right}gdn_Plant`),
        );
        forgetPrincipals(local.environment);
    }
    const ask: Garden['ask'] = (method, url, body, user = SELLER) => {
        const answer = local.handle({
            method,
            url: `/api/data/v9.2/${url}`,
            headers: { mscrmcallerid: user, prefer: 'return=representation' },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const json = JSON.parse(String(answer.body || '{}')) as Record<string, unknown>;
        const error = json['error'] as { readonly code: string; readonly message: string } | undefined;
        return { status: answer.status, json, refusal: error ? `${error.code} ${error.message}` : '' };
    };
    const one = (url: string, id: string): string => {
        const rows = ask('GET', url, undefined, ADMINISTRATOR).json['value'] as readonly Record<string, unknown>[];
        return String(rows[0]?.[id]);
    };
    const tryPlugin: Garden['tryPlugin'] = (plugin) => {
        const { table = 'gdn_plant', message = 'Update', stage = 20, rank = 10, filter, expression } = plugin;
        number += 1;
        const name = plugin.name ?? `Plug-in ${number}`;
        const made = ask(
            'POST',
            'fxexpressions',
            { name, uniquename: `gdn_Plugin${number}`, category: 0, expression },
            ADMINISTRATOR,
        );
        if (made.status !== 201) return made;
        const messageId = one(`sdkmessages?$select=sdkmessageid&$filter=name eq '${message}'`, 'sdkmessageid');
        const filterId = one(
            `sdkmessagefilters?$select=sdkmessagefilterid&$filter=sdkmessageid/name eq '${message}' and primaryobjecttypecode eq '${table}'`,
            'sdkmessagefilterid',
        );
        return ask(
            'POST',
            'sdkmessageprocessingsteps',
            {
                name,
                stage,
                mode: 0,
                rank,
                ...(filter === undefined ? {} : { filteringattributes: filter }),
                'sdkmessageid@odata.bind': `/sdkmessages(${messageId})`,
                'sdkmessagefilterid@odata.bind': `/sdkmessagefilters(${filterId})`,
                'plugintypeid@odata.bind': `/plugintypes(${EVALUATOR})`,
                'fxexpression@odata.bind': `/fxexpressions(${String(made.json['fxexpressionid'])})`,
            },
            ADMINISTRATOR,
        );
    };
    return {
        local,
        runs,
        ask,
        tryPlugin,
        addPlugin: (plugin) => {
            const answer = tryPlugin(plugin);
            if (answer.status !== 201) throw new Error(answer.refusal);
            return String(answer.json['sdkmessageprocessingstepid']);
        },
        count: (table) =>
            local.environment.store.prepare<{ n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0,
    };
}
