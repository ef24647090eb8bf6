/** A real environment in memory, and ways to import into it and to look at all it holds. */
import { createHash } from 'node:crypto';

import type { LocalEnvironment } from '../../../../local/dataverse/environment';
import { openEnvironment } from '../../../../local/dataverse/environment';
import { DataverseError } from '../../../../local/dataverse/errors';
import type { RequestContext } from '../../../../local/dataverse/pipeline/types';
import type { ImportResult } from '../../../../local/dataverse/solution/import-solution';
import { importSolution } from '../../../../local/dataverse/solution/import-solution';

export const ADMINISTRATOR = '11111111-1111-4111-8111-111111111101';
export const SELLER = '11111111-1111-4111-8111-111111111102';
export const FRENCH_SELLER = '11111111-1111-4111-8111-111111111103';
export const MAKER = '11111111-1111-4111-8111-111111111105';
export const IMPORT_JOB = 'aaaaaaaa-0000-4000-8000-000000000001';

export function anEnvironment(): LocalEnvironment {
    return openEnvironment({ path: ':memory:' });
}

export function as(userId: string, language = 1033): RequestContext {
    return { userId, language, now: '2026-11-21T12:00:00Z', depth: 1, suppressDuplicateDetection: true };
}

export function importInto(environment: LocalEnvironment, zip: Uint8Array, userId = ADMINISTRATOR): ImportResult {
    return importSolution(environment, zip, { importJobId: IMPORT_JOB }, as(userId));
}

/** `0x… message` of the refusal, or `accepted`. */
export function refusal(work: () => unknown): string {
    try {
        work();
    } catch (error) {
        if (error instanceof DataverseError) {
            return `${error.hexCode} ${error.message}`;
        }
        throw error;
    }
    return 'accepted';
}

/** Everything in the store but import jobs and row versions: equal texts mean that nothing changed. */
export function everything({ store }: LocalEnvironment, except: readonly string[] = []): string {
    const hash = createHash('sha256');
    const tables = store
        .prepare<{ name: string; sql: string }>(
            "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' ORDER BY name",
        )
        .all()
        .filter(({ name }) => !['importjob', 'rowversion', ...except].includes(name));
    for (const { name, sql } of tables) {
        hash.update(`\n${name} ${sql}`);
        const rows = store.prepare(`SELECT * FROM "${name}"`).all();
        rows.map((row) => JSON.stringify(row))
            .sort()
            .forEach((row) => hash.update(row));
    }
    return hash.digest('hex');
}

export function row(
    environment: LocalEnvironment,
    table: string,
    column: string,
    value: string,
): Record<string, unknown> {
    const found = environment.store
        .prepare<Record<string, unknown>>(`SELECT * FROM "${table}" WHERE "${column}" = ?`)
        .get(value);
    if (found === undefined) {
        throw new Error(`There is no ${table} with ${column} ${value}.`);
    }
    return found;
}

export function count(environment: LocalEnvironment, table: string, where = '1 = 1'): number {
    return (
        environment.store.prepare<{ n: number }>(`SELECT count(*) AS n FROM "${table}" WHERE ${where}`).get()?.n ?? 0
    );
}

export function labels(environment: LocalEnvironment, id: string, column: string): Record<string, string> {
    const found = environment.store
        .prepare<{
            lcid: number;
            text: string;
        }>('SELECT lcid, text FROM localizedlabel WHERE objectid = ? AND "column" = ?')
        .all(id, column);
    return Object.fromEntries(found.map(({ lcid, text }) => [String(lcid), text]));
}
