import { unzipSync } from 'fflate';
import { componentKinds } from './kinds';
import { encode, PackagingError, type Tree } from './tree';
import { parseXml, type XmlElement } from './xml';

const ROOT_FILES = ['solution.xml', 'customizations.xml', '[Content_Types].xml'];

/**
 * Unpacks the bytes of a solution.zip into SolutionPackager's layout: the inverse of `pack`.
 * @throws PackagingError that names the member, for anything missing, malformed or of an unknown kind
 */
export function unpack(zip: Uint8Array): Tree {
    const members = new Map(Object.entries(unzipSync(zip)));
    const solution = rootFile(members, 'solution.xml');
    const customizations = rootFile(members, 'customizations.xml');
    const root = parseXml(customizations, 'customizations.xml');
    const contents = {
        customizations,
        containers: new Map(root.children.map((element) => [element.name, element])),
        members,
    };
    const tree: Tree = new Map();
    const taken = new Set(ROOT_FILES);
    for (const kind of componentKinds) for (const member of kind.unpack(contents, tree)) taken.add(member);
    const stray = [...members.keys()].find((member) => !taken.has(member) && !member.endsWith('/'));
    if (stray) throw new PackagingError(stray, 'no kind of component keeps its files there');
    tree.set('Other/Solution.xml', encode(solution));
    tree.set('Other/Customizations.xml', encode(emptied(customizations, root)));
    return tree;
}

function rootFile(members: ReadonlyMap<string, Uint8Array>, name: string): string {
    const content = members.get(name);
    if (!content) throw new PackagingError(name, 'the zip has no such file at its root');
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
}

/** customizations.xml with the containers that went into files emptied. */
function emptied(xml: string, root: XmlElement): string {
    const containers = new Set(componentKinds.flatMap((kind) => kind.containers));
    let text = '';
    let from = 0;
    for (const container of root.children) {
        if (!containers.has(container.name) || container.children.length === 0) continue;
        text += `${xml.slice(from, container.start)}<${container.name} />`;
        from = container.end;
    }
    return text + xml.slice(from);
}
