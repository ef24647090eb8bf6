import { readDataPackage } from '../../../solution/deploy/data-package-rows';
import { deploy, type DeployRequest } from '../../../solution/deploy/deploy';
import { dataPackage } from '../../../solution/data/data-package';
import type { SolutionFile } from '../../../solution/deploy/solution-file';
import { readRulesModel } from '../../../solution/deploy/read-rules-model';
import { uninstall } from '../../../solution/deploy/uninstall';
import type { Json } from '../../../solution/deploy/web-api-client';
import type { Tree } from '../../../solution/packager/tree';
import {
    anEnvironment,
    aRecord,
    aSolutionFile,
    deployableTree,
    SELLER,
    withChange,
    type TestEnvironment,
} from './an-environment';

jest.setTimeout(60_000);

const TREE = deployableTree();
const DEFAULTS = readDataPackage('data.zip', dataPackage(TREE));
const FIRST = aSolutionFile(TREE, '0.1.0');
const VIEW = 'Entities/Lead/SavedQueries/{b064a49d-aa76-4e65-8864-5ac4eed5c6e3}.xml';
const VIEW_ID = 'b064a49d-aa76-4e65-8864-5ac4eed5c6e3';

let environment: TestEnvironment;
beforeEach(async () => {
    environment = await anEnvironment();
});
afterEach(() => environment.close());

async function run(
    solution: SolutionFile,
    options: Partial<DeployRequest> = {},
): Promise<{ readonly changes: number; readonly lines: readonly string[] }> {
    const output = aRecord();
    environment.forget();
    const changes = await deploy({
        client: environment.client,
        output,
        solution,
        defaults: DEFAULTS,
        wait: () => Promise.resolve(),
        ...options,
    });
    return { changes, lines: output.lines };
}

const rows = (path: string): Promise<readonly Json[]> => environment.client.rows(path);
const installedVersions = async (): Promise<readonly unknown[]> =>
    (await rows("solutions?$select=version&$filter=uniquename eq 'LeadLifecycle'")).map((row) => row['version']);
const transitions = (): Promise<readonly Json[]> => rows('llc_statustransitions?$select=llc_name&$orderby=llc_name');

