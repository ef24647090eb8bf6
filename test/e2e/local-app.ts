import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(__dirname, '../..');

/** The product as a newcomer has it: `solution/start.ts` on a free port and a data folder of its own. */
export interface LocalApp {
    readonly url: string;
    readonly dataDirectory: string;
    /** Lines printed until it was ready. */
    readonly output: readonly string[];
    /** Ends it as Ctrl+C does; resolves with the exit code. The data folder stays when `keepData` is set. */
    stop(options?: { readonly keepData?: boolean; readonly signal?: NodeJS.Signals }): Promise<number>;
}

/**
 * @param options such as `--no-sample`
 * @param dataDirectory of an earlier run; absent: a new one
 */
export async function startLocalApp(
    options: readonly string[] = [],
    dataDirectory = mkdtempSync(join(tmpdir(), 'lead-lifecycle-')),
    how: 'directly' | 'in a shell' = 'directly',
): Promise<LocalApp> {
    const command = [
        process.execPath,
        ...['--import', 'tsx', 'solution/start.ts', '--port', '0', '--data', dataDirectory, '--no-open', ...options],
    ];
    // The command behind it keeps any shell from replacing itself by this one.
    const [program = '', ...parameters] = how === 'directly' ? command : ['sh', '-c', `${command.join(' ')}; true`];
    const child = spawn(program, parameters, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    const output: string[] = [];
    const url = await readyAddress(child, output);
    return {
        url,
        dataDirectory,
        output,
        stop: async ({ keepData = false, signal = 'SIGINT' } = {}) => {
            const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? -1)));
            child.kill(signal);
            const code = await ended;
            if (!keepData) rmSync(dataDirectory, { recursive: true, force: true });
            return code;
        },
    };
}

function readyAddress(child: ChildProcess, output: string[]): Promise<string> {
    return new Promise((resolve, reject) => {
        for (const stream of [child.stdout, child.stderr]) {
            if (!stream) continue;
            createInterface({ input: stream }).on('line', (line) => {
                output.push(line);
                const address = /^ready (http:\S+)$/.exec(line)?.[1];
                if (address) resolve(address);
            });
        }
        child.once('exit', (code) => {
            reject(new Error(`The local app ended (exit code ${code}) before it was ready:\n${output.join('\n')}`));
        });
    });
}
