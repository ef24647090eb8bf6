/**
 * One server per data folder: a second one would work with metadata and privileges that the first has changed, and
 * `--fresh` would take the rows away under it. The lock is SQLite's, so it ends with the process, however that ends.
 */
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { makeDataFolder } from '../environment';

/**
 * @returns lets go of the folder
 * @throws Error that names the folder when it cannot be made or another server has it
 */
export function lockDataFolder(folder: string): () => void {
    makeDataFolder(folder);
    let lock: Database.Database | undefined;
    try {
        lock = new Database(join(folder, 'in-use.lock'), { timeout: 0 });
        lock.exec('BEGIN EXCLUSIVE');
    } catch (error) {
        lock?.close();
        const isBusy = typeof error === 'object' && error !== null && 'code' in error && error.code === 'SQLITE_BUSY';
        const reason = isBusy ? 'another local Dataverse works with it; stop that one' : String(error);
        throw new Error(`Cannot use the data in ${folder}: ${reason}, or choose another folder with --data.`, {
            cause: error,
        });
    }
    const held = lock;
    return () => held.close();
}
