/**
 * Imports a solution file: everything is read and checked first, then written in one transaction. A refusal leaves
 * rows, metadata and SQL tables as they were.
 */
import { DataverseError } from '../errors';
import type { Layer } from '../metadata/layer';
import { mergeLabels } from '../metadata/labels';
import type { LocalEnvironment } from '../environment';
import type { RequestContext } from '../pipeline/types';
import { loadUser, forgetPrincipals } from '../security/principal';

import { completeLayer, missingDependencies } from './complete-layer';
import type { LayerWriter } from './component-layers';
import { solutionsOfRow, unknownColumns, writeSolutionRows, writeSqlRow } from './component-layers';
import type { SolutionManifest } from './components/manifest';
import type { Reference, SolutionContent } from './content';
import { ComponentType } from './content';
import { withExistingMapIds } from './existing-maps';
import { importResultXml } from './import-log';
import { nextMetadataVersion } from './metadata-version';
import { nameBasedId } from './name-based-id';
import type { Solution } from './read-solution';
import { readSolution } from './read-solution';
import { describeReference, missingReferences } from './references';
import { checkRoots } from './roots';
import { prepareSolutionTables } from './solution-tables';

/** What an import changes: the store, the metadata in force, and the layers they come from. */
export type ImportTarget = Pick<
    LocalEnvironment,
    'store' | 'metadata' | 'layers' | 'putLayer' | 'removeLayer' | 'reloadMetadata' | 'transaction'
>;

export interface ImportOptions {
    /** Id of the importjob row that tells how it went. */
    readonly importJobId: string;
}

export interface ImportResult {
    readonly solutionId: string;
    readonly uniqueName: string;
    readonly version: string;
    readonly warnings: readonly string[];
}

const PRIVILEGE_DENIED = 0x80040220;
const RESTRICTED_NAME = 0x8004f022;
const MANAGED_OVER_UNMANAGED = 0x80048040;
const UNMANAGED_OVER_MANAGED = 0x80048041;
const CANNOT_OVERWRITE_ACTIVE = 0x8004f016;
const INVALID_DEPENDENCY = 0x8004f036;
const NO_OPTION_SET = 0x80048039;
const PLATFORM_SOLUTIONS = new Set(['active', 'default', 'basic', 'system']);

/**
 * Imports one solution file.
 * @param zip the file's bytes
 * @returns what came in, with warnings for what is kept and not used
 * @throws DataverseError with the platform's code; the importjob row then holds the reason, and nothing else is changed
 */
export function importSolution(
    target: ImportTarget,
    zip: Uint8Array,
    options: ImportOptions,
    context: RequestContext,
): ImportResult {
    checkMayImport(target, context);
    prepareSolutionTables(target.store);
    const job: Job = { progress: 0, solution: undefined };
    try {
        return target.transaction(() => {
            const solution = readSolution(zip);
            job.solution = solution;
            job.progress = 20;
            const result = apply(target, solution, context, job);
            job.progress = 100;
            writeImportJob(target, options.importJobId, job, undefined, context);
            return result;
        });
    } catch (error) {
        target.transaction(() => writeImportJob(target, options.importJobId, job, error, context));
        throw error;
    } finally {
        forgetPrincipals(target);
    }
}

interface Job {
    progress: number;
    solution: Solution | undefined;
}

/**
 * Only System Administrators and System Customizers change what the environment is made of.
 * @throws DataverseError 0x80040220
 */
export function checkMayImport(target: ImportTarget, context: RequestContext): void {
    const user = loadUser(target, context.userId);
    if (!user.isSystemAdministrator && !user.isSystemCustomizer) {
        throw new DataverseError(
            PRIVILEGE_DENIED,
            `Principal user (Id=${context.userId}) is missing prvImportCustomization privilege. ` +
                'Solutions are imported and removed by a System Administrator or a System Customizer.',
            403,
        );
    }
}

