import { buildSync } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measurement } from '../measure';

/** Runs `powerfx-rule.ts` bundled and in a process of its own, as the local Dataverse runs the language. */
export function measurePowerFx(): readonly Measurement[] {
    const directory = mkdtempSync(join(tmpdir(), 'powerfx-'));
    try {
        const outfile = join(directory, 'rule.js');
        buildSync({ entryPoints: [join(__dirname, 'powerfx-rule.ts')], bundle: true, platform: 'node', outfile });
        return [JSON.parse(execFileSync(process.execPath, [outfile], { encoding: 'utf8' })) as Measurement];
    } finally {
        rmSync(directory, { recursive: true });
    }
}