describe('deploying', () => {
    it('brings an empty environment the solution and its default configuration', async () => {
        const { changes, lines } = await run(FIRST);
        expect(await installedVersions()).toEqual(['0.1.0']);
        for (const { name, rows: packaged } of DEFAULTS) {
            const { EntitySetName } = await environment.client.get(`EntityDefinitions(LogicalName='${name}')`);
            expect(await rows(String(EntitySetName))).toHaveLength(packaged.length);
        }
        expect(lines).toContain('install LeadLifecycle 0.1.0 (managed)');
        expect(lines).toContain('importing Sample_0.1.0.zip 100 %');
        expect(lines).toContain('to do: nobody has the role "Lead Lifecycle Seller"; give it to users or teams');
        expect(changes).toBe(1 + DEFAULTS.length);
        expect(await rows("roles?$filter=name eq 'Lead Lifecycle Seller'&$expand=systemuserroles_association")).toEqual(
            [expect.objectContaining({ systemuserroles_association: [] })],
        );
    });

    it('writes nothing the second time, and says what is there', async () => {
        await run(FIRST);
        const { changes, lines } = await run(FIRST);
        expect(changes).toBe(0);
        expect(environment.writes).toEqual([]);
        expect(lines).toContain('LeadLifecycle 0.1.0 (managed) is installed, from this very file');
    });

    it('writes nothing in a dry run, neither before the first time nor before an upgrade', async () => {
        const first = await run(FIRST, { isDryRun: true });
        expect(environment.writes).toEqual([]);
        expect(first.lines).toContain('would install LeadLifecycle 0.1.0 (managed)');
        expect(first.changes).toBe(1 + DEFAULTS.length);
        await run(FIRST);
        const upgrade = await run(aSolutionFile(TREE, '0.2.0'), { isDryRun: true });
        expect(environment.writes).toEqual([]);
        expect(upgrade.lines).toContain('would upgrade LeadLifecycle from 0.1.0 to 0.2.0 (managed)');
        expect(upgrade.changes).toBe(1);
    });

    it('upgrades to a newer version: what it no longer has goes, what makers made of the rows stays', async () => {
        await run(FIRST);
        const [changed, deleted] = await transitions();
        await environment.client.patch(`llc_statustransitions(${String(changed?.['llc_statustransitionid'])})`, {
            llc_name: 'A maker wrote this',
        });
        await environment.client.delete(`llc_statustransitions(${String(deleted?.['llc_statustransitionid'])})`);
        await environment.client.post('llc_criteria', { llc_name: 'A criterion of ours' });
        await addStatusReason('Nurturing');
        const before = [await transitions(), await rows('llc_criteria?$select=llc_name&$orderby=llc_name')];

        const { changes, lines } = await run(aSolutionFile(without(TREE, VIEW), '0.2.0'));
        expect(changes).toBe(1);
        expect(environment.writes).toEqual(['POST StageAndUpgradeAsync']);
        expect(await installedVersions()).toEqual(['0.2.0']);
        expect(await rows(`savedqueries?$filter=savedqueryid eq ${VIEW_ID}`)).toEqual([]);
        expect([await transitions(), await rows('llc_criteria?$select=llc_name&$orderby=llc_name')]).toEqual(before);
        expect(await statusReasons()).toContain('Nurturing');
        expect(lines).toContain(
            'llc_statustransition has 21 rows, which stay as they are; 1 of the 22 default rows is not among them and not brought back',
        );
    });

    it('imports another content of the same version, and the same content only when forced', async () => {
        await run(FIRST);
        const changed = withChange(TREE, VIEW, (text) => text.replace('description="', 'description="New '));
        const { lines } = await run(aSolutionFile(changed, '0.1.0'));
        expect(lines).toContainEqual(expect.stringMatching(/^import LeadLifecycle 0.1.0 \(managed\) again: /));
        expect(environment.writes).toEqual(['POST ImportSolutionAsync']);
        await run(aSolutionFile(changed, '0.1.0'), { force: true });
        expect(environment.writes).toEqual(['POST ImportSolutionAsync']);
    });

    it('publishes after an unmanaged import', async () => {
        await run(aSolutionFile(TREE, '0.1.0', false), { defaults: [] });
        expect(environment.writes).toEqual(['POST ImportSolutionAsync', 'POST PublishAllXml']);
    });

    it('refuses an older version, and takes it when forced', async () => {
        await run(aSolutionFile(TREE, '0.10.0'));
        await expect(run(aSolutionFile(TREE, '0.9.0'))).rejects.toThrow(
            /older than what is installed: LeadLifecycle 0\.9\.0 here, 0\.10\.0 there\. .*--force/,
        );
        expect(environment.writes).toEqual([]);
        await run(aSolutionFile(TREE, '0.9.0'), { force: true });
        expect(await installedVersions()).toEqual(['0.9.0']);
    });

    it('refuses an unmanaged file where the managed one is installed, and says how to go on', async () => {
        await run(FIRST);
        await expect(run(aSolutionFile(TREE, '0.2.0', false))).rejects.toThrow(
            /is unmanaged, but LeadLifecycle is installed there as managed; .*--managed/,
        );
        expect(environment.writes).toEqual([]);
    });

    it('refuses somebody who may not import, before anything is written', async () => {
        const seller = environment.client.as(SELLER);
        await expect(run(FIRST, { client: seller })).rejects.toThrow(
            /Sam Rivera .* may not deploy to http:.*: prvImportCustomization and prvPublishCustomization missing/,
        );
        expect(environment.writes).toEqual([]);
    });

    it('says which component a broken solution fails on, and leaves nothing of it', async () => {
        const broken = withChange(TREE, 'Other/Solution.xml', (text) =>
            text.replace(
                '<RootComponents>',
                '<RootComponents><RootComponent type="61" schemaName="llc_/nowhere.js" behavior="0" />',
            ),
        );
        const attempt = run(aSolutionFile(broken, '0.1.0'));
        await expect(attempt).rejects.toThrow(/^The import of Sample_0\.1\.0\.zip \(LeadLifecycle 0\.1\.0\) failed/);
        await expect(attempt).rejects.toThrow(
            /\n {2}solution LeadLifecycle: .*llc_\/nowhere\.js.* \[0x8004[0-9a-f]{4}\]/,
        );
        expect(await installedVersions()).toEqual([]);
        expect((await run(FIRST)).changes).toBeGreaterThan(0);
    });

    it('publishes unpublished duplicate detection rules about its tables, and names the others', async () => {
        const rule = (name: string, table: string, code: number) =>
            environment.client.post('duplicaterules', {
                name,
                baseentityname: table,
                matchingentityname: table,
                baseentitytypecode: code,
                matchingentitytypecode: code,
            });
        await rule('Same topic', 'lead', 4);
        await rule('Same phone', 'contact', 2);
        const { lines } = await run(FIRST);
        const published = await rows('duplicaterules?$select=name&$filter=statuscode eq 2');
        expect(published.map((row) => row['name'])).toContain('Same topic');
        expect(published.map((row) => row['name'])).not.toContain('Same phone');
        expect(lines).toContain('publish duplicate detection rule "Same topic"');
        expect(lines).toContain('duplicate detection rule "Same phone" is not published; left as it is');
        expect((await run(FIRST)).changes).toBe(0);
    });
});

