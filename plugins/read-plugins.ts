import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseContract, type Contract } from './contract';
import { FormulaProblem, type SourceText } from './formula/source-text';

/** A plug-in as it stands in its folder. */
export interface PluginSource<Kind extends Contract = Contract> {
    readonly contract: Kind;
    readonly formula: SourceText;
}

const ROOT = join(__dirname, '..');

/**
 * The plug-ins, one folder each, in the order of their names.
 * @throws FormulaProblem for a contract that cannot be read
 */
export function readPlugins(root = ROOT): readonly PluginSource[] {
    return ['plugins/automated', 'plugins/functions'].flatMap((folder) =>
        readdirSync(join(root, folder))
            .sort()
            .map((name) => {
                const path = `${folder}/${name}`;
                const file = `${path}/formula.fx`;
                const text = readFileSync(join(root, file), 'utf8');
                return { contract: readContract(root, `${path}/contract.json`), formula: { file, text } };
            }),
    );
}

function readContract(root: string, file: string): Contract {
    try {
        return parseContract(readFileSync(join(root, file), 'utf8'));
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new FormulaProblem({ file, line: 1, column: 1 }, reason);
    }
}
