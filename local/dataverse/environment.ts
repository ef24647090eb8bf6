import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { baseFingerprint } from './base/base-directory';
import { grantBasePrivileges } from './base/base-privileges';
import { insertBaseRows, insertMessageRows } from './base/base-rows';
import { baseMetadata } from './base/base-tables';
import { buildMetadata } from './metadata/build-metadata';
import { UNMANAGED_LAYER, type Layer } from './metadata/layer';
import type { Metadata } from './metadata/metadata';
import type { Environment } from './pipeline/types';
import { Store } from './store/store';

const MEMORY = ':memory:';
const BASE_FINGERPRINT = 'base';

export interface EnvironmentOptions {
    /** The database file, made with its folder when it is not there; or `:memory:`. */
    readonly path: string;
    /** Throw away what the file holds. */
    readonly fresh?: boolean;
}

/**
 * Opens an environment: its store, with the rows that every environment begins with on first start, and the metadata
 * of the base and of every solution imported so far.
 * @throws Error that names the file when it cannot be opened
 */
export function openEnvironment({ path, fresh = false }: EnvironmentOptions): LocalEnvironment {
    if (path !== MEMORY) {
        if (fresh) {
            // The log and its index belong to the database file; a stale log would be replayed into the new one.
            for (const file of [path, `${path}-wal`, `${path}-shm`]) {
                rmSync(file, { force: true });
            }
        }
        makeDataFolder(dirname(path));
    }
    const store = Store.open(path);
    try {
        return new LocalEnvironment(store);
    } catch (error) {
        store.close();
        throw error;
    }
}

/** @throws Error that names the folder when it cannot be made */
export function makeDataFolder(folder: string): void {
    try {
        if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
    } catch (error) {
        throw new Error(
            `Cannot make the folder ${folder} for the environment's data: ` +
                `${error instanceof Error ? error.message : String(error)}. Choose another one with --data.`,
            { cause: error },
        );
    }
}

export class LocalEnvironment implements Environment {
    private current: Metadata;

    constructor(readonly store: Store) {
        this.current = buildMetadata(baseMetadata(), this.layers());
        const fingerprint = baseFingerprint();
        store.transaction(() => {
            store.applySchema(this.current);
            if (store.property(BASE_FINGERPRINT) !== fingerprint) {
                insertBaseRows(store, this.current);
                store.setProperty(BASE_FINGERPRINT, fingerprint);
            }
        });
    }

    get metadata(): Metadata {
        return this.current;
    }

    /** Puts other metadata in force and makes the SQL tables for it. */
    replaceMetadata(metadata: Metadata): void {
        this.store.applySchema(metadata);
        this.current = metadata;
    }

    /** What each imported solution adds, lowest first; above them what makers changed, however early. */
    layers(): readonly Layer[] {
        return this.store
            .prepare<{ layer: string }>('SELECT layer FROM solutionlayer ORDER BY solution = ?, position')
            .all(UNMANAGED_LAYER)
            .map(({ layer }) => JSON.parse(layer) as Layer);
    }

    /** Adds a solution's layer on top, or replaces it at its place, and puts the result in force. */
    putLayer(layer: Layer): void {
        this.transaction(() => {
            this.store
                .prepare(
                    `INSERT INTO solutionlayer (solution, managed, position, layer)
                     VALUES (?, ?, (SELECT ifnull(max(position), 0) + 1 FROM solutionlayer), ?)
                     ON CONFLICT (solution) DO UPDATE SET managed = excluded.managed, layer = excluded.layer`,
                )
                .run(layer.solution, layer.managed ? 1 : 0, JSON.stringify(layer));
            this.reloadMetadata();
            grantBasePrivileges(this.store, this.current);
            insertMessageRows(this.store, this.current);
        });
    }

    /** Takes a solution's layer away. Its SQL tables and columns stay, unseen, so that a new import finds the rows. */
    removeLayer(solution: string): void {
        this.transaction(() => {
            this.store.prepare('DELETE FROM solutionlayer WHERE solution = ?').run(solution);
            this.reloadMetadata();
            this.forgetStaleChoices();
            insertMessageRows(this.store, this.current);
        });
    }

    /** What a maker changed of a choice goes with the choice: the next one of that name is another. */
    private forgetStaleChoices(): void {
        for (const layer of this.layers()) {
            const choices = layer.choices ?? [];
            const left = choices.filter(({ table, column, optionSet }) =>
                optionSet === undefined
                    ? this.current.findTable(table ?? '')?.columns.has(column ?? '')
                    : this.current.optionSets.has(optionSet),
            );
            if (left.length < choices.length) {
                this.putLayer({ ...layer, choices: left });
            }
        }
    }

    /** Builds the metadata anew from the base and the stored layers. */
    reloadMetadata(): void {
        this.replaceMetadata(buildMetadata(baseMetadata(), this.layers()));
    }

    /** One transaction over rows and metadata: a throw leaves both as they were. */
    transaction<Result>(work: () => Result): Result {
        const before = this.current;
        try {
            return this.store.transaction(work);
        } catch (error) {
            this.current = before;
            throw error;
        }
    }

    close(): void {
        this.store.close();
    }
}
