import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { WebApiClient } from '../../solution/deploy/web-api-client';
import { startLocalApp, type LocalApp } from './local-app';

jest.setTimeout(180_000);

const ROOT = join(__dirname, '../..');
let app: LocalApp;
beforeAll(async () => {
    app = await startLocalApp(['--no-sample']);
});
afterAll(() => app.stop());

/** `npm run deploy` with these options; what it printed, and its exit code. */
function deploy(...options: readonly string[]): Promise<{ readonly code: number | null; readonly lines: string[] }> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'solution/deploy.ts', ...options], { cwd: ROOT });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (printed += String(data)));
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, lines: printed.split('\n') })));
}

describe('npm run deploy', () => {
    it('finds nothing to change where npm start has deployed', async () => {
        const { code, lines } = await deploy('--url', app.url);
        expect(lines).toContain(`nothing to change: ${app.url} is as it should be`);
        expect(code).toBe(0);
    });

    it('says what an uninstall would take, takes it, and brings everything back', async () => {
        const api = new WebApiClient(app.url);
        const installed = () => api.rows("solutions?$filter=uniquename eq 'LeadLifecycle'");
        const formulas = () => api.rows("fxexpressions?$filter=startswith(uniquename,'llc_')");
        const before = (await formulas()).length;
        expect(before).toBeGreaterThan(0);
        const dry = await deploy('--url', app.url, '--uninstall', '--dry-run');
        expect(dry.lines).toContainEqual(expect.stringMatching(/^would remove LeadLifecycle \S+ \(unmanaged\)$/));
        expect(await installed()).toHaveLength(1);
        expect((await deploy('--url', app.url, '--uninstall')).code).toBe(0);
        expect([await installed(), await formulas()]).toEqual([[], []]);
        expect((await deploy('--url', app.url, '--unmanaged')).code).toBe(0);
        expect([(await installed()).length, (await formulas()).length]).toEqual([1, before]);
    });

    it('ends with an error that says what is missing', async () => {
        const nowhere = await deploy();
        expect(nowhere.lines[0]).toBe('--url is missing: which environment?');
        expect(nowhere.code).toBe(1);
        const missing = await deploy('--url', app.url, '--solution', 'nowhere.zip');
        expect(missing.lines[0]).toMatch(/^--solution .*nowhere\.zip: there is no such file\.$/);
        expect(missing.code).toBe(1);
    });
});
