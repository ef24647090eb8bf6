/**
 * Members of kinds that the local Dataverse keeps and does not understand: duplicate detection rules and whatever a
 * newer Dataverse writes. They are stored as they came and named in the import log.
 */
import type { SolutionContent } from '../content';
import type { SolutionFiles } from '../read-zip';

const READ_ELSEWHERE = [
    'solution.xml',
    'customizations.xml',
    '[Content_Types].xml',
    'WebResources/',
    'Controls/',
    'Workflows/',
    'environmentvariabledefinitions/',
    'customapis/',
    'fxexpressions/',
] as const;

/** Keeps every member that no other kind reads. */
export function keepOtherFiles(files: SolutionFiles, content: SolutionContent): void {
    const kept = new Map<string, number>();
    for (const name of files.names) {
        if (READ_ELSEWHERE.some((known) => (known.endsWith('/') ? name.startsWith(known) : name === known))) {
            continue;
        }
        content.rawFiles.push({ path: name, content: files.read(name) ?? new Uint8Array() });
        const folder = name.includes('/') ? name.slice(0, name.indexOf('/')) : name;
        kept.set(folder, (kept.get(folder) ?? 0) + 1);
    }
    for (const [folder, count] of kept) {
        content.warn(`${count} file(s) of '${folder}' are stored, but the local Dataverse does not use them.`);
    }
}
