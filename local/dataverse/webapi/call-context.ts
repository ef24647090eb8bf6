/** Who asks, and how they want it: from headers to a request context. */
import { DataverseError, ErrorCode } from '../errors';
import { isoSeconds } from '../formatting/zoned-time';
import { readUserSettings } from '../formatting/read-user-settings';
import type { UserSettings } from '../formatting/user-settings';
import type { RequestContext } from '../pipeline/types';
import { loadUser } from '../security/principal';
import { idIn } from './address/row-key';
import type { WebApiHost } from './host';

/** The base's system administrator: who a request without any other sign runs as. */
export const DEFAULT_USER = '11111111-1111-4111-8111-111111111101';

/** Cookie of the app's user switch. */
export const USER_COOKIE = 'local-user';

type Headers = Readonly<Record<string, string | undefined>>;

/**
 * The caller's systemuserid: MSCRMCallerID, CallerObjectId, the app's signed-in user, or the administrator.
 * @throws DataverseError 0x80040203 for a header that holds no id: falling back to the administrator would give a
 *         mistyped caller every right
 */
export function callerOf(host: WebApiHost, headers: Headers): string {
    const impersonated = idInHeader(headers, 'MSCRMCallerID');
    if (impersonated !== undefined) return impersonated;
    const objectId = idInHeader(headers, 'CallerObjectId');
    if (objectId !== undefined) return userWithObjectId(host, objectId);
    return signedInUser(host, headers['cookie']) ?? DEFAULT_USER;
}

function idInHeader(headers: Headers, name: string): string | undefined {
    const text = headers[name.toLowerCase()]?.trim();
    if (text === undefined || text === '' || text === 'null') return undefined;
    const id = idIn(text);
    if (id === undefined) {
        throw new DataverseError(
            ErrorCode.InvalidArgument,
            `The header ${name} must hold the id of a user, not '${text}'.`,
        );
    }
    return id;
}

/**
 * Browsers keep the cookie longer than an environment keeps its users, and send it to every port of this machine:
 * somebody who may not work here counts as not signed in, or the app could not even offer another user.
 */
function signedInUser(host: WebApiHost, cookie: string | undefined): string | undefined {
    const id = idIn(cookieValue(cookie, USER_COOKIE) ?? '');
    if (id === undefined) return undefined;
    const row = host.environment.store
        .prepare<{ isdisabled: number | null }>('SELECT isdisabled FROM systemuser WHERE systemuserid = ?')
        .get(id);
    return row && row.isdisabled !== 1 ? id : undefined;
}

/** Users of the base have no Entra ID; their systemuserid stands for it. */
function userWithObjectId(host: WebApiHost, objectId: string): string {
    const row = host.environment.store
        .prepare<{ id: string }>('SELECT systemuserid AS id FROM systemuser WHERE azureactivedirectoryobjectid = ?')
        .get(objectId);
    return row?.id ?? objectId;
}

export function cookieValue(header: string | undefined, name: string): string | undefined {
    for (const pair of header?.split(';') ?? []) {
        const [key, ...value] = pair.split('=');
        if (key?.trim() === name) return decoded(value.join('=').trim());
    }
    return undefined;
}

/** Other programs on this machine set cookies too, and not all of them encode. */
function decoded(text: string): string {
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
}

/** @throws DataverseError 0x80040217 when there is no such user, 0x80040225 when the user is disabled */
export function requestContext(
    host: WebApiHost,
    headers: Headers,
): { readonly context: RequestContext; readonly settings: UserSettings } {
    const userId = callerOf(host, headers);
    loadUser(host.environment, userId);
    const settings = readUserSettings(host.environment, userId);
    return {
        settings,
        context: {
            userId,
            language: settings.language,
            now: isoSeconds(new Date()),
            depth: 1,
            suppressDuplicateDetection: headers['mscrm.suppressduplicatedetection']?.toLowerCase() !== 'false',
        },
    };
}
