import type { BuiltPlugin } from '../../../plugins';
import { readAutomatedPlugIns } from '../../../solution/deploy/automated-plug-ins';
import { deploy } from '../../../solution/deploy/deploy';
import type { SolutionFile } from '../../../solution/deploy/solution-file';
import { uninstall } from '../../../solution/deploy/uninstall';
import type { Json } from '../../../solution/deploy/web-api-client';
import { emptyTree } from '../a-tree';
import { anEnvironment, aRecord, aSolutionFile, withChange, type TestEnvironment } from './an-environment';

jest.setTimeout(60_000);

const GUARD: BuiltPlugin = {
    uniqueName: 'smp_Guard',
    name: 'Lead: guard',
    description: 'Refuses leads of "nobody"',
    table: 'lead',
    message: 'Update',
    stage: 'preOperation',
    rank: 10,
    filteringColumns: ['statuscode', 'lastname'],
    expression:
        'If(NewRecord.lastname = "accounts" && CountRows(Filter(contacts, lastname = "x")) = 0, Error("No contacts"))',
};
const HISTORY: BuiltPlugin = {
    ...GUARD,
    uniqueName: 'smp_History',
    name: 'Lead: history',
    message: 'Create',
    stage: 'postOperation',
    rank: 40,
    filteringColumns: [],
    expression: 'Collect(tasks, {subject: "New lead"})',
};

const SOLUTION: SolutionFile = aSolutionFile(emptyTree(), '1.0');

let environment: TestEnvironment;
beforeEach(async () => {
    environment = await anEnvironment();
});
afterEach(() => environment.close());

async function register(plugIns: readonly BuiltPlugin[], isDryRun = false) {
    const output = aRecord();
    environment.forget();
    const changes = await deploy({ client: environment.client, output, solution: SOLUTION, plugIns, isDryRun });
    return { changes, lines: output.lines };
}

const expressions = (): Promise<readonly Json[]> =>
    environment.client.rows('fxexpressions?$orderby=uniquename&$filter=uniquename ne null');
const steps = (): Promise<readonly Json[]> =>
    environment.client.rows('sdkmessageprocessingsteps?$orderby=rank&$filter=_fxexpressionid_value ne null');

