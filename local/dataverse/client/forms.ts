/** Forms of a table that the user may open. */
import type { Table } from '../metadata/types';
import type { Environment } from '../pipeline/types';
import type { Principal } from '../security/principal';
import { loadUser } from '../security/principal';
import { ComponentType } from '../solution/content';
import { child, childrenNamed, parseXml } from '../solution/xml';

import { mayOpenApp } from './client-app';
import { localizedText } from './localized-text';
import type { ClientForm } from './types';

interface FormRow {
    readonly id: string;
    readonly name: string | null;
    readonly type: number;
    readonly formXml: string | null;
}

/**
 * Active forms, and for each type which one opens by default: the first that an app of the user lists, else the table's
 * default form. Forms that `<DisplayConditions>` keeps for other roles are left out.
 */
export function clientForms(
    environment: Environment,
    table: Table,
    userId: string,
    language: number,
): readonly ClientForm[] {
    const { store } = environment;
    const user = loadUser(environment, userId);
    const inApps = formsOfApps(environment, userId);
    const rows = store
        .prepare<FormRow>(
            `SELECT formid AS id, name, type, formxml AS formXml FROM systemform
             WHERE objecttypecode = ? AND ifnull(formactivationstate, 1) = 1
             ORDER BY type, ifnull(isdefault, 0) DESC, rowid`,
        )
        .all(table.logicalName)
        .filter(({ formXml }) => isFor(formXml, user));
    const listed = rows.filter(({ id }) => inApps.has(id));
    const others = rows.filter(({ id }) => !inApps.has(id));
    const ordered = [...listed, ...others].sort((one, other) => one.type - other.type);
    const typesSeen = new Set<number>();
    return ordered.map((row) => {
        const isFirst = !typesSeen.has(row.type);
        typesSeen.add(row.type);
        return {
            id: row.id,
            name: localizedText(store, row.id, 'name', language, row.name),
            type: row.type,
            isDefault: isFirst,
            formXml: row.formXml ?? '<form />',
        };
    });
}

/** Forms that the apps list which the user may open. */
function formsOfApps(environment: Environment, userId: string): ReadonlySet<string> {
    const rows = environment.store
        .prepare<{
            app: string;
            form: string;
        }>('SELECT appmoduleidunique AS app, objectid AS form FROM appmodulecomponent WHERE componenttype = ?')
        .all(ComponentType.Form);
    const apps = new Set(
        [...new Set(rows.map(({ app }) => app))].filter((app) => mayOpenApp(environment, app, userId)),
    );
    return new Set(rows.filter(({ app }) => apps.has(app)).map(({ form }) => form));
}

/** `<DisplayConditions><Role Id="{…}" />` names the roles that see the form; `<Everyone />` or nothing: all. */
function isFor(formXml: string | null, user: Principal): boolean {
    if (formXml === null || !formXml.includes('<DisplayConditions') || user.isSystemAdministrator) {
        return true;
    }
    const conditions = child(parseXml(formXml, 'a form'), 'DisplayConditions');
    const roles = childrenNamed(conditions, 'Role').map((role) =>
        (role.attributes['Id'] ?? '').replace(/[{}]/g, '').toLowerCase(),
    );
    return roles.length === 0 || roles.some((id) => user.roleIds.includes(id));
}
