import type { ClientForm, ClientTable } from '../../../dataverse/client/types';
import { plainId } from '../../platform/guid';
import type { Platform } from '../../platform/types';
import { readPage } from '../../platform/web-api';

export const FormKind = { Main: 2, QuickCreate: 7 } as const;

/** componenttype of forms in appmodulecomponent. */
const FORM = 60;

const formsByApp = new WeakMap<Platform['app'], Promise<ReadonlySet<string>>>();

/** Ids of the forms that the app names; asked for once. */
export function formsOfApp(platform: Platform): Promise<ReadonlySet<string>> {
    let forms = formsByApp.get(platform.app);
    if (forms === undefined) {
        // By its address, because the table's metadata would be one request more and serves nothing else.
        forms = platform.webApi
            .request(
                'GET',
                'appmodulecomponents?$select=objectid' +
                    `&$filter=_appmoduleidunique_value eq ${platform.app.id} and componenttype eq ${FORM}`,
            )
            .then(
                ({ body }) => new Set(readPage(body).rows.map(({ objectid }) => plainId(String(objectid)))),
                // Who may not read the app's parts sees every form of the table.
                () => new Set<string>(),
            );
        formsByApp.set(platform.app, forms);
    }
    return forms;
}

/**
 * The forms of one kind that a table has in the open app. An app that names forms of the table shows those alone, as
 * the platform does; otherwise all of them.
 */
export async function formsInApp(
    platform: Platform,
    table: ClientTable,
    kind: (typeof FormKind)[keyof typeof FormKind],
): Promise<readonly ClientForm[]> {
    const inApp = await formsOfApp(platform);
    const forms = table.forms.filter(({ type }) => type === kind);
    const named = forms.filter(({ id }) => inApp.has(plainId(id)));
    return named.length > 0 ? named : forms;
}

/** The form that is wanted, else the default one, else the first. */
export function chooseForm(forms: readonly ClientForm[], wanted: string | undefined): ClientForm | undefined {
    return (
        forms.find(({ id }) => wanted !== undefined && plainId(id) === plainId(wanted)) ??
        forms.find(({ isDefault }) => isDefault) ??
        forms[0]
    );
}
