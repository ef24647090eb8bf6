/**
 * The rows that every environment begins with: organization, users, roles, currencies, stock process, views and forms.
 * `rows/*.json` hold them by table; views, forms and role privileges are computed from files in their own formats.
 */
import type { Metadata } from '../metadata/metadata';
import type { Table } from '../metadata/types';
import { physicalColumns, ROW_VERSION } from '../store/columns';
import { quoted } from '../store/schema';
import type { SqlValue, Store } from '../store/store';
import { baseFiles, readBaseFile } from './base-directory';
import { baseEntityMaps } from './base-entity-maps';
import { baseForms } from './base-forms';
import { messageRows, removeStaleMessageFilters } from './base-messages';
import { grantBasePrivileges } from './base-privileges';
import { baseProcess } from './base-process';
import { baseViews } from './base-views';

/** The administrator creates and owns what nobody else does. */
export const ADMINISTRATOR_ID = '11111111-1111-4111-8111-111111111101';
/** When the base rows were made, for all environments alike. */
const CREATED_ON = '2026-01-05T08:00:00Z';
/** An SQL table of the store that is not a Dataverse table. */
const USER_PREFERENCE = 'userpreference';
const FRENCH = 1036;
const ENGLISH = 1033;

/** A text in English and French: the English one is stored in the column, both as labels of the row. */
export type BaseText = readonly [english: string, french: string];

/** Values by SQL column name, so a lookup to one of several tables also gives `<column>:type`. */
export type BaseRow = Readonly<Record<string, string | number | boolean | null | BaseText>>;

export interface BaseRows {
    readonly table: string;
    readonly rows: readonly BaseRow[];
}

/** All base rows, in the order they are stored in. */
export function baseRows(): readonly BaseRows[] {
    return [
        ...rowsOfFiles(),
        ...baseEntityMaps(),
        ...baseProcess(),
        { table: 'savedquery', rows: baseViews() },
        { table: 'systemform', rows: baseForms() },
    ];
}

function rowsOfFiles(): readonly BaseRows[] {
    return baseFiles('rows', '.json').flatMap((name) => {
        const file = JSON.parse(readBaseFile(`rows/${name}`)) as Record<string, readonly BaseRow[]>;
        return Object.entries(file).map(([table, rows]) => ({ table, rows }));
    });
}

/** Puts the base rows into a store that lacks them; rows that are there stay as they are. Must run in a transaction. */
export function insertBaseRows(store: Store, metadata: Metadata): void {
    const files = baseRows();
    const defaults = commonValues(files);
    for (const { table, rows } of files) {
        if (table === USER_PREFERENCE) {
            insertPreferences(store, rows);
            continue;
        }
        const writer = new RowWriter(store, metadata.table(table), defaults);
        for (const row of rows) {
            writer.write(row);
        }
    }
    insertMessageRows(store, metadata);
    grantBasePrivileges(store, metadata);
}

/** Makes the messages and their filters follow the tables in force. Must run in a transaction. */
export function insertMessageRows(store: Store, metadata: Metadata): void {
    const defaults = commonValues(rowsOfFiles());
    removeStaleMessageFilters(store, metadata);
    for (const { table, rows } of messageRows(metadata)) {
        const writer = new RowWriter(store, metadata.table(table), defaults);
        rows.forEach((row) => writer.write(row));
    }
}

function insertPreferences(store: Store, rows: readonly BaseRow[]): void {
    const insert = store.prepare('INSERT OR IGNORE INTO userpreference (systemuserid, name, value) VALUES (?, ?, ?)');
    for (const { systemuserid, name, value } of rows) {
        insert.run(systemuserid, name, value);
    }
}

/** What every row has unless it says otherwise. */
function commonValues(files: readonly BaseRows[]): ReadonlyMap<string, SqlValue> {
    const firstId = (table: string, column: string) => {
        const value = files.find((file) => file.table === table)?.rows[0]?.[column];
        if (typeof value !== 'string') {
            throw new Error(`base/rows has no ${table} with ${column}; every environment needs one.`);
        }
        return value;
    };
    return new Map<string, SqlValue>([
        ['createdby', ADMINISTRATOR_ID],
        ['createdon', CREATED_ON],
        ['modifiedby', ADMINISTRATOR_ID],
        ['modifiedon', CREATED_ON],
        ['ownerid', ADMINISTRATOR_ID],
        ['ownerid:type', 'systemuser'],
        ['owningbusinessunit', firstId('businessunit', 'businessunitid')],
        ['organizationid', firstId('organization', 'organizationid')],
        ['ismanaged', 1],
        ['componentstate', 0],
        ['statecode', 0],
    ]);
}

class RowWriter {
    private readonly columns: readonly string[];
    private readonly defaults: ReadonlyMap<string, SqlValue>;

    constructor(
        private readonly store: Store,
        private readonly table: Table,
        common: ReadonlyMap<string, SqlValue>,
    ) {
        const stored = physicalColumns(table).filter((column) => column.generatedAs === undefined);
        this.columns = stored.map(({ name }) => name);
        const defaults = new Map<string, SqlValue>();
        for (const { name, column, holdsLookupType } of stored) {
            const status = name === 'statuscode' ? firstStatus(table) : undefined;
            const value = common.get(name) ?? status ?? (holdsLookupType ? undefined : column.defaultValue);
            if (value !== undefined && value !== null) {
                defaults.set(name, sqlValue(value));
            }
        }
        this.defaults = defaults;
    }

    write(row: BaseRow): void {
        const { logicalName, primaryIdColumn } = this.table;
        const id = row[primaryIdColumn];
        if (typeof id !== 'string') {
            throw new Error(
                `A base row of ${logicalName} has no ${primaryIdColumn}: ${JSON.stringify(row).slice(0, 200)}`,
            );
        }
        const values = new Map(this.defaults);
        for (const [name, value] of Object.entries(row)) {
            if (!this.columns.includes(name)) {
                throw new Error(`Base row ${id} of ${logicalName} gives ${name}, which is not a stored column of it.`);
            }
            if (isText(value)) {
                values.set(name, value[0]);
                this.writeLabels(id, name, value);
            } else {
                values.set(name, sqlValue(value));
            }
        }
        values.set(ROW_VERSION, this.store.nextRowVersion());
        const names = [...values.keys()];
        this.store
            .prepare(
                `INSERT OR IGNORE INTO ${quoted(logicalName)} (${names.map(quoted).join(', ')})
                 VALUES (${names.map(() => '?').join(', ')})`,
            )
            .run(...values.values());
    }

    private writeLabels(id: string, column: string, [english, french]: BaseText): void {
        const insert = this.store.prepare(
            'INSERT OR IGNORE INTO localizedlabel (objectid, "column", lcid, text) VALUES (?, ?, ?, ?)',
        );
        insert.run(id, column, ENGLISH, english);
        insert.run(id, column, FRENCH, french);
    }
}

/** The status reason of state 0 that the state names as its own. */
function firstStatus(table: Table): number | undefined {
    const state = table.columns.get('statecode')?.optionSet?.options.find((option) => option.value === 0);
    return state?.defaultStatus ?? table.columns.get('statuscode')?.optionSet?.options[0]?.value;
}

function isText(value: BaseRow[string]): value is BaseText {
    return Array.isArray(value);
}

function sqlValue(value: SqlValue | boolean): SqlValue {
    return typeof value === 'boolean' ? Number(value) : value;
}
