import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { WebApiClient } from '../../solution/deploy/web-api-client';
import { pack } from '../../solution/packager/pack';
import { emptyTree } from '../solution/a-tree';
import { people } from './app-page';
import { startLocalApp } from './local-app';

jest.setTimeout(180_000);

const ROOT = join(__dirname, '../..');

describe('npm start', () => {
    it('loads the sample once, keeps rows between runs, starts over when asked, and ends cleanly', async () => {
        const first = await startLocalApp();
        expect(first.output.some((line) => line.startsWith('importing LeadLifecycle_'))).toBe(true);
        const api = new WebApiClient(first.url);
        expect(await countOf(api, 'leads')).toBe(2000);
        expect(await countOf(api, 'opportunities')).toBeGreaterThan(250);
        await api.post('leads', { subject: 'Kept', lastname: 'Kept' });
        expect(await first.stop({ keepData: true })).toBe(0);

        const second = await startLocalApp([], first.dataDirectory);
        expect(second.output.filter((line) => /importing|sample data/.test(line))).toEqual([]);
        expect(await countOf(new WebApiClient(second.url), 'leads')).toBe(2001);
        expect(await second.stop({ keepData: true })).toBe(0);

        const third = await startLocalApp(['--fresh', '--no-sample'], first.dataDirectory);
        expect(await countOf(new WebApiClient(third.url), 'leads')).toBe(0);
        expect(await third.stop()).toBe(0);
    });

    it('loads the default configuration as rows and runs requests as the caller that is named', async () => {
        const local = await startLocalApp(['--no-sample']);
        const api = new WebApiClient(local.url);
        expect(await countOf(api, 'llc_statustransitions')).toBe(22);
        expect(await countOf(api, 'llc_criteria')).toBeGreaterThan(5);
        expect(await api.get('WhoAmI')).toMatchObject({ UserId: people.admin });
        expect(await api.as(people.seller).get('WhoAmI')).toMatchObject({ UserId: people.seller });
        await local.stop();
    });

    it("imports somebody else's solution instead of ours when --solution names one", async () => {
        const zip = join(mkdtempSync(join(tmpdir(), 'another-solution-')), 'Sample.zip');
        writeFileSync(zip, pack(emptyTree(), { version: '1.0', managed: false }));
        const local = await startLocalApp(['--no-sample', '--solution', zip]);
        const solutions = await new WebApiClient(local.url).rows('solutions?$select=uniquename');
        const names = solutions.map((solution) => solution['uniquename']);
        expect(names).toContain('Sample');
        expect(names).not.toContain('LeadLifecycle');
        await local.stop();
        rmSync(dirname(zip), { recursive: true });
    });

    it('ends when npm is ended, although the shell in between hands on no signal', async () => {
        const local = await startLocalApp(['--no-sample'], undefined, 'in a shell');
        const silence = new Promise<void>((resolve, reject) => {
            const started = Date.now();
            const ask = (): void => {
                fetch(`${local.url}/api/data/v9.2/WhoAmI`).then(
                    () =>
                        Date.now() - started > 20_000 ? reject(new Error('It still answers.')) : setTimeout(ask, 100),
                    () => resolve(),
                );
            };
            ask();
        });
        await local.stop({ signal: 'SIGTERM' });
        await silence;
    });

    it('says which file is missing when --solution names none', () => {
        const { status, stderr } = spawnSync(
            process.execPath,
            ['--import', 'tsx', 'solution/start.ts', '--solution', 'nowhere.zip', '--no-open'],
            { cwd: ROOT, encoding: 'utf8' },
        );
        expect(status).toBe(1);
        expect(stderr).toMatch(/--solution .*nowhere\.zip: there is no such file/);
    });

    async function countOf(api: WebApiClient, entitySet: string): Promise<number> {
        const { value } = await api
            .get(`RetrieveTotalRecordCount(EntityNames=@p)?@p=["${await tableOf(api, entitySet)}"]`)
            .then((answer) => ({ value: answer['EntityRecordCountCollection'] }));
        if (typeof value === 'object' && value !== null && 'Values' in value && Array.isArray(value.Values)) {
            return Number(value.Values[0]);
        }
        throw new Error(`RetrieveTotalRecordCount answered ${JSON.stringify(value)}`);
    }

    async function tableOf(api: WebApiClient, entitySet: string): Promise<string> {
        const [definition] = await api.rows(
            `EntityDefinitions?$select=LogicalName&$filter=EntitySetName eq '${entitySet}'`,
        );
        return String(definition?.['LogicalName']);
    }
});
