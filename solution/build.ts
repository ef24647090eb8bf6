import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPlugins, checkPlugins, expandPlugins } from '../plugins';
import { checkSolution } from './check';
import { dataPackage } from './data/data-package';
import { rulesModelOfSource, tableModels } from './data-model/table-models';
import { withFunctions } from './functions/with-functions';
import { pack } from './packager/pack';
import { readTree, writeTree, type Tree } from './packager/tree';

/**
 * Writes to dist/: the whole unpacked tree (`solution/`, for `pac solution pack`), both zips, the data package with the
 * default configuration, and the automated plug-ins, which no zip can hold.
 * @param root the repository
 * @throws an error that lists every finding of the checkers
 */
export function buildSolution(root: string): void {
    const dist = join(root, 'dist');
    const version = packageVersion(root);
    const source = solutionTree(root);
    const tables = tableModels(source);
    const model = rulesModelOfSource(tables);
    refuse(
        'The plug-ins have',
        checkPlugins(expandPlugins(model), tables).map((problem) => problem.message),
    );
    const tree = withFunctions(source, model);
    refuse('The solution has', checkSolution(tree).map(String));
    for (const old of readdirSync(dist).filter((name) => /^LeadLifecycle_.*(\.zip|_plugins\.json)$/.test(name)))
        rmSync(join(dist, old));
    writeTree(tree, join(dist, 'solution'));
    writeFileSync(join(dist, `LeadLifecycle_${version}.zip`), pack(tree, { version, managed: false }));
    writeFileSync(join(dist, `LeadLifecycle_${version}_managed.zip`), pack(tree, { version, managed: true }));
    writeFileSync(join(dist, `LeadLifecycle_${version}_data.zip`), dataPackage(tree));
    writeFileSync(
        join(dist, `LeadLifecycle_${version}_plugins.json`),
        `${JSON.stringify(buildPlugins(model), null, 4)}\n`,
    );
}

/** @throws Error that lists the findings, if there are any */
function refuse(what: string, findings: readonly string[]): void {
    if (findings.length === 0) return;
    throw new Error(`${what} ${findings.length} error(s):\n${findings.map((finding) => `  ${finding}`).join('\n')}`);
}

/** The version in package.json, which is the solution's. */
export function packageVersion(root: string): string {
    const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
    throw new Error('package.json has no version.');
}

/** solution/src with the built web resources and controls laid over it. */
export function solutionTree(root: string): Tree {
    return new Map([
        ...[...readTree(join(root, 'solution/src'))].filter(([path]) => !path.endsWith('.md')),
        ...below('WebResources', readTree(join(root, 'dist/webresources'))),
        ...below('Controls', readTree(join(root, 'dist/controls'))),
    ]);
}

function below(folder: string, tree: Tree): Tree {
    return new Map([...tree].map(([path, content]) => [`${folder}/${path}`, content]));
}
