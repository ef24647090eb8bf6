import { strToU8, zipSync, type Zippable } from 'fflate';
import { contentTypes } from './content-types';
import type { PackedSolution } from './kind';
import { componentKinds } from './kinds';
import { encode, PackagingError, textOf, type Tree } from './tree';
import { child, parseXml, type XmlElement } from './xml';

export interface PackOptions {
    /** One to four whole numbers with dots, such as `1.2.0`; stamped into solution.xml. */
    readonly version: string;
    readonly managed: boolean;
}

/** Every member carries this time, so that the same tree gives the same bytes. Zip knows no earlier one. */
const MEMBER_TIME = new Date(1980, 0, 1);

/**
 * Packs an unpacked solution into the bytes of a solution.zip.
 * @throws PackagingError that names the file, for anything missing, misplaced or malformed
 */
export function pack(tree: Tree, options: PackOptions): Uint8Array {
    if (!/^\d+(\.\d+){0,3}$/.test(options.version)) {
        throw new PackagingError('package.json', `"${options.version}" is no version of one to four numbers`);
    }
    const packed: PackedSolution = { components: new Map(), members: new Map() };
    const taken = new Set<string>(['Other/Solution.xml', 'Other/Customizations.xml']);
    for (const kind of componentKinds) for (const path of kind.pack(tree, packed)) taken.add(path);
    const stray = [...tree.keys()].find((path) => !taken.has(path));
    if (stray) throw new PackagingError(stray, 'no kind of component keeps its files there');

    const files = new Map<string, Uint8Array>([
        ['solution.xml', encode(stampedManifest(tree, options))],
        ['customizations.xml', encode(customizations(tree, packed.components))],
        ...[...packed.members].sort(([a], [b]) => (a < b ? -1 : 1)),
    ]);
    const zippable: Zippable = { '[Content_Types].xml': strToU8(contentTypes(files.keys())) };
    for (const [name, content] of files) zippable[name] = content;
    return zipSync(zippable, { level: 9, mtime: MEMBER_TIME });
}

function stampedManifest(tree: Tree, { version, managed }: PackOptions): string {
    const path = 'Other/Solution.xml';
    const xml = textOf(tree, path);
    const manifest = child(parseXml(xml, path), 'SolutionManifest');
    if (!manifest) throw new PackagingError(path, 'there is no <SolutionManifest>');
    return [
        { element: element(manifest, 'Version', path), text: version },
        { element: element(manifest, 'Managed', path), text: managed ? '1' : '0' },
    ]
        .sort((a, b) => b.element.start - a.element.start)
        .reduce(
            (text, { element: { contentStart, contentEnd }, text: value }) =>
                text.slice(0, contentStart) + value + text.slice(contentEnd),
            xml,
        );
}

function element(parent: XmlElement, name: string, file: string): XmlElement {
    const found = child(parent, name);
    if (!found) throw new PackagingError(file, `<${parent.name}> has no <${name}>`, parent.line);
    return found;
}

/** Fills the containers of Other/Customizations.xml, which fixes their order. */
function customizations(tree: Tree, components: ReadonlyMap<string, readonly string[]>): string {
    const path = 'Other/Customizations.xml';
    const xml = textOf(tree, path);
    const root = parseXml(xml, path);
    const missing = [...components.keys()].find((container) => !child(root, container));
    if (missing)
        throw new PackagingError(path, `there is no <${missing} /> for the components of that kind`, root.line);
    let text = '';
    let from = 0;
    for (const container of root.children) {
        const elements = components.get(container.name);
        if (!elements || elements.length === 0) continue;
        text += `${xml.slice(from, container.start)}<${container.name}>\n${elements.join('\n')}\n</${container.name}>`;
        from = container.end;
    }
    return text + xml.slice(from);
}
