import { buildSync } from 'esbuild';
import { join } from 'node:path';
import { controlInputs, findControls } from '../../controls/build';

const ROOT = join(__dirname, '../..');

describe('the inputs of a control', () => {
    it.each(findControls().map((control) => [control.folder, control] as const))(
        'name every file that %s is built from, so that a change of any of them builds it again',
        (folder, control) => {
            const { metafile } = buildSync({
                absWorkingDir: ROOT,
                entryPoints: [`controls/${folder}/index.ts`],
                bundle: true,
                packages: 'external',
                metafile: true,
                write: false,
            });
            const inputs = controlInputs(control);
            const missing = Object.keys(metafile.inputs).filter(
                (file) => !inputs.some((input) => file === input || file.startsWith(`${input}/`)),
            );
            expect(missing).toEqual([]);
        },
    );
});
