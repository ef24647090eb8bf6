import { textOf, type Tree } from '../packager/tree';
import { descendants, parseXml, type XmlElement } from '../packager/xml';

/** An XML file of the tree, parsed. */
export interface XmlFile {
    readonly path: string;
    readonly xml: string;
    readonly root: XmlElement;
}

/** What the rules look at. */
export interface SolutionFiles {
    readonly tree: Tree;
    readonly xmlFiles: readonly XmlFile[];
}

/** Files whose content is a body, not a description: they are not the checker's business. */
function isBody(path: string): boolean {
    return path.startsWith('Controls/') ? !path.endsWith('.data.xml') : path.endsWith('.resx');
}

/** @throws PackagingError for malformed XML */
export function solutionFiles(tree: Tree): SolutionFiles {
    const xmlFiles = [...tree.keys()]
        .filter((path) => path.endsWith('.xml') && !isBody(path))
        .sort()
        .map((path) => {
            const xml = textOf(tree, path);
            return { path, xml, root: parseXml(xml, path) };
        });
    return { tree, xmlFiles };
}

/** Files in a folder. */
export function filesIn(files: SolutionFiles, folder: string): readonly XmlFile[] {
    return files.xmlFiles.filter((file) => file.path.startsWith(`${folder}/`));
}

export function findFile(files: SolutionFiles, path: string): XmlFile | undefined {
    return files.xmlFiles.find((file) => file.path === path);
}

/** Every element with this name, with its file. */
export function* elementsNamed(
    files: Iterable<XmlFile>,
    ...names: readonly string[]
): Generator<{ readonly file: XmlFile; readonly element: XmlElement }> {
    for (const file of files) {
        for (const element of descendants(file.root)) if (names.includes(element.name)) yield { file, element };
    }
}

/** Names of the web resources that the solution ships. */
export function webResourceNames(files: SolutionFiles): ReadonlySet<string> {
    return new Set([...elementsNamed(filesIn(files, 'WebResources'), 'Name')].map(({ element }) => element.text));
}

/** The table that a file below Entities/ belongs to, as a logical name. */
export function tableOf(path: string): string {
    return (path.split('/')[1] ?? '').toLowerCase();
}
