/** SQL tables of what solutions brought, beside the tables that show the result. */
import type { Store } from '../store/store';

const TABLES: readonly string[] = [
    // What each solution says of a row. Solution '' holds the row as it was before any solution came.
    `CREATE TABLE IF NOT EXISTS componentlayer (
        "table" TEXT NOT NULL, id TEXT NOT NULL, solution TEXT NOT NULL, content TEXT NOT NULL,
        PRIMARY KEY ("table", id, solution)
    ) WITHOUT ROWID`,
    'CREATE INDEX IF NOT EXISTS componentlayer_solution ON componentlayer (solution)',
    // Components and references of each solution as JSON, for its upgrade and its removal.
    `CREATE TABLE IF NOT EXISTS solutioncontent (
        solution TEXT PRIMARY KEY, components TEXT NOT NULL, "references" TEXT NOT NULL
    ) WITHOUT ROWID`,
    // Members of the zip that the environment does not understand, and the files of code components.
    `CREATE TABLE IF NOT EXISTS solutionfile (
        solution TEXT NOT NULL, path TEXT NOT NULL, content BLOB NOT NULL, PRIMARY KEY (solution, path)
    )`,
];

/** Makes the SQL tables that are not there. Cheap, and not remembered: a transaction that fails takes them back. */
export function prepareSolutionTables(store: Store): void {
    TABLES.forEach((sql) => store.execute(sql));
}
