/** Where the base's files are: beside the running file, in the source tree as well as in a build. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Present in every copy of the base. */
const LANDMARK = join('tables', 'lead.json');

let found: string | undefined;

/**
 * The folder with `tables`, `rows`, `views`, `forms` and `ribbon`.
 * In the source tree that is this file's own; a bundle has a copy of it, `base`, beside it.
 * @throws Error that lists the places looked at
 */
export function baseDirectory(): string {
    if (found === undefined) {
        const places = [__dirname, join(__dirname, 'base'), join(__dirname, '..', 'base')];
        found = places.find((place) => existsSync(join(place, LANDMARK)));
        if (found === undefined) {
            throw new Error(`The base tables are missing (looked in ${places.join(', ')}); run the build again.`);
        }
    }
    return found;
}

/** Reads a file of the base. @param path relative to the base directory */
export function readBaseFile(path: string): string {
    return readFileSync(join(baseDirectory(), path), 'utf8');
}

/** Names of the files in a folder of the base, sorted, so that everything built from them is the same each time. */
export function baseFiles(folder: string, extension: string): readonly string[] {
    return readdirSync(join(baseDirectory(), folder))
        .filter((name) => name.endsWith(extension))
        .sort();
}

/** Changes when a file of the base comes, goes or changes its size: a cheap sign that there may be new base rows. */
export function baseFingerprint(): string {
    const root = baseDirectory();
    return readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.(json|xml)$/.test(path))
        .sort()
        .map((path) => `${path}:${statSync(join(root, path)).size}`)
        .join('|');
}
