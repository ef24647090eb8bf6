import Database from 'better-sqlite3';
import type { Metadata } from '../metadata/metadata';
import { fold, likeFold } from './fold';
import { INTERNAL_TABLES } from './internal-tables';
import { createSchema, quoted, schemaFingerprint } from './schema';

/** A value as SQL holds it. */
export type SqlValue = string | number | bigint | null | Uint8Array;

/** Cached per SQL text; `Result` is the shape of one row. */
export type Statement<Result = unknown> = Database.Statement<unknown[], Result>;

/**
 * The environment's rows, in one SQLite file. A request is one transaction; a process that is killed in the middle
 * of one leaves the file as it was before it (write-ahead log; what was committed survives the process).
 */
export class Store {
    private readonly statements = new Map<string, Statement>();
    private readonly inTransaction: Database.Transaction<(work: () => unknown) => unknown>;

    private constructor(private readonly database: Database.Database) {
        this.inTransaction = database.transaction((work: () => unknown) => work());
    }

    /**
     * @param path a file, made when it is not there, or `:memory:`
     * @throws Error that names the file when it is not a database or cannot be written
     */
    static open(path: string): Store {
        let database: Database.Database | undefined;
        try {
            database = new Database(path);
            database.pragma('journal_mode = WAL');
            // NORMAL keeps every commit over the death of the process; only a power cut may lose the last ones.
            database.pragma('synchronous = NORMAL');
            database.pragma('foreign_keys = OFF');
            database.pragma('busy_timeout = 5000');
            // 16 MB: the working set of a seller's day, well inside the memory the environment may take.
            database.pragma('cache_size = -16000');
            database.pragma('temp_store = MEMORY');
            registerFunctions(database);
            const store = new Store(database);
            store.transaction(() => INTERNAL_TABLES.forEach((sql) => store.database.exec(sql)));
            return store;
        } catch (error) {
            database?.close();
            throw new Error(
                `Cannot open the environment's data in ${path}: ${error instanceof Error ? error.message : String(error)}. ` +
                    'Start with --fresh to begin with empty data, or choose another folder with --data.',
                { cause: error },
            );
        }
    }

    /** Runs `work` in one transaction; a throw undoes all of it. Inside another one it becomes a savepoint. */
    transaction<Result>(work: () => Result): Result {
        return this.inTransaction.immediate(work) as Result;
    }

    /**
     * Compiles SQL once; later calls with the same text get the same statement, so nobody may change its mode
     * (`pluck`, `raw`) or run it again while iterating over it.
     */
    prepare<Result = unknown>(sql: string): Statement<Result> {
        let statement = this.statements.get(sql);
        if (!statement) {
            statement = this.database.prepare(sql);
            this.statements.set(sql, statement);
            if (this.statements.size > MOST_STATEMENTS) {
                const [oldest] = this.statements.keys();
                this.statements.delete(oldest ?? sql);
            }
        }
        return statement as Statement<Result>;
    }

    /** Runs SQL that has no parameters and no result. */
    execute(sql: string): void {
        this.database.exec(sql);
    }

    /** Makes the SQL tables and columns that the metadata has and the file has not; keeps all rows. */
    applySchema(metadata: Metadata): void {
        const fingerprint = schemaFingerprint(metadata);
        if (this.property(SCHEMA_FINGERPRINT) === fingerprint) {
            return;
        }
        this.transaction(() => {
            createSchema(metadata, {
                execute: (sql) => this.execute(sql),
                columnNames: (table) => this.columnNames(table),
            });
            this.setProperty(SCHEMA_FINGERPRINT, fingerprint);
        });
        // Statements compiled against the former tables are not worth keeping.
        this.statements.clear();
    }

    /** The next row version: larger than every one before it, in this and in earlier runs. */
    nextRowVersion(): number {
        const row = this.prepare<{ value: number }>('UPDATE rowversion SET value = value + 1 RETURNING value').get();
        if (!row) {
            throw new Error("The environment's data has no row version; start with --fresh.");
        }
        return row.value;
    }

    /** What the environment keeps about itself under `name`. */
    property(name: string): string | undefined {
        return this.prepare<{ value: string }>('SELECT value FROM environmentproperty WHERE name = ?').get(name)?.value;
    }

    setProperty(name: string, value: string): void {
        this.prepare('INSERT OR REPLACE INTO environmentproperty (name, value) VALUES (?, ?)').run(name, value);
    }

    close(): void {
        this.statements.clear();
        this.database.close();
    }

    private columnNames(table: string): ReadonlySet<string> {
        // table_xinfo lists generated columns too, table_info does not.
        const rows = this.database.pragma(`table_xinfo(${quoted(table)})`) as { readonly name: string }[];
        return new Set(rows.map((row) => row.name));
    }
}

/** Distinct queries that an app sends are some hundreds; the bound is for scripts that write values into SQL. */
const MOST_STATEMENTS = 2000;
const SCHEMA_FINGERPRINT = 'schema';

function registerFunctions(database: Database.Database): void {
    database.function('fold', { deterministic: true }, (text: unknown) => (text === null ? null : fold(String(text))));
    database.function('like_fold', { deterministic: true }, (pattern: unknown, text: unknown) =>
        pattern === null || text === null ? null : likeFold(String(pattern), String(text)) ? 1 : 0,
    );
}
