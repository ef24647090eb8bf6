import { deploy } from '../../../solution/deploy/deploy';
import { generatePlugIns } from '../../../solution/deploy/generate-plug-ins';
import { readRulesModel } from '../../../solution/deploy/read-rules-model';
import { encode, textOf } from '../../../solution/packager/tree';
import { emptyTree } from '../a-tree';
import { anEnvironment, aRecord, aSolutionFile, deployableTree, type TestEnvironment } from './an-environment';

jest.setTimeout(60_000);

const TREE = deployableTree();
const OURS = aSolutionFile(TREE, '0.1.0');

let environment: TestEnvironment;
beforeEach(async () => {
    environment = await anEnvironment();
});
afterEach(() => environment.close());

async function run() {
    const output = aRecord();
    environment.forget();
    const { client } = environment;
    const changes = await deploy({ client, output, solution: OURS, plugIns: [], generatePlugIns });
    return { changes, lines: output.lines };
}

const formulaOf = async (uniqueName: string): Promise<string> => {
    const [row] = await environment.client.rows(
        `fxexpressions?$select=expression&$filter=uniquename eq '${uniqueName}'`,
    );
    return String(row?.['expression']);
};

/** A maker's own column on lead, as another solution brings it. */
function makersColumn() {
    const column = /<attribute PhysicalName="llc_DisqualificationNote">[\s\S]*?<\/attribute>/.exec(
        textOf(TREE, 'Entities/Lead/Entity.xml'),
    )?.[0];
    const entity =
        '<?xml version="1.0" encoding="utf-8"?>\n<Entity><Name LocalizedName="Lead" OriginalName="Lead">Lead</Name>' +
        '<EntityInfo><entity Name="Lead"><attributes>' +
        String(column)
            .replace(/llc_/g, 'smp_')
            .replace(/DisqualificationNote/gi, 'Region')
            .replace(/note/gi, 'Region') +
        '</attributes></entity></EntityInfo></Entity>\n';
    const tree = emptyTree();
    const manifest = textOf(tree, 'Other/Solution.xml').replace(
        '<RootComponents />',
        '<RootComponents><RootComponent type="1" schemaName="lead" behavior="2" /></RootComponents>',
    );
    tree.set('Other/Solution.xml', encode(manifest)).set('Entities/Lead/Entity.xml', encode(entity));
    return aSolutionFile(tree, '1.0', false);
}

describe("plug-ins for the environment's own columns", () => {
    it('are registered at the first deploy and the same at the second', async () => {
        const { lines } = await run();
        expect(lines).toContain('create plug-in llc_LeadTransitionGuard, before Update of lead');
        expect(await formulaOf('llc_LeadTransitionGuard')).toContain('row.jobtitle');
        expect((await run()).changes).toBe(0);
        expect(environment.writes).toEqual([]);
    });

    it("know a maker's own column and status reason after the next deploy", async () => {
        await run();
        const { client } = environment;
        await deploy({ client, output: aRecord(), solution: makersColumn() });
        await client.post('InsertStatusValue', {
            EntityLogicalName: 'lead',
            AttributeLogicalName: 'statuscode',
            StateCode: 0,
            Value: 617400009,
            Label: { LocalizedLabels: [{ Label: 'Nurturing', LanguageCode: 1033 }] },
        });
        expect(await formulaOf('llc_LeadTransitionGuard')).not.toMatch(/smp_region|Nurturing/);
        const { lines } = await run();
        expect(lines).toContain('update plug-in llc_LeadTransitionGuard: expression');
        expect(await formulaOf('llc_LeadTransitionGuard')).toContain('smp_region');
        expect(await formulaOf('llc_LeadTransitionGuard')).toContain('Nurturing');
    });
});

describe('the model of the tables that rules are about', () => {
    it('has every column that a rule may name, with what its values are', async () => {
        await deploy({ client: environment.client, output: aRecord(), solution: OURS });
        const { columns, statusReasons } = await readRulesModel(environment.client);
        const kinds = Object.fromEntries(columns.lead.map(({ name, kind }) => [name, kind]));
        expect(Object.fromEntries(columns.opportunity.map(({ name, kind }) => [name, kind]))).toMatchObject({
            customerneed: 'text',
            developproposal: 'yes-no',
            finaldecisiondate: 'day',
            originatingleadid: 'lookup',
        });
        expect(kinds).toMatchObject({
            lastname: 'text',
            description: 'text',
            revenue: 'number',
            decisionmaker: 'yes-no',
            leadsourcecode: 'choice',
            statuscode: 'choice',
            estimatedclosedate: 'day',
            createdon: 'moment',
            leadid: 'id',
            llc_disqualificationreasonid: 'lookup',
        });
        expect(kinds).not.toHaveProperty('owneridname');
        expect(kinds).not.toHaveProperty('entityimage');
        expect(columns.lead.find(({ name }) => name === 'customerid')?.targets).toEqual([
            { table: 'accounts', key: 'accountid' },
            { table: 'contacts', key: 'contactid' },
        ]);
        expect(columns.lead.find(({ name }) => name === 'jobtitle')?.labels).toEqual({
            1033: 'Job Title',
            1036: 'Fonction',
        });
        expect(statusReasons).toContainEqual({
            value: 1,
            state: 0,
            isDefault: true,
            labels: { 1033: 'New', 1036: 'Nouveau' },
        });
        expect(statusReasons.filter(({ isDefault }) => isDefault)).toHaveLength(3);
    });
});
