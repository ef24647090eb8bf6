import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The files of an unpacked solution: path with `/`, relative to the tree's root, to content. */
export type Tree = Map<string, Uint8Array>;

/**
 * Reads every file below a folder.
 * @param directory the tree's root
 * @throws the file system's error when the folder does not exist
 */
export function readTree(directory: string): Tree {
    const tree: Tree = new Map();
    const paths = readdirSync(directory, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
    for (const path of paths.sort()) {
        tree.set(path.slice(directory.length).replace(/\\/g, '/').replace(/^\/+/, ''), readFileSync(path));
    }
    return tree;
}

/** Replaces a folder by the files of a tree. */
export function writeTree(tree: Tree, directory: string): void {
    rmSync(directory, { recursive: true, force: true });
    for (const [path, content] of tree) {
        const file = join(directory, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
    }
}

/** Text of a file of the tree, without a byte order mark. */
export function textOf(tree: Tree, path: string): string {
    const content = tree.get(path);
    if (!content) throw new PackagingError(path, 'the file is missing');
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
}

export function encode(text: string): Uint8Array {
    return new TextEncoder().encode(text);
}

/** Something in the tree or the zip that cannot be packed or unpacked; names the file. */
export class PackagingError extends Error {
    constructor(
        readonly file: string,
        readonly reason: string,
        readonly line?: number,
    ) {
        super(`${file}${line === undefined ? '' : `:${line}`}: ${reason}`);
        this.name = 'PackagingError';
    }
}
