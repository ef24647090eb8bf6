/** Starts the local Dataverse from the command line. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createLocalDataverse } from '../local-dataverse';
import { lockDataFolder } from './data-folder-lock';
import { createServer } from './server';

const DEFAULT_PORT = 8484;
/** Only this machine may connect. */
const LOOPBACK = '127.0.0.1';

/** The player is built beside this bundle; from source, into `dist`. */
function playerDirectory(): string {
    const beside = join(__dirname, 'app');
    return existsSync(beside) ? beside : resolve(__dirname, '../../../dist/local/app');
}

async function main(): Promise<void> {
    const { values } = parseArgs({
        options: {
            port: { type: 'string', default: String(DEFAULT_PORT) },
            data: { type: 'string', default: '.data' },
            fresh: { type: 'boolean', default: false },
        },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65535) {
        throw new Error(`--port takes a number from 0 (a free one) to 65535, not '${values.port}'.`);
    }
    const data = resolve(values.data);
    const unlock = lockDataFolder(data);
    const dataverse = createLocalDataverse({ path: join(data, 'environment.db'), fresh: values.fresh });
    const server = createServer({ host: dataverse, playerDirectory: playerDirectory() });
    let stopping = false;
    const stop = async (): Promise<void> => {
        if (stopping) return;
        stopping = true;
        await server.close();
        dataverse.close();
        unlock();
        process.exit(0);
    };
    process.on('SIGINT', () => void stop());
    process.on('SIGTERM', () => void stop());
    // Whoever started this server as a child process is gone, however it ended.
    process.on('disconnect', () => void stop());
    try {
        await server.listen({ port, host: LOOPBACK });
    } catch (error) {
        dataverse.close();
        const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
        throw inUse ? new Error(`Port ${port} is taken. Choose another one with --port, or 0 for a free one.`) : error;
    }
    const address = server.server.address();
    const actual = typeof address === 'object' && address !== null ? address.port : port;
    console.log(`listening http://${LOOPBACK}:${actual}`);
}

main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
});