describe('registering low-code plug-ins', () => {
    it('makes a formula and a step of each, as the platform wants them', async () => {
        const { lines } = await register([GUARD, HISTORY]);
        expect(lines).toContain('create plug-in smp_Guard, before Update of lead');
        expect(lines).toContain('create plug-in smp_History, after Create of lead');
        const [guard, history] = await expressions();
        expect(guard).toMatchObject({
            uniquename: 'smp_Guard',
            name: 'Lead: guard',
            category: 0,
            expression: GUARD.expression,
            entitylogicalname: 'lead',
            messagename: 'Update',
            statecode: 0,
        });
        expect(JSON.parse(String(guard?.['context']))).toMatchObject({ Tables: ['contact', 'lead'] });
        expect(await steps()).toEqual([
            expect.objectContaining({
                name: 'Lead: guard',
                stage: 20,
                mode: 0,
                rank: 10,
                filteringattributes: 'lastname,statuscode',
                statecode: 0,
                _fxexpressionid_value: guard?.['fxexpressionid'],
                _plugintypeid_value: '462b3e8f-beb4-4981-9b87-a60c2162a9f7',
            }),
            expect.objectContaining({ stage: 40, rank: 40, _fxexpressionid_value: history?.['fxexpressionid'] }),
        ]);
        const [step] = await steps();
        const message = await environment.client.get(`sdkmessages(${String(step?.['_sdkmessageid_value'])})`);
        const filter = await environment.client.get(
            `sdkmessagefilters(${String(step?.['_sdkmessagefilterid_value'])})`,
        );
        expect([message['name'], filter['primaryobjecttypecode']]).toEqual(['Update', 'lead']);
    });

    it('writes nothing the second time', async () => {
        await register([GUARD, HISTORY]);
        expect((await register([GUARD, HISTORY])).changes).toBe(0);
        expect(environment.writes).toEqual([]);
    });

    it('writes only what differs, and takes away what the build no longer has', async () => {
        await register([GUARD, HISTORY]);
        const before = await steps();
        const changed = { ...GUARD, rank: 12, expression: 'Error("No")' };
        const dry = await register([changed], true);
        expect(dry.lines).toContain('would update plug-in smp_Guard: expression, context, rank');
        expect(dry.lines).toContain('would remove plug-in smp_History');
        expect(environment.writes).toEqual([]);
        await register([changed]);
        expect(environment.writes).toEqual(['POST $batch']);
        expect((await expressions()).map((row) => row['expression'])).toEqual(['Error("No")']);
        expect(await steps()).toEqual([
            expect.objectContaining({
                rank: 12,
                sdkmessageprocessingstepid: before[0]?.['sdkmessageprocessingstepid'],
            }),
        ]);
        expect((await register([changed])).changes).toBe(0);
    });

    it('registers a step again that somebody deleted, and leaves off what somebody switched off', async () => {
        await register([GUARD, HISTORY]);
        const [guard, history] = await steps();
        await environment.client.delete(`sdkmessageprocessingsteps(${idOf(guard)})`);
        await environment.client.patch(`sdkmessageprocessingsteps(${idOf(history)})`, { statecode: 1, statuscode: 2 });
        const { lines } = await register([GUARD, HISTORY]);
        expect(lines).toContain('update plug-in smp_Guard: the step that runs it');
        expect(lines).toContain('plug-in smp_History is switched off in this environment; left off');
        expect((await steps()).map((row) => row['statecode'])).toEqual([0, 1]);
    });

    it("leaves makers' own formulas alone, at the next deploy and at the uninstall", async () => {
        await environment.client.post('fxexpressions', {
            uniquename: 'smp_Ours',
            name: 'Ours',
            category: 0,
            expression: 'true',
        });
        await register([GUARD]);
        await register([]);
        expect((await expressions()).map((row) => row['uniquename'])).toEqual(['smp_Ours']);
        await register([GUARD]);
        const output = aRecord();
        await uninstall({ client: environment.client, output, solution: SOLUTION });
        expect(output.lines).toContain('remove plug-in smp_Guard');
        expect((await expressions()).map((row) => row['uniquename'])).toEqual(['smp_Ours']);
        expect(await steps()).toEqual([]);
    });

    it("leaves another publisher's plug-ins alone", async () => {
        await register([GUARD]);
        const others = withChange(emptyTree(), 'Other/Solution.xml', (text) =>
            text.replace('>smp<', '>oth<').replace('>Sample<', '>Other<').replace('>sample<', '>other<'),
        );
        const { client } = environment;
        const solution = aSolutionFile(others, '1.0');
        await deploy({ client, output: aRecord(), solution, plugIns: [{ ...GUARD, uniqueName: 'oth_Guard' }] });
        expect((await expressions()).map((row) => row['uniquename'])).toEqual(['oth_Guard', 'smp_Guard']);
        await uninstall({ client, output: aRecord(), solution });
        expect((await expressions()).map((row) => row['uniquename'])).toEqual(['smp_Guard']);
    });

    it('registers all or none: a table that is not there is named before anything is written', async () => {
        const nowhere = { ...GUARD, uniqueName: 'smp_Nowhere', table: 'smp_nowhere' };
        await expect(register([HISTORY, nowhere])).rejects.toThrow(
            /Plug-in smp_Nowhere: the environment takes no step for the message Update of the table smp_nowhere/,
        );
        expect(await expressions()).toEqual([]);
    });
});

describe('the list of plug-ins', () => {
    it('is read as the build writes it', () => {
        expect(readAutomatedPlugIns('plugins.json', JSON.stringify([GUARD, HISTORY]))).toEqual([GUARD, HISTORY]);
    });

    it.each([
        ['is an object', '{}', /plugins\.json is no list/],
        [
            'has an unknown stage',
            JSON.stringify([GUARD, { ...GUARD, stage: 'validation' }]),
            /plugins\.json: entry 2 is no plug-in/,
        ],
    ])('is refused when it %s', (_what, text, message) => {
        expect(() => readAutomatedPlugIns('plugins.json', text)).toThrow(message);
    });
});

function idOf(step: Json | undefined): string {
    return String(step?.['sdkmessageprocessingstepid']);
}
