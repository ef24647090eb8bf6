import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../test/e2e/browser';
import { startLocalApp } from '../test/e2e/local-app';
import type { Measurement } from './measure';
import { measureBrowser } from './measures/browser';
import { measureBuild } from './measures/build';
import { measureBulk } from './measures/bulk';
import { measureList } from './measures/list';
import { measurePlugIns } from './measures/plug-ins';
import { measurePowerFx } from './measures/powerfx';
import { measureStart } from './measures/start';

const ROOT = join(__dirname, '..');

/** Measures everything in one run and writes bench/RESULTS.md. */
async function run(): Promise<void> {
    const builds = await measureBuild(ROOT);
    const app = await startLocalApp();
    const browser = await launchBrowser();
    const running = await (async () => {
        try {
            return [
                ...(await measureBrowser(browser, app.url)),
                ...(await measureList(app.url, app.dataDirectory)),
                ...(await measureBulk(app.url)),
            ];
        } finally {
            await browser.close();
            await app.stop({ keepData: true });
        }
    })();
    const starts = await measureStart(ROOT, app.dataDirectory);
    const results = [...builds, ...starts, ...running, ...measurePowerFx(), ...(await measurePlugIns())];
    writeFileSync(join(ROOT, 'bench/RESULTS.md'), document(results));
    console.log(document(results));
}

function document(results: readonly Measurement[]): string {
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
    const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}`;
    const rows = results.map((it) => `| ${it.what} | ${it.value} | ${it.traffic ?? ''} | ${it.against} |`);
    return [
        '# Benchmark results',
        '',
        `Written by \`npm run bench\` on ${machine}, at commit ${commit}, ${new Date().toISOString().slice(0, 10)}. One`,
        'run; figures of another machine are not comparable, ratios within the run are. Sample data: 2,000 leads.',
        '',
        '| what | figure | traffic | against |',
        '|---|---|---|---|',
        ...rows,
        '',
    ].join('\n');
}

run().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
});
