import { addComponents, pathsBelow, type ComponentKind, type PackedSolution } from '../kind';
import { encode, PackagingError, textOf, type Tree } from '../tree';
import { child, parseXml, source, type XmlElement } from '../xml';
import { XML_DECLARATION } from '../xml-declaration';

const METADATA = '.data.xml';

interface Layout {
    readonly container: string;
    readonly element: string;
    readonly folder: string;
    /** Element whose text is the body's place in the zip. */
    readonly fileNameElements: readonly string[];
    /** Path below the folder of the body, in the tree. */
    readonly bodyPathOf: (element: XmlElement, member: string) => string;
}

/** Web resources: the body beside `<body>.data.xml`; in the zip the body's name carries the id and no extension. */
export const webResources = fileWithMetadata({
    container: 'WebResources',
    element: 'WebResource',
    folder: 'WebResources',
    fileNameElements: ['FileName'],
    bodyPathOf: (element) => child(element, 'Name')?.text ?? '',
});

/** Processes: `.xaml` (or `.json` for cloud flows) beside its `.data.xml`. */
export const workflows = fileWithMetadata({
    container: 'Workflows',
    element: 'Workflow',
    folder: 'Workflows',
    fileNameElements: ['XamlFileName', 'JsonFileName'],
    bodyPathOf: (_element, member) => member.slice('Workflows/'.length),
});

/** Plug-in assemblies: `<name>-<GUID>/<name>.dll` beside its `.data.xml`. */
export const pluginAssemblies = fileWithMetadata({
    container: 'SolutionPluginAssemblies',
    element: 'PluginAssembly',
    folder: 'PluginAssemblies',
    fileNameElements: ['FileName'],
    bodyPathOf: (_element, member) => member.slice('PluginAssemblies/'.length),
});

/**
 * A component that is a file with its description in `<file>.data.xml`. The description names the file's place in
 * the zip.
 */
function fileWithMetadata(layout: Layout): ComponentKind {
    return {
        containers: [layout.container],
        pack: (tree, packed) => packFiles(layout, tree, packed),
        unpack(zip, tree) {
            const taken: string[] = [];
            for (const element of zip.containers.get(layout.container)?.children ?? []) {
                const member = memberOf(element, layout);
                const body = zip.members.get(member);
                if (!body) throw new PackagingError(member, `the zip lacks the body of a <${layout.element}>`);
                const path = `${layout.folder}/${layout.bodyPathOf(element, member)}`;
                tree.set(path, body);
                tree.set(`${path}${METADATA}`, encode(`${XML_DECLARATION}${source(zip.customizations, element)}\n`));
                taken.push(member);
            }
            return taken;
        },
    };
}

function packFiles(layout: Layout, tree: Tree, packed: PackedSolution): readonly string[] {
    const paths = pathsBelow(tree, layout.folder);
    const elements: string[] = [];
    for (const path of paths.filter((candidate) => candidate.endsWith(METADATA))) {
        const xml = textOf(tree, path);
        const root = parseXml(xml, path);
        if (root.name !== layout.element) {
            throw new PackagingError(path, `expected <${layout.element}>, found <${root.name}>`, root.line);
        }
        const bodyPath = path.slice(0, -METADATA.length);
        const body = tree.get(bodyPath);
        if (!body) throw new PackagingError(bodyPath, `the file that ${path} describes is missing`);
        packed.members.set(memberOf(root, layout, path), body);
        elements.push(source(xml, root));
    }
    const undescribed = paths.find((path) => !path.endsWith(METADATA) && !tree.has(`${path}${METADATA}`));
    if (undescribed) throw new PackagingError(undescribed, `there is no ${undescribed}${METADATA} beside it`);
    if (elements.length > 0) addComponents(packed, layout.container, elements);
    return paths;
}

function memberOf(element: XmlElement, layout: Layout, file = 'customizations.xml'): string {
    for (const name of layout.fileNameElements) {
        const text = child(element, name)?.text;
        if (text) return text.replace(/^\//, '');
    }
    throw new PackagingError(file, `<${element.name}> has no ${layout.fileNameElements.join(' or ')}`, element.line);
}
