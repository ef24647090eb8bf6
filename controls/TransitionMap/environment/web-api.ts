import type { Row } from '../../../lifecycle/row';
import { readRefusal, writeChangeset, type BatchWrite } from './changeset';

const ROOT = '/api/data/v9.2/';

/** What Dataverse refused, with its status and code. */
export class RefusedError extends Error {
    constructor(
        message: string,
        /** Of HTTP. */
        readonly status: number,
    ) {
        super(message);
    }
}

/**
 * The Web API at its address, for what neither the framework nor `Xrm.WebApi` reaches: definitions of columns, and
 * changesets whose writes hold for one version of a row only (Microsoft Learn, "Perform conditional operations using
 * the Web API").
 */
export interface WebApi {
    get(path: string): Promise<Row>;
    /** All or nothing. @throws RefusedError with the status of the write that was refused */
    changeset(writes: readonly BatchWrite[]): Promise<void>;
}

/** @param clientUrl the environment's address without a slash at its end */
export function createWebApi(clientUrl: () => string): WebApi {
    const send = (path: string, request: RequestInit): Promise<Response> =>
        fetch(`${clientUrl()}${ROOT}${path}`, { credentials: 'same-origin', cache: 'no-store', ...request });
    const headers = { Accept: 'application/json', 'OData-MaxVersion': '4.0', 'OData-Version': '4.0' };
    return {
        get: async (path) => {
            const response = await send(path, { headers });
            const body: unknown = await response.json().catch(() => ({}));
            if (!response.ok) throw refusedError(body, response.status);
            return body as Row;
        },
        changeset: async (writes) => {
            const { boundary, body } = writeChangeset(writes, () => crypto.randomUUID());
            const response = await send('$batch', {
                method: 'POST',
                headers: {
                    ...headers,
                    Accept: 'multipart/mixed',
                    'Content-Type': `multipart/mixed; boundary=${boundary}`,
                },
                body,
            });
            const text = await response.text();
            const refusal = readRefusal(text);
            if (refusal) throw refusedError(refusal.body, refusal.status);
            if (!response.ok) throw refusedError(parse(text), response.status);
        },
    };
}

/** The error in the body of a refused request, with Dataverse's message. */
export function refusedError(body: unknown, status: number): RefusedError {
    const error = (body as { readonly error?: { readonly message?: string } } | undefined)?.error;
    return new RefusedError(error?.message ?? `Dataverse answered ${status}.`, status);
}

function parse(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}
