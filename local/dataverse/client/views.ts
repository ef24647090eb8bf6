/** Views of a table: everybody's, and the user's own. */
import type { Table } from '../metadata/types';
import type { Environment } from '../pipeline/types';
import { loadUser } from '../security/principal';

import { localizedText } from './localized-text';
import type { ClientView } from './types';

interface ViewRow {
    readonly id: string;
    readonly name: string | null;
    readonly queryType: number | null;
    readonly isDefault: number | null;
    readonly fetchXml: string | null;
    readonly layoutXml: string | null;
}

/** Public views first, by name; personal ones are the user's and those of the user's teams. */
export function clientViews(
    environment: Environment,
    table: Table,
    userId: string,
    language: number,
): readonly ClientView[] {
    return [
        ...publicViews(environment, table, language),
        ...(environment.metadata.findTable('userquery') === undefined ? [] : personalViews(environment, table, userId)),
    ];
}

function publicViews({ store }: Environment, table: Table, language: number): readonly ClientView[] {
    return store
        .prepare<ViewRow>(
            `SELECT savedqueryid AS id, name, querytype AS queryType, isdefault AS isDefault, fetchxml AS fetchXml,
                    layoutxml AS layoutXml
             FROM savedquery WHERE returnedtypecode = ? AND ifnull(statecode, 0) = 0`,
        )
        .all(table.logicalName)
        .map((row) => view(row, localizedText(store, row.id, 'name', language, row.name), false))
        .sort((one, other) => one.queryType - other.queryType || one.name.localeCompare(other.name));
}

function personalViews(environment: Environment, table: Table, userId: string): readonly ClientView[] {
    const { store } = environment;
    const owners = [userId, ...loadUser(environment, userId).teamIds];
    return store
        .prepare<ViewRow>(
            `SELECT userqueryid AS id, name, querytype AS queryType, 0 AS isDefault, fetchxml AS fetchXml,
                    layoutxml AS layoutXml
             FROM userquery WHERE returnedtypecode = ? AND ifnull(statecode, 0) = 0
                AND ownerid IN (${owners.map(() => '?').join(', ')})
             ORDER BY fold(name)`,
        )
        .all(table.logicalName, ...owners)
        .map((row) => view(row, row.name ?? '', true));
}

function view(row: ViewRow, name: string, isPersonal: boolean): ClientView {
    return {
        id: row.id,
        name,
        queryType: row.queryType ?? 0,
        isDefault: row.isDefault === 1,
        isPersonal,
        fetchXml: row.fetchXml ?? '',
        layoutXml: row.layoutXml ?? '',
    };
}
