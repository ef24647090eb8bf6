/** Who asks, and how they want it: from headers to a request context. */
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

/** The caller's systemuserid: MSCRMCallerID, CallerObjectId, the app's signed-in user, or the administrator. */
export function callerOf(host: WebApiHost, headers: Headers): string {
    const impersonated = idIn(headers['mscrmcallerid'] ?? '');
    if (impersonated !== undefined) return impersonated;
    const objectId = idIn(headers['callerobjectid'] ?? '');
    if (objectId !== undefined) return userWithObjectId(host, objectId);
    return idIn(cookieValue(headers['cookie'], USER_COOKIE) ?? '') ?? DEFAULT_USER;
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
        if (key?.trim() === name) return decodeURIComponent(value.join('=').trim());
    }
    return undefined;
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
