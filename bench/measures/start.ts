import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { startLocalApp, type LocalApp } from '../../test/e2e/local-app';
import { medianMilliseconds, seconds, type Measurement } from '../measure';

/** Starting with the data of an earlier run, and the server's memory then. */
export async function measureStart(root: string, dataDirectory: string): Promise<readonly Measurement[]> {
    let memory = 0;
    const running: LocalApp[] = [];
    const time = await medianMilliseconds(3, async () => {
        // What `npm start` does first: see that nothing has to be built.
        execFileSync(process.execPath, ['--import', 'tsx', 'build/index.ts', '--quiet'], { cwd: root });
        running.push(await startLocalApp([], dataDirectory));
        memory = residentMegabytes(serverProcessOf(dataDirectory));
        await running.pop()?.stop({ keepData: true });
    });
    return [
        {
            what: 'Start to ready with existing data (build check, start, stop)',
            value: seconds(time),
            against: 'aim: under 3 s',
        },
        { what: 'Memory of the server then', value: `${memory.toFixed(0)} MB`, against: 'aim: under 250 MB' },
    ];
}

/** The local Dataverse's process: the one that was given this data folder and runs the bundled server. */
function serverProcessOf(dataDirectory: string): number {
    for (const id of processIds()) {
        const command = commandOf(id);
        if (command.includes('dist/local/main.js') && command.includes(dataDirectory)) return id;
    }
    throw new Error(`No server process uses ${dataDirectory}.`);
}

function processIds(): readonly number[] {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

function commandOf(id: number): string {
    try {
        return readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
        return '';
    }
}

/** Resident set size (Linux: /proc). */
function residentMegabytes(id: number): number {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
    return Number(kilobytes) / 1024;
}
