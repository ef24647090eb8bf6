import type { Tree } from './tree';
import type { XmlElement } from './xml';

/** What a solution zip holds while it is packed. */
export interface PackedSolution {
    /** Elements of customizations.xml by the name of their container, such as `Roles`, as text. */
    readonly components: Map<string, string[]>;
    /** Members of the zip besides solution.xml and customizations.xml. */
    readonly members: Map<string, Uint8Array>;
}

/** What a solution zip holds while it is unpacked. */
export interface ZipContents {
    readonly customizations: string;
    /** Containers of customizations.xml by name. */
    readonly containers: ReadonlyMap<string, XmlElement>;
    readonly members: ReadonlyMap<string, Uint8Array>;
}

/**
 * A kind of component: how its files stand in the unpacked tree (SolutionPackager's layout) and in the zip.
 * `pack` and `unpack` are each other's inverse.
 */
export interface ComponentKind {
    /** Containers of customizations.xml that this kind fills and empties. */
    readonly containers: readonly string[];
    /** Adds to `packed` what the tree holds of this kind. Returns the paths it took. */
    pack(tree: Tree, packed: PackedSolution): readonly string[];
    /** Adds to `tree` what the zip holds of this kind. Returns the zip members it took. */
    unpack(zip: ZipContents, tree: Tree): readonly string[];
}

/** Puts elements into a container. An existing but empty kind leaves the container empty. */
export function addComponents(packed: PackedSolution, container: string, elements: readonly string[]): void {
    packed.components.set(container, [...(packed.components.get(container) ?? []), ...elements]);
}

/** Paths of the tree below a folder, sorted. */
export function pathsBelow(tree: Tree, folder: string): string[] {
    return [...tree.keys()].filter((path) => path.startsWith(`${folder}/`)).sort();
}