function apply(target: ImportTarget, solution: Solution, context: RequestContext, job: Job): ImportResult {
    const { manifest, content } = solution;
    checkSolutionItself(target, manifest);
    checkRoots(manifest, content, target.metadata, target.store);
    checkDeclaredDependencies(target, manifest, content);
    if (manifest.managed) {
        checkUnmanagedComponents(target, manifest, content);
    }
    job.progress = 40;
    const former = target.layers().find((layer) => layer.solution === manifest.uniqueName);
    const layer = completeLayer(manifest, content, target.metadata, former);
    checkOptionSets(target, layer, content);
    target.putLayer(manifest.managed || former === undefined ? layer : mergeLayers(former, layer));
    orderLayers(target);
    job.progress = 60;
    const writer: LayerWriter = {
        store: target.store,
        metadata: target.metadata,
        userId: context.userId,
        now: context.now,
    };
    const solutionId = writeSolution(writer, manifest);
    for (const row of content.rows) {
        for (const column of unknownColumns(target.metadata, row)) {
            content.warn(`The column ${column} of ${row.table} is not stored in this environment.`);
        }
    }
    writeSolutionRows(writer, {
        solution: manifest.uniqueName,
        solutionId,
        managed: manifest.managed,
        rows: withExistingMapIds(content.rows, target.store),
        privileges: privilegesByRole(content),
    });
    writeRibbonDiffs(writer, manifest, content);
    writeFiles(writer, manifest, content);
    job.progress = 80;
    writeComponents(writer, manifest, content, solutionId);
    checkReferences(target, manifest, content);
    nextMetadataVersion(target.store);
    return {
        solutionId,
        uniqueName: manifest.uniqueName,
        version: manifest.version,
        warnings: content.warnings,
    };
}

function checkSolutionItself({ store }: ImportTarget, manifest: SolutionManifest): void {
    if (PLATFORM_SOLUTIONS.has(manifest.uniqueName.toLowerCase())) {
        throw new DataverseError(
            RESTRICTED_NAME,
            `The solution unique name '${manifest.uniqueName}' is restricted and can only be used by internal solutions.`,
        );
    }
    const installed = store
        .prepare<{ ismanaged: number | null }>('SELECT ismanaged FROM solution WHERE uniquename = ?')
        .get(manifest.uniqueName);
    if (installed === undefined || (installed.ismanaged === 1) === manifest.managed) {
        return;
    }
    const [is, wants] = manifest.managed ? ['an unmanaged', 'managed'] : ['a managed', 'unmanaged'];
    throw new DataverseError(
        manifest.managed ? MANAGED_OVER_UNMANAGED : UNMANAGED_OVER_MANAGED,
        `The solution is already installed on this system as ${is} solution and the package supplied is attempting to ` +
            `install it in ${wants} mode. Import can only update solutions when the modes match. Uninstall the current ` +
            `solution and try again. (${manifest.uniqueName})`,
    );
}

/** Components that the exporting environment had from other solutions: tables are the ones that can be checked. */
function checkDeclaredDependencies(target: ImportTarget, manifest: SolutionManifest, content: SolutionContent): void {
    const own = new Set(content.tables.map(({ logicalName }) => logicalName));
    const missing = manifest.missingDependencies
        .filter(({ type }) => type === ComponentType.Table)
        .filter(({ schemaName }) => {
            const name = schemaName.toLowerCase();
            return !own.has(name) && target.metadata.findTable(name) === undefined;
        })
        .map(({ schemaName, solution }) => `table ${schemaName} of solution ${solution}`);
    if (missing.length > 0) {
        throw missingDependencies(manifest.uniqueName, missing);
    }
}

