/** `/app/player/…`: the bundled app player. */
import { readFileSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { fileContentType } from './content-types';
import type { FileContent } from './file-answer';

/** Names that the bundler made of the content: `chunk-3F7QZK2A.js`. */
const HASHED_NAME = /-[A-Z0-9]{8}\.[a-z]+$/;

/** @param directory holds the bundles */
export function playerFile(directory: string, path: string): FileContent | undefined {
    const file = normalize(join(directory, path));
    // Nothing outside the folder, however the path is written.
    if (!file.startsWith(`${normalize(directory)}${sep}`) || extname(file) === '') return undefined;
    try {
        return { body: readFileSync(file), contentType: fileContentType(file), immutable: HASHED_NAME.test(file) };
    } catch {
        return undefined;
    }
}