describe('uninstalling', () => {
    const remove = async (isDryRun = false) => {
        const output = aRecord();
        environment.forget();
        const changes = await uninstall({ client: environment.client, output, solution: FIRST, isDryRun });
        return { changes, lines: output.lines };
    };

    it('takes the solution away, keeps the leads, and says so; a second time there is nothing to do', async () => {
        await run(FIRST);
        await environment.client.post('leads', { lastname: 'Stays' });
        await addStatusReason('Nurturing');
        const dry = await remove(true);
        expect(environment.writes).toEqual([]);
        expect(dry.lines).toContain('would remove LeadLifecycle 0.1.0 (managed)');
        expect(dry.lines).toContain('goes with it: the table llc_statustransition and its 22 rows');
        const { changes, lines } = await remove();
        expect(changes).toBe(1);
        expect(lines).toContain('stays: lead with its 1 rows');
        expect(await installedVersions()).toEqual([]);
        expect(await rows("EntityDefinitions?$select=LogicalName&$filter=startswith(LogicalName,'llc_')")).toEqual([]);
        expect(await rows('leads?$select=lastname')).toEqual([expect.objectContaining({ lastname: 'Stays' })]);
        expect(await statusReasons()).toContain('Nurturing');
        expect((await remove()).changes).toBe(0);
        expect(environment.writes).toEqual([]);
    });

    it('can be followed by another deploy of the same file', async () => {
        await run(FIRST);
        await remove();
        expect((await run(FIRST)).changes).toBe(1 + DEFAULTS.length);
        expect(await installedVersions()).toEqual(['0.1.0']);
    });
});

/** As a maker adds one to lead. */
async function addStatusReason(label: string): Promise<void> {
    await environment.client.post('InsertStatusValue', {
        EntityLogicalName: 'lead',
        AttributeLogicalName: 'statuscode',
        StateCode: 0,
        Label: { LocalizedLabels: [{ Label: label, LanguageCode: 1033 }] },
    });
}

async function statusReasons(): Promise<readonly string[]> {
    return (await readRulesModel(environment.client)).statusReasons.map(({ labels }) => labels[1033]);
}

/** The tree without one component that is named nowhere else. */
function without(tree: Tree, path: string): Tree {
    return new Map([...tree].filter(([name]) => name !== path));
}