/** A managed solution cannot take over what only unmanaged solutions brought. */
function checkUnmanagedComponents(target: ImportTarget, manifest: SolutionManifest, content: SolutionContent): void {
    const unmanaged = target.layers().filter((layer) => !layer.managed && layer.solution !== manifest.uniqueName);
    const managed = target.layers().filter((layer) => layer.managed);
    const isNew = (name: string, layers: readonly Layer[]): boolean =>
        layers.some((layer) =>
            layer.tables.some((table) => table.logicalName === name && table.properties?.primaryIdColumn !== undefined),
        );
    const refuse = (kind: string, name: string, id: string): never => {
        throw new DataverseError(
            CANNOT_OVERWRITE_ACTIVE,
            `A managed solution cannot overwrite the ${kind} component ${name} with Id=${id} which has an unmanaged base ` +
                'instance. Remove the unmanaged solution that brought it, then import again.',
        );
    };
    for (const table of content.tables) {
        const brings = table.properties?.primaryIdColumn !== undefined;
        if (brings && isNew(table.logicalName, unmanaged) && !isNew(table.logicalName, managed)) {
            refuse('Entity', table.logicalName, nameBasedId('component:1', table.logicalName));
        }
    }
    const unmanagedNames = new Set(unmanaged.map(({ solution }) => solution));
    for (const row of content.rows) {
        const { hasBase, solutions } = solutionsOfRow(target.store, row.table, row.id);
        if (!hasBase && solutions.length > 0 && solutions.every((name) => unmanagedNames.has(name))) {
            refuse(row.table, String(row.values['name'] ?? row.labels['name']?.[1033] ?? row.id), row.id);
        }
    }
}

function checkOptionSets(target: ImportTarget, layer: Layer, content: SolutionContent): void {
    const own = new Set(layer.optionSets.map(({ name }) => name));
    for (const reference of content.references) {
        if (
            reference.kind === 'optionSet' &&
            !own.has(reference.name) &&
            !target.metadata.optionSets.has(reference.name)
        ) {
            throw new DataverseError(
                NO_OPTION_SET,
                `Attribute '${reference.neededBy}' was not imported as it references a non-existing global Option Set ` +
                    `('${reference.name}'). (${reference.place})`,
            );
        }
    }
}

/** An unmanaged import adds to what the solution brought before. */
function mergeLayers(former: Layer, layer: Layer): Layer {
    const tables = new Map(former.tables.map((table) => [table.logicalName, table]));
    for (const table of layer.tables) {
        const before = tables.get(table.logicalName);
        const columns = new Map(before?.columns.map((column) => [column.logicalName, column]));
        table.columns.forEach((column) => columns.set(column.logicalName, column));
        const keys = new Map(before?.keys?.map((key) => [key.logicalName, key]));
        table.keys?.forEach((key) => keys.set(key.logicalName, key));
        const displayName = mergeLabels(before?.properties?.displayName, table.properties?.displayName);
        tables.set(table.logicalName, {
            logicalName: table.logicalName,
            properties: {
                ...before?.properties,
                ...table.properties,
                ...(Object.keys(displayName).length === 0 ? {} : { displayName }),
            },
            columns: [...columns.values()],
            ...(keys.size === 0 && before?.keys === undefined && table.keys === undefined
                ? {}
                : { keys: [...keys.values()] }),
        });
    }
    const byName = <Named>(
        lower: readonly Named[],
        upper: readonly Named[],
        name: (each: Named) => string,
    ): Named[] => [...new Map([...lower, ...upper].map((each) => [name(each), each])).values()];
    return {
        ...layer,
        tables: [...tables.values()],
        relationships: byName(former.relationships, layer.relationships, ({ schemaName }) => schemaName),
        optionSets: byName(former.optionSets, layer.optionSets, ({ name }) => name),
    };
}

/** Unmanaged solutions lie above managed ones, whenever they came. */
function orderLayers(target: ImportTarget): void {
    const order = target.store
        .prepare<{
            solution: string;
            position: number;
        }>('SELECT solution, position FROM solutionlayer ORDER BY managed DESC, position')
        .all();
    if (order.every(({ position }, index) => index === 0 || position > (order[index - 1]?.position ?? 0))) {
        return;
    }
    const move = target.store.prepare('UPDATE solutionlayer SET position = ? WHERE solution = ?');
    order.forEach(({ solution }, index) => move.run(index + 1, solution));
    target.reloadMetadata();
}

