import { unzipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { child, descendants, parseXml, type XmlElement } from '../packager/xml';

/** What deploying needs to know of a solution zip. */
export interface SolutionFile {
    /** Without its folder. */
    readonly name: string;
    readonly bytes: Uint8Array;
    /** SHA-256 of the bytes, in hexadecimal. */
    readonly fingerprint: string;
    readonly uniqueName: string;
    readonly version: string;
    readonly isManaged: boolean;
    /** What unique names of its publisher begin with, such as `llc`. */
    readonly prefix: string;
    /** Logical names of the tables that it brings or adds to. */
    readonly tables: readonly string[];
    /** Names of the security roles that it brings. */
    readonly roles: readonly string[];
    /** Unique names of the duplicate detection rules that it brings. */
    readonly duplicateRules: readonly string[];
}

/** Root component of the type Entity (Microsoft Learn, "SolutionComponent table reference"). */
const ENTITY = '1';

/**
 * @param path named in errors
 * @param bytes the zip
 * @throws Error that says what is wrong with the file
 */
export function readSolutionFile(path: string, bytes: Uint8Array): SolutionFile {
    const files = unzipped(path, bytes);
    const manifest = child(xmlOf(path, files, 'solution.xml'), 'SolutionManifest');
    const customizations = xmlOf(path, files, 'customizations.xml');
    const text = (name: string, parent = manifest): string => {
        const value = parent && child(parent, name)?.text.trim();
        if (!value) throw new Error(`${path} is no solution file: its solution.xml has no ${name}.`);
        return value;
    };
    const roots = (manifest && child(manifest, 'RootComponents')?.children) ?? [];
    return {
        name: basename(path),
        bytes,
        fingerprint: createHash('sha256').update(bytes).digest('hex'),
        uniqueName: text('UniqueName'),
        version: text('Version'),
        isManaged: text('Managed') === '1',
        prefix: text('CustomizationPrefix', manifest && child(manifest, 'Publisher')),
        tables: roots
            .filter(({ attributes }) => attributes['type'] === ENTITY)
            .map(({ attributes }) => (attributes['schemaName'] ?? '').toLowerCase()),
        roles: [...descendants(customizations)]
            .filter(({ name }) => name === 'Role')
            // Apps name the roles that see them by their ids alone.
            .flatMap(({ attributes }) => attributes['name'] ?? []),
        duplicateRules: [...files.keys()].flatMap(
            (name) => /^duplicaterules\/([^/]+)\/duplicaterule\.xml$/i.exec(name)?.[1] ?? [],
        ),
    };
}

/** Members by name. Only the texts are unpacked. */
function unzipped(path: string, bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
    try {
        const filter = ({ name }: { readonly name: string }): boolean => /\.xml$/i.test(name);
        return new Map(Object.entries(unzipSync(bytes, { filter })));
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Error(`${path} cannot be unpacked (${reason}). Give the zip that the build made, or an export.`, {
            cause: error,
        });
    }
}

function xmlOf(path: string, files: ReadonlyMap<string, Uint8Array>, name: string): XmlElement {
    const content = [...files].find(([member]) => member.toLowerCase() === name)?.[1];
    if (!content) throw new Error(`${path} is no solution file: there is no ${name} at its root.`);
    return parseXml(new TextDecoder().decode(content), `${path}: ${name}`);
}
