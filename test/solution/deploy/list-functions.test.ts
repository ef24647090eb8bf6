import { deploy } from '../../../solution/deploy/deploy';
import { generatePlugIns } from '../../../solution/deploy/generate-plug-ins';
import { uninstall } from '../../../solution/deploy/uninstall';
import { rulesModelOfSource, tableModels } from '../../../solution/data-model/table-models';
import { withFunctions } from '../../../solution/functions/with-functions';
import { anEnvironment, aRecord, aSolutionFile, deployableTree, type TestEnvironment } from './an-environment';

jest.setTimeout(120_000);

const TREE = deployableTree();
const SOLUTION = aSolutionFile(withFunctions(TREE, rulesModelOfSource(tableModels(TREE))), '0.1.0');
const LISTED = 'msdyn_functions?$select=name,language&$orderby=name';

let environment: TestEnvironment;
beforeAll(async () => {
    environment = await anEnvironment();
});
afterAll(() => environment.close());

const deployed = (isDryRun = false): Promise<number> =>
    deploy({
        client: environment.client,
        output: aRecord(),
        solution: SOLUTION,
        plugIns: [],
        generatePlugIns,
        isDryRun,
    });

describe('the functions of a solution', () => {
    it('are listed for makers by a deploy, once', async () => {
        await deployed();
        expect(await environment.client.rows(LISTED)).toEqual([
            expect.objectContaining({ name: 'Explain Transition', language: 100_000_000 }),
            expect.objectContaining({ name: 'Qualification Gaps', language: 100_000_000 }),
        ]);
        environment.forget();
        expect(await deployed()).toBe(0);
        expect(environment.writes).toEqual([]);
    });

    it('are off the list when the solution is gone', async () => {
        await deployed();
        await uninstall({ client: environment.client, output: aRecord(), solution: SOLUTION });
        expect(await environment.client.rows(LISTED)).toEqual([]);
    });
});
