import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { medianMilliseconds, seconds, type Measurement } from '../measure';

/** `npm run build` from nothing, and again with nothing changed. */
export async function measureBuild(root: string): Promise<readonly Measurement[]> {
    const build = (): void => {
        execFileSync(process.execPath, ['--import', 'tsx', 'build/index.ts', '--quiet'], { cwd: root });
    };
    const cold = await medianMilliseconds(1, () => {
        rmSync(join(root, 'dist'), { recursive: true, force: true });
        build();
    });
    const warm = await medianMilliseconds(3, build);
    return [
        { what: 'Build, cold', value: seconds(cold), against: 'aim: under 60 s' },
        {
            what: 'Build, nothing changed',
            value: seconds(warm),
            against: `aim: under 5 s; ${(cold / warm).toFixed(0)} times faster than cold`,
        },
    ];
}
