/** What the app player loads first: who is signed in, who else there is, and which apps they may open. */
import type { Environment } from '../pipeline/types';
import { ALL_ACCESS_RIGHTS } from '../security/access-rights';
import { loadUser } from '../security/principal';
import { privilegeName } from '../security/privilege-name';

import { mayOpenApp } from './client-app';
import { localizedText } from './localized-text';
import type { Depth } from './privilege-depth';
import { privilegeDepth } from './privilege-depth';
import type { ClientEnvironment, ClientUser } from './types';
import { userSettings } from './user-settings';

/** The platform's version that this environment stands for. */
const VERSION = '9.2.0.0';
/** Locale ids that the environment can show itself in. */
export const LANGUAGES: readonly number[] = [1033, 1036];

type Currency = ClientUser['currency'];

/** @param userId systemuserid of the signed-in user */
export function clientEnvironment(environment: Environment, userId: string): ClientEnvironment {
    const { store } = environment;
    const organization = store
        .prepare<{
            id: string;
            name: string;
            currencyId: string | null;
            languageCode: number | null;
        }>(
            'SELECT organizationid AS id, name, basecurrencyid AS currencyId, languagecode AS languageCode FROM organization',
        )
        .get();
    const { language } = userSettings(store, userId);
    return {
        organization: {
            id: organization?.id ?? '',
            name: organization?.name ?? '',
            version: VERSION,
            baseCurrency: currency(environment, organization?.currencyId ?? null),
            baseLanguage: organization?.languageCode ?? 1033,
            languages: LANGUAGES,
        },
        user: clientUser(environment, userId),
        users: store
            .prepare<{ id: string; fullName: string | null; title: string | null }>(
                `SELECT systemuserid AS id, fullname AS fullName, title FROM systemuser
                 WHERE ifnull(isdisabled, 0) = 0 ORDER BY rowid`,
            )
            .all()
            .map(({ id, fullName, title }) => ({ id, fullName: fullName ?? '', title: title ?? '' })),
        apps: store
            .prepare<{ id: string; uniqueName: string; name: string | null; description: string | null }>(
                'SELECT appmoduleid AS id, uniquename AS uniqueName, name, description FROM appmodule ORDER BY name',
            )
            .all()
            .filter(({ id }) => mayOpenApp(environment, id, userId))
            .map((app) => ({
                id: app.id,
                uniqueName: app.uniqueName,
                name: localizedText(store, app.id, 'name', language, app.name),
                description: localizedText(store, app.id, 'description', language, app.description),
            })),
    };
}

function clientUser(environment: Environment, userId: string): ClientUser {
    const { store } = environment;
    const principal = loadUser(environment, userId);
    const settings = userSettings(store, userId);
    const row = store
        .prepare<{
            fullname: string | null;
            email: string | null;
            title: string | null;
        }>('SELECT fullname, internalemailaddress AS email, title FROM systemuser WHERE systemuserid = ?')
        .get(userId);
    const roles = principal.roleIds.map((id) => {
        const role = store.prepare<{ name: string | null }>('SELECT name FROM role WHERE roleid = ?').get(id);
        // Scripts compare role names, so everyone gets the name in the base language.
        return { id, name: role?.name ?? '' };
    });
    return {
        id: userId,
        fullName: row?.fullname ?? '',
        email: row?.email ?? '',
        title: row?.title ?? '',
        businessUnitId: principal.businessUnitId,
        roles,
        privileges: allPrivileges(environment, userId),
        language: settings.language,
        locale: settings.locale,
        timeZone: settings.timeZone,
        currency: currency(environment, settings.currencyId),
        theme: settings.theme,
    };
}

function allPrivileges(environment: Environment, userId: string): Readonly<Record<string, Depth>> {
    const principal = loadUser(environment, userId);
    const privileges: Record<string, Depth> = {};
    for (const table of environment.metadata.tables) {
        for (const right of ALL_ACCESS_RIGHTS) {
            const depth = privilegeDepth(principal, table, right);
            if (depth !== 0 && !table.isIntersect) {
                privileges[privilegeName(table, right)] = depth;
            }
        }
    }
    return privileges;
}

/** The currency of the user, else the organization's. */
function currency({ store }: Environment, currencyId: string | null): Currency {
    const row = store
        .prepare<Currency>(
            `SELECT transactioncurrencyid AS id, isocurrencycode AS code, currencysymbol AS symbol
             FROM transactioncurrency
             WHERE transactioncurrencyid = ifnull(?, (SELECT basecurrencyid FROM organization))`,
        )
        .get(currencyId);
    return row ?? { id: '', code: 'EUR', symbol: '€' };
}
