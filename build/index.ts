import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { buildControl, controlInputs, findControls } from '../controls/build';
import { buildLocal } from '../local/build';
import { buildSolution } from '../solution/build';
import { buildWebResources } from '../webresources/build';
import { runStep, type BuildStep } from './step';

const ROOT = join(__dirname, '..');
const TOOLS = ['package.json', 'package-lock.json', 'tsconfig.json', 'build'];

const steps: readonly BuildStep[] = [
    {
        name: 'local',
        inputs: ['local', ...TOOLS],
        outputs: ['dist/local/main.js', 'dist/local/app/index.js'],
        run: () => buildLocal(join(ROOT, 'dist/local')),
    },
    {
        name: 'webresources',
        inputs: ['webresources', 'lifecycle', ...TOOLS],
        outputs: ['dist/webresources'],
        run: () => buildWebResources(join(ROOT, 'dist/webresources')),
    },
    // One after the other: two webpack processes at once cost more memory than they save time.
    ...findControls().map(
        (control): BuildStep => ({
            name: `control ${control.name}`,
            inputs: [...controlInputs(control), ...TOOLS],
            outputs: [`dist/controls/${control.name}/bundle.js`],
            run: () => buildControl(control, join(ROOT, 'dist/controls', control.name)),
        }),
    ),
    {
        name: 'solution',
        inputs: [
            'solution',
            'plugins',
            'lifecycle',
            'local/powerfx',
            // The first-party tables, which formulas and references are held against.
            'local/dataverse/base',
            'webresources/strings',
            'dist/webresources',
            'dist/controls',
            ...TOOLS,
        ],
        outputs: ['dist/solution'],
        run: () => buildSolution(ROOT),
    },
];

async function build(): Promise<void> {
    const quiet = process.argv.includes('--quiet');
    for (const step of steps) {
        const started = performance.now();
        const ran = await runStep(ROOT, step);
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        if (ran || !quiet) console.log(ran ? `built ${step.name} (${seconds} s)` : `${step.name} is up to date`);
    }
}

build().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
});
