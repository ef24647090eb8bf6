/** Removes a solution: what it brought goes, what it changed becomes what it was below it. */
import { DataverseError } from '../errors';
import type { Layer } from '../metadata/layer';
import type { Metadata } from '../metadata/metadata';
import type { RequestContext } from '../pipeline/types';
import { forgetPrincipals } from '../security/principal';
import { physicalColumns } from '../store/columns';
import { quoted } from '../store/schema';

import { removeSolutionRows } from './component-layers';
import type { Reference } from './content';
import type { ImportTarget } from './import-solution';
import { checkMayImport, readSolutionContent } from './import-solution';
import { nextMetadataVersion } from './metadata-version';
import { describeReference, missingReferences } from './references';
import { prepareSolutionTables } from './solution-tables';

/** CannotUninstallWithDependencies, CannotDeleteRestrictedSolution. */
const HAS_DEPENDENCIES = 0x8004f01d;
const RESTRICTED = 0x8004f005;
const NOT_FOUND = 0x80040217;

/**
 * Removes a solution with everything it brought. Removing an unmanaged solution only takes the name away in Dataverse;
 * here its components go too, because no unmanaged layer is left to hold them.
 * @param solutionId id of the `solution` row
 * @throws DataverseError 0x8004f01d when another solution needs what it brought, 0x8004f005 for a base solution
 */
export function uninstallSolution(target: ImportTarget, solutionId: string, context: RequestContext): void {
    checkMayImport(target, context);
    prepareSolutionTables(target.store);
    target.transaction(() => remove(target, solutionId, context));
    forgetPrincipals(target);
}

function remove(target: ImportTarget, solutionId: string, context: RequestContext): void {
    const { store } = target;
    const row = store
        .prepare<{ uniquename: string }>('SELECT uniquename FROM solution WHERE solutionid = ?')
        .get(solutionId);
    if (row === undefined) {
        throw new DataverseError(NOT_FOUND, `solution With Id = ${solutionId} Does Not Exist`);
    }
    const solution = row.uniquename;
    if (readSolutionContent(store, solution) === undefined) {
        throw new DataverseError(RESTRICTED, `Attempting to delete a restricted solution. (${solution})`);
    }
    const before = target.metadata;
    const kept = target
        .layers()
        .filter((layer) => layer.solution !== solution)
        .map((layer) => ({
            name: layer.solution,
            references: readSolutionContent(store, layer.solution)?.references ?? [],
        }));
    checkTablesNotExtended(target, solution);
    const brokenBefore = new Map(kept.map(({ name, references }) => [name, missingNames(target, references)]));
    target.removeLayer(solution);
    removeSolutionRows({ store, metadata: before, userId: context.userId, now: context.now }, solution);
    for (const { name, references } of kept) {
        const broken = missingReferences(references, target.metadata, store).filter(
            (reference) => !brokenBefore.get(name)?.has(describeReference(reference)),
        );
        const [first] = broken;
        if (first !== undefined) {
            throw hasDependencies(name, solution, `${describeReference(first)} (${first.neededBy})`);
        }
    }
    removeData(target, before);
    for (const table of ['ribbondiff', 'solutionfile', 'solutioncontent']) {
        store.prepare(`DELETE FROM ${table} WHERE solution = ?`).run(solution);
    }
    store.execute('DELETE FROM customcontrolresource WHERE name NOT IN (SELECT name FROM customcontrol)');
    if (target.metadata.findTable('solutioncomponent') !== undefined) {
        store.prepare('DELETE FROM solutioncomponent WHERE solutionid = ?').run(solutionId);
    }
    store.prepare('DELETE FROM solution WHERE solutionid = ?').run(solutionId);
    nextMetadataVersion(store);
}

function hasDependencies(dependent: string, solution: string, what: string): DataverseError {
    return new DataverseError(
        HAS_DEPENDENCIES,
        `Solution dependencies exist, cannot uninstall. ${dependent} needs ${what} of ${solution}; ` +
            `remove ${dependent} first.`,
    );
}

/** A table cannot go while another solution adds to it: the metadata would have additions to nothing. */
function checkTablesNotExtended(target: ImportTarget, solution: string): void {
    const brings = (layer: Layer, name: string): boolean =>
        layer.tables.some((table) => table.logicalName === name && table.properties?.primaryIdColumn !== undefined);
    const layers = target.layers();
    const others = layers.filter((layer) => layer.solution !== solution);
    for (const table of layers.find((layer) => layer.solution === solution)?.tables ?? []) {
        const name = table.logicalName;
        if (table.properties?.primaryIdColumn === undefined || others.some((layer) => brings(layer, name))) {
            continue;
        }
        const dependent = others.find((layer) => layer.tables.some(({ logicalName }) => logicalName === name));
        if (dependent !== undefined) {
            throw hasDependencies(dependent.solution, solution, `table ${name}`);
        }
    }
}

function missingNames(target: ImportTarget, references: readonly Reference[]): ReadonlySet<string> {
    return new Set(missingReferences(references, target.metadata, target.store).map(describeReference));
}

/** Rows of tables that are gone and values of columns that are gone: a later import must not find them again. */
function removeData({ store, metadata }: ImportTarget, before: Metadata): void {
    for (const table of before.tables) {
        const left = metadata.findTable(table.logicalName);
        if (left === undefined) {
            store.execute(`DROP TABLE IF EXISTS ${quoted(table.logicalName)}`);
            removePrivileges(store, table.schemaName);
            continue;
        }
        const names = new Set(physicalColumns(left).map(({ name }) => name));
        const gone = physicalColumns(table).filter(
            ({ name, generatedAs }) => !names.has(name) && generatedAs === undefined,
        );
        if (gone.length > 0 && !isView(store, table.logicalName)) {
            store.execute(
                `UPDATE ${quoted(table.logicalName)} SET ${gone.map(({ name }) => `${quoted(name)} = NULL`).join(', ')}`,
            );
        }
    }
}

function removePrivileges(store: ImportTarget['store'], schemaName: string): void {
    const names = ['Create', 'Read', 'Write', 'Delete', 'Append', 'AppendTo', 'Assign', 'Share'];
    const remove = store.prepare('DELETE FROM roleprivileges WHERE privilegename = ? COLLATE NOCASE');
    names.forEach((name) => remove.run(`prv${name}${schemaName}`));
}

function isView(store: ImportTarget['store'], name: string): boolean {
    return store.prepare("SELECT 1 FROM sqlite_master WHERE type = 'view' AND name = ?").get(name) !== undefined;
}
