import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BuiltPlugin } from '../../plugins';
import { readAutomatedPlugIns } from './automated-plug-ins';
import { readDataPackage, type PackagedTable } from './data-package-rows';
import { readSolutionFile, type SolutionFile } from './solution-file';

/** What is deployed: the files that the build left in `dist`, or others by name. */
export interface PackageFiles {
    readonly solution: SolutionFile;
    /** Undefined when there is no list. */
    readonly plugIns: readonly BuiltPlugin[] | undefined;
    readonly defaults: readonly PackagedTable[] | undefined;
    /** True when the solution is the one that the build made. */
    readonly isBuilt: boolean;
}

export interface PackageChoice {
    /** The repository. */
    readonly root: string;
    readonly version: string;
    readonly isManaged: boolean;
    /** Other files by their paths. Somebody else's solution has no plug-ins and rows but those that are named. */
    readonly solution?: string | undefined;
    readonly plugIns?: string | undefined;
    readonly data?: string | undefined;
}

/** What is left out because it was not named beside somebody's own solution file; undefined when nothing is. */
export function leftOut({ isBuilt, plugIns, defaults }: PackageFiles): string | undefined {
    if (isBuilt) return undefined;
    const options = [
        ...(plugIns ? [] : ['low-code plug-ins (--plugins FILE.json)']),
        ...(defaults ? [] : ['default configuration (--data FILE.zip)']),
    ];
    return options.length === 0 ? undefined : `left alone, because no file was named: ${options.join(', ')}`;
}

/** @throws Error that names the file that is missing or broken */
export function readPackageFiles({ root, version, isManaged, ...given }: PackageChoice): PackageFiles {
    const built = (ending: string): string => join(root, 'dist', `LeadLifecycle_${version}${ending}`);
    const isBuilt = given.solution === undefined;
    const zip = read('--solution', given.solution, built(isManaged ? '_managed.zip' : '.zip'));
    const plugIns = given.plugIns ?? (isBuilt ? built('_plugins.json') : undefined);
    const data = given.data ?? (isBuilt ? built('_data.zip') : undefined);
    return {
        solution: readSolutionFile(zip.path, zip.bytes),
        plugIns: plugIns === undefined ? undefined : readPlugIns(given.plugIns, plugIns),
        defaults: data === undefined ? undefined : readDefaults(given.data, data),
        isBuilt,
    };
}

function readPlugIns(given: string | undefined, path: string): readonly BuiltPlugin[] {
    const file = read('--plugins', given, path);
    return readAutomatedPlugIns(file.path, file.bytes.toString('utf8'));
}

function readDefaults(given: string | undefined, path: string): readonly PackagedTable[] {
    const file = read('--data', given, path);
    return readDataPackage(file.path, file.bytes);
}

function read(
    option: string,
    given: string | undefined,
    built: string,
): { readonly path: string; readonly bytes: Buffer } {
    const path = resolve(given ?? built);
    if (!existsSync(path)) {
        throw new Error(
            given === undefined
                ? `${path} is not there: run \`npm run build\` first, or name a file with ${option}.`
                : `${option} ${path}: there is no such file.`,
        );
    }
    return { path, bytes: readFileSync(path) };
}
