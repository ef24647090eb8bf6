import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixedFragment, type Fragment } from './fragment';
import { FormulaProblem, placeOf } from './source-text';

const FOLDER = 'plugins/fragments';
const ROOT = join(__dirname, '../..');
const HEAD = /^\/\/ (\w+)\(([\w", ]*)\)\n/;

/**
 * The fragments that are written by hand: `Name.fx`, whose first line is `// Name("literal", …, parameter, …)`.
 * @throws FormulaProblem for a file whose first line says something else
 */
export function readFragments(root = ROOT): readonly Fragment[] {
    return readdirSync(join(root, FOLDER))
        .filter((name) => name.endsWith('.fx'))
        .sort()
        .map((name) => {
            const source = { file: `${FOLDER}/${name}`, text: readFileSync(join(root, FOLDER, name), 'utf8') };
            const [, called, parameters = ''] = HEAD.exec(source.text) ?? [];
            if (called === undefined || `${called}.fx` !== name) {
                throw new FormulaProblem(
                    placeOf(source, 0),
                    `The first line must be "// ${name.slice(0, -3)}(…)" with the names of the parameters`,
                );
            }
            const names = parameters
                .split(',')
                .map((parameter) => parameter.trim())
                .filter((parameter) => parameter !== '');
            return fixedFragment(
                called,
                names.filter((name) => !name.startsWith('"')),
                source,
                names.filter((name) => name.startsWith('"')).map((name) => name.slice(1, -1)),
            );
        });
}
