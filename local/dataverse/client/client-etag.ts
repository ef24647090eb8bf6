/** When what a client keeps of the metadata is no longer good. */
import type { Environment } from '../pipeline/types';
import { loadUser } from '../security/principal';
import { metadataVersion } from '../solution/metadata-version';

import { userSettings } from './user-settings';

/**
 * The same text as long as the answers of this room are the same for this user: it changes with imports, publishing,
 * the user's language and roles, and with rows of views, forms, apps and processes that were written directly.
 */
export function clientEtag(environment: Environment, userId: string): string {
    const { store, metadata } = environment;
    const { language, locale, theme } = userSettings(store, userId);
    const user = loadUser(environment, userId);
    const versions = [
        'savedquery',
        'userquery',
        'systemform',
        'appmodule',
        'sitemap',
        'workflow',
        'role',
        'usersettings',
    ]
        .filter((table) => metadata.findTable(table) !== undefined)
        .map(
            (table) =>
                store
                    .prepare<{
                        version: number | null;
                        rows: number;
                    }>(`SELECT max(versionnumber) AS version, count(*) AS rows FROM "${table}"`)
                    .get() ?? { version: 0, rows: 0 },
        )
        .map(({ version, rows }) => `${version ?? 0}.${rows}`);
    const roles = [...user.roleIds].sort().map((id) => id.slice(0, 8));
    return `"${[metadataVersion(store), userId.slice(-8), language, locale, theme, ...versions, ...roles].join('-')}"`;
}