function writeSolution(writer: LayerWriter, manifest: SolutionManifest): string {
    const { publisher } = manifest;
    const publisherId = existingId(writer, 'publisher', 'publisherid', publisher.uniqueName);
    writeSqlRow(writer, writer.metadata.table('publisher'), publisherId, {
        uniquename: publisher.uniqueName,
        friendlyname: publisher.displayName[1033] ?? publisher.uniqueName,
        customizationprefix: publisher.prefix,
        customizationoptionvalueprefix: publisher.optionValuePrefix,
        isreadonly: 0,
    });
    const solutionId = existingId(writer, 'solution', 'solutionid', manifest.uniqueName);
    writeSqlRow(writer, writer.metadata.table('solution'), solutionId, {
        uniquename: manifest.uniqueName,
        friendlyname: manifest.displayName[1033] ?? manifest.uniqueName,
        description: manifest.description[1033] ?? null,
        version: manifest.version,
        ismanaged: manifest.managed ? 1 : 0,
        isvisible: 1,
        publisherid: publisherId,
        solutionpackageversion: manifest.packageVersion,
    });
    writer.store
        .prepare('UPDATE solution SET installedon = ? WHERE solutionid = ? AND installedon IS NULL')
        .run(writer.now.slice(0, 10), solutionId);
    return solutionId;
}

function existingId(
    { store }: LayerWriter,
    table: 'publisher' | 'solution',
    idColumn: string,
    uniqueName: string,
): string {
    const row = store
        .prepare<{ id: string }>(`SELECT ${idColumn} AS id FROM ${table} WHERE uniquename = ?`)
        .get(uniqueName);
    return row?.id ?? nameBasedId(table, uniqueName);
}

function privilegesByRole(content: SolutionContent): ReadonlyMap<string, Readonly<Record<string, number>>> {
    const byRole = new Map<string, Record<string, number>>();
    for (const { roleId, name, depth } of content.privileges) {
        const privileges = byRole.get(roleId) ?? {};
        privileges[name] = depth;
        byRole.set(roleId, privileges);
    }
    return byRole;
}

function writeRibbonDiffs({ store }: LayerWriter, manifest: SolutionManifest, content: SolutionContent): void {
    if (manifest.managed) {
        store.prepare('DELETE FROM ribbondiff WHERE solution = ?').run(manifest.uniqueName);
    }
    const put = store.prepare('INSERT OR REPLACE INTO ribbondiff ("table", solution, xml) VALUES (?, ?, ?)');
    for (const [table, xml] of content.ribbonDiffs) {
        put.run(table, manifest.uniqueName, xml);
    }
}

function writeFiles({ store }: LayerWriter, manifest: SolutionManifest, content: SolutionContent): void {
    if (manifest.managed) {
        store.prepare('DELETE FROM solutionfile WHERE solution = ?').run(manifest.uniqueName);
    }
    const keep = store.prepare('INSERT OR REPLACE INTO solutionfile (solution, path, content) VALUES (?, ?, ?)');
    for (const { path, content: bytes } of content.rawFiles) {
        keep.run(manifest.uniqueName, path, Buffer.from(bytes));
    }
    for (const [control, files] of content.controlFiles) {
        store.prepare('DELETE FROM customcontrolresource WHERE name = ?').run(control);
        const put = store.prepare('INSERT INTO customcontrolresource (name, path, content) VALUES (?, ?, ?)');
        for (const file of files) {
            put.run(control, file.path, Buffer.from(file.content));
        }
    }
    // Components that left the solution take their files along.
    store.execute('DELETE FROM customcontrolresource WHERE name NOT IN (SELECT name FROM customcontrol)');
}

