import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A part of the build: what it reads, what it writes, and how. */
export interface BuildStep {
    readonly name: string;
    /** Files and folders it reads, relative to the repository. */
    readonly inputs: readonly string[];
    /** Files and folders it writes; the step is due when one is missing. */
    readonly outputs: readonly string[];
    readonly run: () => Promise<void> | void;
}

const STAMPS = 'dist/.stamps';

/**
 * Runs a step unless its outputs exist and its inputs are those of the last successful run.
 * @returns whether it ran
 * @throws whatever the step throws; the step is then due again
 */
export async function runStep(root: string, step: BuildStep): Promise<boolean> {
    const stampFile = join(root, STAMPS, step.name);
    const stamp = fingerprint(root, step.inputs);
    const upToDate =
        existsSync(stampFile) &&
        readFileSync(stampFile, 'utf8') === stamp &&
        step.outputs.every((output) => existsSync(join(root, output)));
    if (upToDate) return false;
    rmSync(stampFile, { force: true });
    await step.run();
    const missing = step.outputs.find((output) => !existsSync(join(root, output)));
    if (missing) throw new Error(`Build step "${step.name}" ended without writing ${missing}.`);
    mkdirSync(dirname(stampFile), { recursive: true });
    writeFileSync(stampFile, stamp);
    return true;
}

/** Changes when a file below the inputs comes, goes or changes its content. */
export function fingerprint(root: string, inputs: readonly string[]): string {
    const hash = createHash('sha256');
    for (const input of inputs) {
        for (const file of filesBelow(join(root, input))) {
            hash.update(`${file.slice(root.length)}\0`).update(readFileSync(file));
        }
    }
    return hash.digest('hex');
}

function filesBelow(path: string): string[] {
    if (!existsSync(path)) return [];
    if (statSync(path).isFile()) return [path];
    return readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.name !== 'generated' && entry.name !== 'node_modules')
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .flatMap((entry) => filesBelow(join(path, entry.name)));
}
