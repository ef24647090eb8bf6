/** What the host of code components needs to start one, and the files it then loads. */
import { DataverseError, ErrorCode } from '../errors';
import type { Environment } from '../pipeline/types';

import type { ClientControl } from './types';

/** @throws DataverseError 0x80040217 when no solution brought a component of this name */
export function clientControl({ store }: Environment, name: string): ClientControl {
    const row = store
        .prepare<{ name: string; manifest: string | null }>('SELECT name, manifest FROM customcontrol WHERE name = ?')
        .get(name);
    if (row === undefined || row.manifest === null) {
        throw new DataverseError(
            ErrorCode.ObjectDoesNotExist,
            `There is no code component '${name}'; import the solution that has it.`,
        );
    }
    return { name: row.name, manifestXml: row.manifest, baseUrl: `/CustomControls/${row.name}/` };
}

/** A file of a code component; undefined when there is none. @param path relative to the component's folder */
export function controlFile({ store }: Environment, name: string, path: string): Uint8Array | undefined {
    return store
        .prepare<{ content: Uint8Array }>('SELECT content FROM customcontrolresource WHERE name = ? AND path = ?')
        .get(name, path)?.content;
}
