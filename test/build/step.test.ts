import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStep, type BuildStep } from '../../build/step';

describe('a build step', () => {
    let root: string;
    let runs: number;
    let step: BuildStep;

    beforeEach(() => {
        root = mkdtempSync(join(tmpdir(), 'build-step-'));
        mkdirSync(join(root, 'source/inner'), { recursive: true });
        writeFileSync(join(root, 'source/inner/a.ts'), 'one');
        runs = 0;
        step = {
            name: 'copy',
            inputs: ['source', 'not-there'],
            outputs: ['out.js'],
            run: () => {
                runs += 1;
                writeFileSync(join(root, 'out.js'), 'built');
            },
        };
    });

    afterEach(() => rmSync(root, { recursive: true, force: true }));

    it('runs once for the same inputs', async () => {
        expect(await runStep(root, step)).toBe(true);
        expect(await runStep(root, step)).toBe(false);
        expect(runs).toBe(1);
    });

    it.each([
        ['changes', () => writeFileSync(join(root, 'source/inner/a.ts'), 'two')],
        ['comes', () => writeFileSync(join(root, 'source/b.ts'), '')],
        ['goes', () => rmSync(join(root, 'source/inner/a.ts'))],
    ])('runs again when a file %s', async (_how, change) => {
        await runStep(root, step);
        change();
        expect(await runStep(root, step)).toBe(true);
    });

    it('runs again when an output is gone', async () => {
        await runStep(root, step);
        rmSync(join(root, 'out.js'));
        expect(await runStep(root, step)).toBe(true);
    });

    it('is due again after it has failed', async () => {
        const failing: BuildStep = {
            ...step,
            run: () => {
                throw new Error('no');
            },
        };
        await runStep(root, step);
        writeFileSync(join(root, 'source/b.ts'), '');
        await expect(runStep(root, failing)).rejects.toThrow('no');
        expect(await runStep(root, step)).toBe(true);
    });

    it('is refused when it ends without its output', async () => {
        await expect(runStep(root, { ...step, run: () => undefined })).rejects.toThrow(
            'Build step "copy" ended without writing out.js.',
        );
    });
});
