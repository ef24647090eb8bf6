/** Forms of a table that the user may open. */
import type { Table } from '../metadata/types';
import type { Environment } from '../pipeline/types';
import type { Principal } from '../security/principal';
import { loadUser } from '../security/principal';
import { child, childrenNamed, parseXml } from '../solution/xml';

import { localizedText } from './localized-text';
import type { ClientForm } from './types';

interface FormRow {
    readonly id: string;
    readonly name: string | null;
    readonly type: number;
    readonly isDefault: number | null;
    readonly formXml: string | null;
}

/**
 * Active forms. Forms of solutions stand before the base's own: a solution that brings a main form wants it opened.
 * Forms that `<DisplayConditions>` keeps for other roles are left out.
 */
export function clientForms(
    environment: Environment,
    table: Table,
    userId: string,
    language: number,
): readonly ClientForm[] {
    const { store } = environment;
    const user = loadUser(environment, userId);
    return store
        .prepare<FormRow>(
            `SELECT f.formid AS id, f.name, f.type, f.isdefault AS isDefault, f.formxml AS formXml
             FROM systemform f
             WHERE f.objecttypecode = ? AND ifnull(f.formactivationstate, 1) = 1
             ORDER BY f.type, ifnull(f.isdefault, 0) DESC,
                (SELECT count(*) FROM solutioncomponent c WHERE c.componenttype = 60 AND c.objectid = f.formid) = 0,
                f.rowid`,
        )
        .all(table.logicalName)
        .filter(({ formXml }) => isFor(formXml, user))
        .map((row) => ({
            id: row.id,
            name: localizedText(store, row.id, 'name', language, row.name),
            type: row.type,
            isDefault: row.isDefault === 1,
            formXml: row.formXml ?? '<form />',
        }));
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
