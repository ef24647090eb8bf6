/**
 * A process that is killed in the middle of a transaction must leave the data whole: this really kills one.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openEnvironment } from '../../../../local/dataverse/environment';

const writer = join(__dirname, 'writer-to-kill.ts');

/** Starts the writer and kills it the moment it says that it is in the middle of its second transaction. */
function killInTransaction(path: string): Promise<string> {
    return new Promise((done, failed) => {
        const child = spawn(process.execPath, ['--import', 'tsx', writer, path], {
            cwd: resolve(__dirname, '../../../..'),
        });
        let said = '';
        child.stdout.on('data', (data: Buffer) => {
            said += data.toString();
            if (said.includes('in transaction')) {
                child.kill('SIGKILL');
            }
        });
        child.stderr.on('data', (data: Buffer) => {
            said += data.toString();
        });
        child.on('error', failed);
        child.on('exit', (_code, signal) => (signal === 'SIGKILL' ? done(said) : failed(new Error(said))));
    });
}

describe('an environment whose process is killed in the middle of a transaction', () => {
    it('has everything that was committed and nothing of what was not', async () => {
        const folder = mkdtempSync(join(tmpdir(), 'environment-'));
        const path = join(folder, 'environment.sqlite');
        await killInTransaction(path);

        const environment = openEnvironment({ path });
        const rows = environment.store.prepare<{ subject: string }>('SELECT subject FROM lead').all();
        expect(rows.map(({ subject }) => subject)).toEqual(['committed']);
        expect(environment.store.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
        expect(environment.metadata.findTable('x_half')).toBeUndefined();
        environment.close();
        rmSync(folder, { recursive: true });
    }, 60_000);
});
