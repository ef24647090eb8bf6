/** Whether what components name is there. */
import type { Metadata } from '../metadata/metadata';
import { quoted } from '../store/schema';
import type { Store } from '../store/store';

import { layeredRows } from './component-layers';
import type { Reference } from './content';

/** Names of web resources begin with a publisher's prefix; others are files of the platform itself. */
const CUSTOM_NAME = /^[a-z][a-z0-9]{1,7}_/i;

/**
 * The references that nothing in the environment answers.
 * @param metadata with the solution's own layer, so that its own components count
 */
export function missingReferences(
    references: readonly Reference[],
    metadata: Metadata,
    store: Store,
): readonly Reference[] {
    const answers = new Map<string, boolean>();
    return references.filter((reference) => {
        const key = JSON.stringify({ ...reference, neededBy: undefined, place: undefined });
        let answer = answers.get(key);
        if (answer === undefined) {
            answer = isThere(reference, metadata, store);
            answers.set(key, answer);
        }
        return !answer;
    });
}

/** The missing component in words. */
export function describeReference(reference: Reference): string {
    switch (reference.kind) {
        case 'table':
            return `table ${reference.name}`;
        case 'column':
            return `column ${reference.table}.${reference.name}`;
        case 'optionSet':
            return `choice ${reference.name}`;
        case 'row':
            return `${reference.table} ${reference.name}`;
    }
}

function isThere(reference: Reference, metadata: Metadata, store: Store): boolean {
    switch (reference.kind) {
        case 'table':
            return metadata.findTable(reference.name) !== undefined;
        case 'column':
            return metadata.findTable(reference.table)?.columns.has(reference.name) ?? false;
        case 'optionSet':
            return metadata.optionSets.has(reference.name);
        case 'row':
            return hasRow(reference.table, reference.column, reference.name, metadata, store);
    }
}

function hasRow(table: string, column: string, value: string, metadata: Metadata, store: Store): boolean {
    if (table === 'webresource' && !CUSTOM_NAME.test(value)) {
        return true;
    }
    if (metadata.findTable(table) === undefined) {
        return layeredRows(store, table).some((row) => row[column] === value);
    }
    const sql = `SELECT 1 FROM ${quoted(table)} WHERE ${quoted(column)} = ?`;
    return store.prepare(sql).get(value) !== undefined;
}
