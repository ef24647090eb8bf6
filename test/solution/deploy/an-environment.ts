import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalDataverse, type LocalDataverseOptions } from '../../../local/dataverse/local-dataverse';
import { createServer } from '../../../local/dataverse/server/server';
import type { Output } from '../../../solution/deploy/output';
import { readSolutionFile, type SolutionFile } from '../../../solution/deploy/solution-file';
import { WebApiClient } from '../../../solution/deploy/web-api-client';
import { pack } from '../../../solution/packager/pack';
import { encode, textOf, type Tree } from '../../../solution/packager/tree';
import { ownTree } from '../a-tree';

/** A real local Dataverse behind HTTP, empty, and a client that writes down what it changes. */
export interface TestEnvironment {
    readonly client: WebApiClient;
    /** Requests that may change something, such as `POST ImportSolutionAsync`, since the last `forget`. */
    readonly writes: readonly string[];
    forget(): void;
    close(): Promise<void>;
}

export const SELLER = '11111111-1111-4111-8111-111111111102';

export async function anEnvironment(options: LocalDataverseOptions = {}): Promise<TestEnvironment> {
    const playerDirectory = mkdtempSync(join(tmpdir(), 'player-'));
    const dataverse = createLocalDataverse(options);
    const server = createServer({ host: dataverse, playerDirectory });
    const url = await server.listen({ host: '127.0.0.1', port: 0 });
    const writes: string[] = [];
    const client = new WebApiClient(url, {
        transport: (address, request) => {
            const { method = 'GET' } = request;
            if (method !== 'GET') writes.push(`${method} ${address.slice(`${url}/api/data/v9.2/`.length)}`);
            return fetch(address, request);
        },
    });
    return {
        client,
        writes,
        forget: () => writes.splice(0),
        close: async () => {
            await server.close();
            dataverse.close();
            rmSync(playerDirectory, { recursive: true });
        },
    };
}

/** An output that keeps its lines; notes among them. */
export function aRecord(): Output & { readonly lines: readonly string[] } {
    const lines: string[] = [];
    const add = (text: string): void => void lines.push(text);
    return { lines, line: add, note: add, progress: (label, percent) => add(`${label} ${percent} %`) };
}

/** The repository's own tree, its code components stood in for by such as an environment takes. */
export function deployableTree(): Tree {
    const tree = new Map(ownTree());
    for (const path of tree.keys()) {
        const [, folder, name] = /^(Controls\/[^/]*?([^/.]+))\/ControlManifest\.xml$/.exec(path) ?? [];
        if (folder === undefined || name === undefined) continue;
        tree.set(
            path,
            encode(
                `<manifest><control namespace="LeadLifecycle" constructor="${name}" version="0.0.1" ` +
                    'display-name-key="Name" control-type="virtual"><resources><code path="bundle.js" order="1" />' +
                    '</resources></control></manifest>',
            ),
        );
        tree.set(`${folder}/bundle.js`, encode('var nothing;'));
    }
    return tree;
}

export function aSolutionFile(tree: Tree, version: string, managed = true): SolutionFile {
    return readSolutionFile(`Sample_${version}.zip`, pack(tree, { version, managed }));
}

/** The tree with one file's text changed. */
export function withChange(tree: Tree, path: string, change: (text: string) => string): Tree {
    const before = textOf(tree, path);
    const after = change(before);
    if (after === before) throw new Error(`${path} has nothing to change.`);
    return new Map([...tree, [path, encode(after)]]);
}
