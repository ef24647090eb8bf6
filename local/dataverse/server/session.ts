/** `POST /app/client/session`: who works in the app, and how they like it. There is no password: loopback only. */
import { LANGUAGES } from '../client/client-environment';
import { DataverseError, ErrorCode } from '../errors';
import type { RequestContext } from '../pipeline/types';
import { loadUser } from '../security/principal';
import { idIn } from '../webapi/address/row-key';
import { readJsonObject } from '../webapi/body';
import { callerOf, requestContext, USER_COOKIE } from '../webapi/call-context';
import type { WebApiHost } from '../webapi/host';

const THEMES: ReadonlySet<unknown> = new Set(['light', 'dark']);
const MONTH = 30 * 24 * 60 * 60;

type Headers = Readonly<Record<string, string | undefined>>;

/**
 * @returns the Set-Cookie header
 * @throws DataverseError for unknown users, languages and themes
 */
export function openSession(host: WebApiHost, headers: Headers, body: Uint8Array | undefined): string {
    const { userId: given, language, theme } = readJsonObject(body);
    const userId = typeof given === 'string' ? idIn(given) : callerOf(host, headers);
    if (userId === undefined) {
        throw new DataverseError(
            ErrorCode.InvalidArgument,
            `"userId" must be the id of a user, not '${String(given)}'.`,
        );
    }
    loadUser(host.environment, userId);
    const { context } = requestContext(host, { ...headers, mscrmcallerid: userId });
    host.organization.transaction(() => {
        if (language !== undefined) setLanguage(host, language, context);
        if (theme !== undefined) setTheme(host, theme, userId);
    });
    return `${USER_COOKIE}=${userId}; Path=/; Max-Age=${MONTH}; SameSite=Strict; HttpOnly`;
}

function setLanguage(host: WebApiHost, language: unknown, context: RequestContext): void {
    if (typeof language !== 'number' || !LANGUAGES.includes(language)) {
        throw new DataverseError(
            ErrorCode.InvalidArgument,
            `"language" must be one of ${LANGUAGES.join(', ')}, not '${String(language)}'.`,
        );
    }
    const changes = { uilanguageid: language, helplanguageid: language, localeid: language };
    host.organization.update('usersettings', context.userId, changes, context);
}

function setTheme(host: WebApiHost, theme: unknown, userId: string): void {
    if (!THEMES.has(theme)) {
        throw new DataverseError(ErrorCode.InvalidArgument, `"theme" must be light or dark, not '${String(theme)}'.`);
    }
    host.environment.store
        .prepare('INSERT OR REPLACE INTO userpreference (systemuserid, name, value) VALUES (?, ?, ?)')
        .run(userId, 'theme', String(theme));
}

/** The colour theme a user has chosen. */
export function themeOf(host: WebApiHost, userId: string): string {
    const row = host.environment.store
        .prepare<{ value: string }>("SELECT value FROM userpreference WHERE systemuserid = ? AND name = 'theme'")
        .get(userId);
    return row?.value ?? 'light';
}
