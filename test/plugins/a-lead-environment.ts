import type { LocalDataverseOptions } from '../../local/dataverse/local-dataverse';
import { assignLocalRoles } from '../../solution/deploy/assign-local-roles';
import { deploy } from '../../solution/deploy/deploy';
import { generatePlugIns } from '../../solution/deploy/generate-plug-ins';
import { rulesModelOfSource, tableModels } from '../../solution/data-model/table-models';
import { withFunctions } from '../../solution/functions/with-functions';
import { anEnvironment, aRecord, aSolutionFile, deployableTree, SELLER } from '../solution/deploy/an-environment';
import type { SolutionFile } from '../../solution/deploy/solution-file';
import { encode, textOf, type Tree } from '../../solution/packager/tree';
import { emptyTree } from '../solution/a-tree';
import type { PlainRow } from './in-memory-rows';

export { SELLER };
export const ADMINISTRATOR = '11111111-1111-4111-8111-111111111101';

const CONFIGURATION = [
    ['llc_statustransitions', 'llc_statustransitionid'],
    ['llc_criteria', 'llc_criterionid'],
    ['environmentvariablevalues', 'environmentvariablevalueid'],
] as const;

export interface Answer {
    readonly status: number;
    readonly json: PlainRow;
    /** `code message` of a refusal; empty otherwise. */
    readonly refusal: string;
}

/** A local Dataverse that the solution is deployed to with its plug-ins, and requests to it over HTTP. */
export interface LeadEnvironment {
    ask(method: string, path: string, body?: unknown, user?: string): Promise<Answer>;
    /** Sends a batch that is written out; the answer's text. */
    batch(boundary: string, body: string): Promise<string>;
    /** Creates a row as the administrator. @returns its id */
    add(entitySet: string, key: string, columns: PlainRow): Promise<string>;
    /** Creates an open lead of the seller. @returns its id */
    addLead(columns?: PlainRow): Promise<string>;
    read(path: string): Promise<PlainRow>;
    rows(path: string): Promise<readonly PlainRow[]>;
    /** Takes the makers' rows and the switch away. */
    forgetConfiguration(): Promise<void>;
    /** Imports a solution of a maker that adds the column `smp_region` to lead. */
    addMakersColumn(): Promise<void>;
    /** Deploys the same solution again, as after a change of metadata. */
    deployAgain(): Promise<number>;
    /** Deactivates the steps of every automated plug-in. */
    turnPlugInsOff(): Promise<void>;
    close(): Promise<void>;
}

export async function aLeadEnvironment(options: LocalDataverseOptions = {}): Promise<LeadEnvironment> {
    const environment = await anEnvironment(options);
    const { client } = environment;
    const source = deployableTree();
    const solution = aSolutionFile(withFunctions(source, rulesModelOfSource(tableModels(source))), '0.1.0');
    const deployed = () => deploy({ client, output: aRecord(), solution, plugIns: [], generatePlugIns });
    await deployed();
    await assignLocalRoles(client);

    const ask: LeadEnvironment['ask'] = async (method, path, body, user = SELLER) => {
        const response = await fetch(`${client.environmentUrl}/api/data/v9.2/${path}`, {
            method,
            headers: {
                'content-type': 'application/json',
                mscrmcallerid: user,
                ...(method !== 'GET' && { prefer: 'return=representation' }),
            },
            ...(body !== undefined && { body: JSON.stringify(body) }),
        });
        const json = JSON.parse((await response.text()) || '{}') as PlainRow;
        const error = json['error'] as { readonly code: string; readonly message: string } | undefined;
        return { status: response.status, json, refusal: error ? `${error.code} ${error.message}` : '' };
    };
    const create = async (entitySet: string, key: string, columns: PlainRow, user: string): Promise<string> => {
        const { json, refusal } = await ask('POST', entitySet, columns, user);
        if (refusal !== '') throw new Error(`${entitySet}: ${refusal}`);
        return String(json[key]);
    };
    return {
        ask,
        batch: async (boundary, body) => {
            const response = await fetch(`${client.environmentUrl}/api/data/v9.2/$batch`, {
                method: 'POST',
                headers: { 'content-type': `multipart/mixed; boundary=${boundary}`, mscrmcallerid: SELLER },
                body,
            });
            return response.text();
        },
        add: (entitySet, key, columns) => create(entitySet, key, columns, ADMINISTRATOR),
        addLead: (columns = {}) =>
            create('leads', 'leadid', { subject: 'Vans', lastname: 'Bauer', ...columns }, SELLER),
        read: async (path) => (await ask('GET', path, undefined, ADMINISTRATOR)).json,
        rows: async (path) => {
            const { json, refusal } = await ask('GET', path, undefined, ADMINISTRATOR);
            if (refusal !== '') throw new Error(`${path}: ${refusal}`);
            return json['value'] as readonly PlainRow[];
        },
        forgetConfiguration: async () => {
            for (const [entitySet, key] of CONFIGURATION) {
                const { json } = await ask('GET', `${entitySet}?$select=${key}`, undefined, ADMINISTRATOR);
                for (const row of json['value'] as readonly PlainRow[]) {
                    await ask('DELETE', `${entitySet}(${String(row[key])})`, undefined, ADMINISTRATOR);
                }
            }
        },
        addMakersColumn: async () => {
            await deploy({ client, output: aRecord(), solution: makersColumn(source) });
        },
        turnPlugInsOff: async () => {
            const steps = await client.rows(
                'sdkmessageprocessingsteps?$select=name&$filter=_fxexpressionid_value ne null and statecode eq 0',
            );
            for (const step of steps) {
                const path = `sdkmessageprocessingsteps(${String(step['sdkmessageprocessingstepid'])})`;
                await client.patch(path, { statecode: 1, statuscode: 2 });
            }
        },
        deployAgain: deployed,
        close: environment.close,
    };
}

/** A text column of a maker on lead, as another solution brings it: one of ours under another name. */
function makersColumn(ours: Tree): SolutionFile {
    const column = /<attribute PhysicalName="llc_StatusNote">[\s\S]*?<\/attribute>/.exec(
        textOf(ours, 'Entities/Lead/Entity.xml'),
    )?.[0];
    if (column === undefined) throw new Error('The table lead has no column llc_StatusNote to make another one of.');
    const renamed = column
        .replace(/llc_/g, 'smp_')
        .replace(/StatusNote/gi, 'region')
        .replace(/description="[^"]*"/g, 'description="Region"');
    const entity =
        '<?xml version="1.0" encoding="utf-8"?>\n<Entity><Name LocalizedName="Lead" OriginalName="Lead">Lead</Name>' +
        `<EntityInfo><entity Name="Lead"><attributes>${renamed}</attributes></entity></EntityInfo></Entity>\n`;
    const tree = emptyTree();
    const manifest = textOf(tree, 'Other/Solution.xml').replace(
        '<RootComponents />',
        '<RootComponents><RootComponent type="1" schemaName="lead" behavior="2" /></RootComponents>',
    );
    tree.set('Other/Solution.xml', encode(manifest)).set('Entities/Lead/Entity.xml', encode(entity));
    return aSolutionFile(tree, '1.0', false);
}
