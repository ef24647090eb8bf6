import { build } from 'esbuild';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Bundles the server (`main.js`, with the base environment's files beside it) and the app player (`app/`).
 * @param outDir replaced as a whole
 */
export async function buildLocal(outDir: string): Promise<void> {
    rmSync(outDir, { recursive: true, force: true });
    await Promise.all([
        build({
            entryPoints: [join(__dirname, 'dataverse/server/main.ts')],
            outfile: join(outDir, 'main.js'),
            bundle: true,
            platform: 'node',
            target: 'node20',
            // A native module cannot be bundled.
            external: ['better-sqlite3'],
            sourcemap: true,
            logLevel: 'error',
        }),
        build({
            entryPoints: [join(__dirname, 'app/index.tsx')],
            outdir: join(outDir, 'app'),
            bundle: true,
            format: 'esm',
            splitting: true,
            minify: true,
            target: 'es2022',
            define: { 'process.env.NODE_ENV': '"production"' },
            logLevel: 'error',
        }),
    ]);
    cpSync(join(__dirname, 'dataverse/base'), join(outDir, 'base'), {
        recursive: true,
        filter: (path) => !/\.(ts|md)$/.test(path),
    });
}