function writeComponents(
    writer: LayerWriter,
    manifest: SolutionManifest,
    content: SolutionContent,
    solutionId: string,
): void {
    const { store, metadata } = writer;
    const former = manifest.managed ? undefined : readSolutionContent(store, manifest.uniqueName);
    const components = new Map(
        [...(former?.components ?? []), ...content.components].map((each) => [`${each.type} ${each.key}`, each]),
    );
    const references = new Map(
        [...(former?.references ?? []), ...content.references].map((each) => [
            JSON.stringify({ ...each, place: undefined }),
            each,
        ]),
    );
    store
        .prepare('INSERT OR REPLACE INTO solutioncontent (solution, components, "references") VALUES (?, ?, ?)')
        .run(manifest.uniqueName, JSON.stringify([...components.values()]), JSON.stringify([...references.values()]));
    const table = metadata.findTable('solutioncomponent');
    if (table === undefined) {
        return;
    }
    const behaviors = new Map(manifest.roots.map((root) => [`${root.type} ${root.key.toLowerCase()}`, root.behavior]));
    const ids = new Set<string>();
    for (const component of components.values()) {
        const id = nameBasedId('solutioncomponent', `${manifest.uniqueName}/${component.type}/${component.key}`);
        ids.add(id);
        writeSqlRow(writer, table, id, {
            componenttype: component.type,
            objectid: component.id,
            solutionid: solutionId,
            ismetadata: component.type < ComponentType.Role ? 1 : 0,
            rootcomponentbehavior: behaviors.get(`${component.type} ${component.key.toLowerCase()}`) ?? null,
        });
    }
    const stored = store
        .prepare<{ id: string }>('SELECT solutioncomponentid AS id FROM solutioncomponent WHERE solutionid = ?')
        .all(solutionId);
    const remove = store.prepare('DELETE FROM solutioncomponent WHERE solutioncomponentid = ?');
    stored.filter(({ id }) => !ids.has(id)).forEach(({ id }) => remove.run(id));
}

/** What a solution brought and needs, as its last import stored it. */
export function readSolutionContent(
    store: ImportTarget['store'],
    solution: string,
): Pick<SolutionContent, 'components' | 'references'> | undefined {
    const row = store
        .prepare<{
            components: string;
            references: string;
        }>('SELECT components, "references" FROM solutioncontent WHERE solution = ?')
        .get(solution);
    return row === undefined
        ? undefined
        : {
              components: JSON.parse(row.components) as SolutionContent['components'],
              references: JSON.parse(row.references) as Reference[],
          };
}

function checkReferences(target: ImportTarget, manifest: SolutionManifest, content: SolutionContent): void {
    const missing = missingReferences(content.references, target.metadata, target.store);
    const [firstRow] = missing.filter(({ kind }) => kind === 'row');
    if (firstRow !== undefined && missing.every(({ kind }) => kind === 'row')) {
        const all = missing.map((each) => `${describeReference(each)}, named by ${each.neededBy} (${each.place})`);
        throw new DataverseError(
            INVALID_DEPENDENCY,
            `The ${describeReference(firstRow)} component does not exist. Failure trying to associate it with ` +
                `${firstRow.neededBy} as a dependency. Missing: ${[...new Set(all)].join('; ')}.`,
        );
    }
    if (missing.length > 0) {
        throw missingDependencies(
            manifest.uniqueName,
            missing.map((each) => `${describeReference(each)}, needed by ${each.neededBy} (${each.place})`),
        );
    }
    const others = target.layers().filter(({ solution }) => solution !== manifest.uniqueName);
    for (const { solution } of others) {
        const broken = missingReferences(
            readSolutionContent(target.store, solution)?.references ?? [],
            target.metadata,
            target.store,
        );
        if (broken.length > 0) {
            throw missingDependencies(
                manifest.uniqueName,
                broken.map(
                    (each) => `${describeReference(each)}, which the solution ${solution} needs and this version lacks`,
                ),
            );
        }
    }
}

function writeImportJob(
    target: ImportTarget,
    importJobId: string,
    job: Job,
    error: unknown,
    context: RequestContext,
): void {
    const manifest = job.solution?.manifest;
    const table = target.metadata.table('importjob');
    writeSqlRow(
        { store: target.store, metadata: target.metadata, userId: context.userId, now: context.now },
        table,
        importJobId,
        {
            name: 'Customizations',
            solutionname: manifest?.uniqueName ?? null,
            solutionid: manifest === undefined ? null : nameBasedId('solution', manifest.uniqueName),
            progress: job.progress,
            startedon: context.now,
            completedon: context.now,
            data: importResultXml({
                manifest,
                content: job.solution?.content,
                error,
                startedOn: context.now,
                completedOn: context.now,
                progress: job.progress,
            }),
        },
    );
}
