import { child, type XmlElement } from '../../packager/xml';
import { Finding } from '../finding';
import { filesIn, findFile, type SolutionFiles } from '../solution-files';

const MANIFEST = 'Other/Solution.xml';

/** Type codes of solution components (Microsoft Learn, "SolutionComponent table reference"). */
const TYPES = [
    { type: 9, folder: 'OptionSets', key: (root: XmlElement) => root.attributes['Name'] },
    { type: 20, folder: 'Roles', key: (root: XmlElement) => root.attributes['id'] },
    { type: 29, folder: 'Workflows', key: (root: XmlElement) => root.attributes['WorkflowId'] },
    { type: 60, folder: 'Dashboards', key: (root: XmlElement) => child(root, 'FormId')?.text },
    { type: 61, folder: 'WebResources', key: (root: XmlElement) => child(root, 'Name')?.text },
    { type: 62, folder: 'AppModuleSiteMaps', key: (root: XmlElement) => child(root, 'SiteMapUniqueName')?.text },
    { type: 66, folder: 'Controls', key: (root: XmlElement) => child(root, 'Name')?.text },
    { type: 80, folder: 'AppModules', key: (root: XmlElement) => child(root, 'UniqueName')?.text },
    { type: 380, folder: 'environmentvariabledefinitions', key: (root: XmlElement) => root.attributes['schemaname'] },
] as const;

const CASE_SENSITIVE: ReadonlySet<number> = new Set([61]);

/**
 * Every component is named once among the root components, and every root component is in the solution. Kinds with
 * type codes above 10000 must not be named: their codes differ from environment to environment.
 */
export function rootComponents(files: SolutionFiles): Finding[] {
    const manifest = findFile(files, MANIFEST);
    const list = manifest && child(child(manifest.root, 'SolutionManifest') ?? manifest.root, 'RootComponents');
    if (!list) return [new Finding(MANIFEST, undefined, 'there is no <RootComponents>')];

    const findings: Finding[] = [];
    const roots = new Map<string, XmlElement>();
    for (const root of list.children) {
        const type = Number(root.attributes['type']);
        const name = root.attributes['schemaName'] ?? root.attributes['id'] ?? '';
        const key = keyOf(type, name);
        if (roots.has(key)) findings.push(new Finding(MANIFEST, root.line, `${name} (type ${type}) is rooted twice`));
        if (type > 10000) {
            const message = `type ${type} of ${name} differs between environments and cannot be rooted`;
            findings.push(new Finding(MANIFEST, root.line, message));
        }
        roots.set(key, root);
    }

    const present = new Set<string>();
    for (const { key, name, path } of components(files)) {
        present.add(key);
        if (!roots.has(key)) findings.push(new Finding(path, undefined, `${name} is not among the root components`));
    }
    for (const [key, root] of roots) {
        if (present.has(key)) continue;
        const name = root.attributes['schemaName'] ?? root.attributes['id'];
        findings.push(new Finding(MANIFEST, root.line, `${name} is a root component but not in the solution`));
    }
    return findings;
}

function* components(files: SolutionFiles): Generator<{ key: string; name: string; path: string }> {
    for (const { path, root } of filesIn(files, 'Entities')) {
        if (!path.endsWith('/Entity.xml')) continue;
        const name = child(root, 'Name')?.text ?? '';
        yield { key: keyOf(1, name), name, path };
    }
    for (const { type, folder, key } of TYPES) {
        for (const { path, root } of filesIn(files, folder)) {
            const name = key(root) ?? '';
            yield { key: keyOf(type, name), name, path };
        }
    }
}

function keyOf(type: number, name: string): string {
    return `${type}|${CASE_SENSITIVE.has(type) ? name : name.toLowerCase()}`;
}
