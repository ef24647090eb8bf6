import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { packageVersion } from './build';
import { assignLocalRoles } from './deploy/assign-local-roles';
import { deploy } from './deploy/deploy';
import { firstStart } from './deploy/first-start';
import { generatePlugIns } from './deploy/generate-plug-ins';
import { streamOutput } from './deploy/output';
import { readPackageFiles, type PackageFiles } from './deploy/package-files';
import { WebApiClient } from './deploy/web-api-client';
import { loadSampleData } from './sample/load-sample-data';

const ROOT = join(__dirname, '..');
const DEFAULT_PORT = '8484';

const USAGE = `npm start -- [options]
  --port N             port on 127.0.0.1; 0 takes a free one (${DEFAULT_PORT})
  --data DIR           where rows are kept between runs (.data)
  --fresh              start over with an empty environment
  --no-sample          no sample leads
  --solution FILE.zip  import this solution instead of the built one
  --no-open            do not open a browser`;

/** Starts the local Dataverse, deploys the solution into it by the Web API, and opens the app. */
async function start(): Promise<void> {
    const { values } = parseArgs({
        options: {
            port: { type: 'string', default: DEFAULT_PORT },
            data: { type: 'string', default: join(ROOT, '.data') },
            fresh: { type: 'boolean', default: false },
            'no-sample': { type: 'boolean', default: false },
            solution: { type: 'string' },
            'no-open': { type: 'boolean', default: false },
            help: { type: 'boolean', default: false },
        },
    });
    if (values.help) {
        console.log(USAGE);
        return;
    }
    build();
    const data = resolve(values.data);
    const files = readPackageFiles({
        root: ROOT,
        version: packageVersion(ROOT),
        isManaged: false,
        solution: values.solution,
    });

    const first = firstStart(data);
    if (first.wasInterrupted && !values.fresh) report('the first start was interrupted; starting over');
    const fresh = values.fresh || first.wasInterrupted;
    const isNew = fresh || isEmptyFolder(data);
    const server = startServer(values.port, data, fresh);
    try {
        const client = new WebApiClient(await server.listening);
        if (isNew) first.begin();
        await deployLocally(client, files);
        if (!values['no-sample']) await loadSampleData(client, new Date(), report);
        first.end();
        await client.get('WhoAmI');
        console.log(`ready ${client.environmentUrl}`);
        if (!values['no-open'] && !process.env['CI']) await openBrowser(client.environmentUrl);
    } catch (error) {
        server.process.kill('SIGTERM');
        throw error;
    }
    process.exitCode = await server.ended;
}

/** Brings dist/ up to date. */
function build(): void {
    const { status } = spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, 'build/index.ts'), '--quiet'], {
        cwd: ROOT,
        stdio: 'inherit',
    });
    if (status !== 0) throw new Error('The build failed; see above.');
}

interface Server {
    readonly process: ChildProcess;
    /** Resolves with the server's address. */
    readonly listening: Promise<string>;
    readonly ended: Promise<number>;
}

function startServer(port: string, data: string, fresh: boolean): Server {
    const child = spawn(
        process.execPath,
        [join(ROOT, 'dist/local/main.js'), '--port', port, '--data', data, ...(fresh ? ['--fresh'] : [])],
        { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] },
    );
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
    stopWithParent(() => child.kill('SIGTERM'));
    const ended = new Promise<number>((settle) => child.on('exit', (code) => settle(code ?? 0)));
    const listening = new Promise<string>((settle, reject) => {
        if (!child.stdout) throw new Error('The local Dataverse was started without an output.');
        createInterface({ input: child.stdout }).on('line', (line) => {
            const address = /^listening (http:\S+)$/.exec(line)?.[1];
            if (address) settle(address);
            else console.log(line);
        });
        void ended.then((code) => {
            reject(new Error(`The local Dataverse ended before it was ready (exit code ${code}).`));
        });
    });
    return { process: child, listening, ended };
}

const PARENT = process.ppid;
const PARENT_CHECK_MILLISECONDS = 500;

/** A shell between npm and this process does not hand on SIGTERM; it only ends, and this process gets a new parent. */
function stopWithParent(stop: () => void): void {
    const timer = setInterval(() => {
        if (process.ppid === PARENT) return;
        clearInterval(timer);
        stop();
    }, PARENT_CHECK_MILLISECONDS);
    timer.unref();
}

/** The same deploy as to any environment; people are only given roles here, where they are made up. */
async function deployLocally(
    client: WebApiClient,
    { solution, plugIns, defaults, isBuilt }: PackageFiles,
): Promise<void> {
    const output = { ...streamOutput(process.stdout), note: () => undefined };
    await deploy({
        client,
        output,
        solution,
        plugIns,
        defaults,
        generatePlugIns: isBuilt ? generatePlugIns : undefined,
    });
    if (!isBuilt) return;
    for (const assignment of await assignLocalRoles(client)) report(`role assigned to ${assignment}`);
}

function isEmptyFolder(path: string): boolean {
    return !existsSync(path) || readdirSync(path).length === 0;
}

function report(line: string): void {
    console.log(line);
}

async function openBrowser(address: string): Promise<void> {
    const { default: open } = await import('open');
    // A machine without a browser is no reason to stop: the address stands in the output.
    await open(address).catch(() => undefined);
}

start().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
});
