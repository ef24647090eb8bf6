import type { ComponentKind } from '../kind';

/**
 * Components that customizations.xml does not know: they are files in the zip just as in the tree
 * (custom APIs, Power Fx expressions, environment variables, duplicate rules, modern commands).
 */
const FOLDERS = [
    'appactions',
    'customapis',
    'duplicaterules',
    'environmentvariabledefinitions',
    'fxexpressions',
    'connectionreferences',
];

export const folderComponents: ComponentKind = {
    containers: [],
    pack(tree, packed) {
        const paths = [...tree.keys()].filter(isFolderComponent);
        for (const path of paths) packed.members.set(path, tree.get(path) ?? new Uint8Array());
        return paths;
    },
    unpack(zip, tree) {
        const members = [...zip.members.keys()].filter(isFolderComponent);
        for (const member of members) tree.set(member, zip.members.get(member) ?? new Uint8Array());
        return members;
    },
};

function isFolderComponent(path: string): boolean {
    return FOLDERS.some((folder) => path.startsWith(`${folder}/`));
}
