import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { createLocalDataverse } from '../../../../local/dataverse/local-dataverse';

/** A lead with two tasks in one changeset. */
function aChangeset(index: number): string {
    const id = `aaaaaaaa-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const rows: readonly (readonly [string, object])[] = [
        ['leads', { leadid: id, lastname: 'Killed', companyname: `Company ${index}` }],
        ['tasks', { subject: 'first', 'regardingobjectid_lead_task@odata.bind': `/leads(${id})` }],
        ['tasks', { subject: 'second', 'regardingobjectid_lead_task@odata.bind': `/leads(${id})` }],
    ];
    const parts = rows.map(
        ([entitySet, row], part) =>
            `--c\nContent-Type: application/http\nContent-ID: ${part + 1}\n\nPOST /api/data/v9.2/${entitySet} HTTP/1.1\n` +
            `Content-Type: application/json\n\n${JSON.stringify(row)}\n`,
    );
    return `--b\nContent-Type: multipart/mixed;boundary=c\n\n${parts.join('')}--c--\n--b--`;
}

describe('a server that is killed', () => {
    let folder: string;

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), 'killed-server-'));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it('has kept every answered changeset, whole, and none in part', async () => {
        const server = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'server-to-kill.ts'), folder], {
            cwd: resolve(__dirname, '../../../..'),
        });
        const ended = once(server, 'exit');
        const [line] = (await once(createInterface({ input: server.stdout }), 'line')) as [string];
        const address = line.replace('listening ', '');
        let answered = 0;
        let sent = 0;
        const send = async (): Promise<void> => {
            for (;;) {
                const body = aChangeset((sent += 1));
                const headers = { 'content-type': 'multipart/mixed;boundary=b' };
                const reply = await fetch(`${address}/api/data/v9.2/$batch`, { method: 'POST', headers, body });
                expect((await reply.text()).match(/HTTP\/1.1 204/g)).toHaveLength(3);
                answered += 1;
                // In the middle of what the others have sent.
                if (answered === 25) server.kill('SIGKILL');
            }
        };
        await Promise.allSettled([send(), send(), send(), send()]);
        await ended;

        const dataverse = createLocalDataverse({ path: join(folder, 'environment.db') });
        const count = (sql: string): number => dataverse.environment.store.prepare<{ n: number }>(sql).get()?.n ?? -1;
        const leads = count("SELECT count(*) AS n FROM lead WHERE lastname = 'Killed'");
        expect(leads).toBeGreaterThanOrEqual(answered);
        expect(count("SELECT count(*) AS n FROM task WHERE subject IN ('first', 'second')")).toBe(2 * leads);
        expect(count('SELECT count(*) AS n FROM leadtoopportunitysalesprocess')).toBe(leads);
        dataverse.close();
    }, 60_000);
});
