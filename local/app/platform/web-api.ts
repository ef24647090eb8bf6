/**
 * The one place that talks to `/api/data/v9.2`.
 */
import type { BatchRequest, WebApi, WebApiPage, WebApiResponse, WebApiRow } from './types';
import { WebApiError } from './types';
import { plainId } from './guid';
import { boundaryOf, readBatchResponse, writeBatch } from './batch';

/** Path of the Web API on this server. */
export const WEB_API_ROOT = '/api/data/v9.2/';

/** Longer addresses go by $batch; servers and proxies start to refuse them from here on. In characters. */
const LONGEST_ADDRESS = 6000;

export type Fetch = (address: string, init?: RequestInit) => Promise<Response>;

/** A Web API that also hands out raw responses, for `Xrm.WebApi.online.execute`. */
export interface RawWebApi extends WebApi {
    /** Sends one request and answers the response as the browser has it, whatever its status. */
    send(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

/**
 * @param entitySetOf the entity set of a table, such as `leads` for `lead`
 */
export function createWebApi(fetch: Fetch, entitySetOf: (table: string) => Promise<string>): RawWebApi {
    const send: RawWebApi['send'] = (method, path, body, headers) =>
        fetch(absolute(path), {
            method,
            headers: {
                Accept: 'application/json',
                'OData-MaxVersion': '4.0',
                'OData-Version': '4.0',
                Prefer: 'odata.include-annotations="*"',
                ...(body === undefined ? {} : { 'Content-Type': 'application/json; charset=utf-8' }),
                ...headers,
            },
            ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
            credentials: 'same-origin',
        });

    const request: WebApi['request'] = async (method, path, body, headers) => {
        const response = await readResponse(await send(method, path, body, headers));
        throwIfRefused(response);
        return response;
    };

    const batch: WebApi['batch'] = async (requests, atomic) => {
        const written = writeBatch(requests.map(withDefaults), atomic);
        const response = await send('POST', '$batch', written.body, {
            'Content-Type': `multipart/mixed; boundary=${written.boundary}`,
            Accept: 'multipart/mixed',
            ...(atomic ? {} : { Prefer: 'odata.continue-on-error' }),
        });
        const text = await response.text();
        const contentType = response.headers.get('Content-Type') ?? '';
        if (!contentType.startsWith('multipart/')) {
            throwIfRefused({ status: response.status, headers: {}, body: parseJson(text) });
        }
        return readBatchResponse(text, boundaryOf(contentType), requests, atomic);
    };

    const getPage = async (path: string, headers?: Readonly<Record<string, string>>): Promise<WebApiPage> =>
        readPage((await request('GET', path, undefined, headers)).body);

    return {
        send,
        request,
        batch,
        async retrieve(table, id, options = '') {
            const path = `${await entitySetOf(table)}(${plainId(id)})${query(options)}`;
            return asRow((await request('GET', path)).body);
        },
        async retrieveMultiple(table, options, maxPageSize) {
            const prefer = `odata.include-annotations="*"${maxPageSize ? `,odata.maxpagesize=${maxPageSize}` : ''}`;
            return getPage(`${await entitySetOf(table)}${query(options)}`, { Prefer: prefer });
        },
        async fetch(table, fetchXml) {
            const path = `${await entitySetOf(table)}?fetchXml=${encodeURIComponent(fetchXml)}`;
            if (path.length < LONGEST_ADDRESS) {
                return getPage(path);
            }
            const [response] = await batch([{ method: 'GET', path }], false);
            if (!response) {
                throw new WebApiError(0x80040216, 'The $batch response holds no part.', 500);
            }
            throwIfRefused(response);
            return readPage(response.body);
        },
        async create(table, body) {
            const response = await request('POST', await entitySetOf(table), body);
            const address = response.headers['odata-entityid'] ?? '';
            const id = /\(([0-9a-f-]{36})\)\s*$/i.exec(address)?.[1];
            if (!id) {
                throw new WebApiError(0x80040216, `Create of ${table} answered no OData-EntityId.`, response.status);
            }
            return plainId(id);
        },
        async update(table, id, body, ifMatch = '*') {
            await request('PATCH', `${await entitySetOf(table)}(${plainId(id)})`, body, { 'If-Match': ifMatch });
        },
        async delete(table, id) {
            await request('DELETE', `${await entitySetOf(table)}(${plainId(id)})`);
        },
    };
}

/** Throws the error that a refused response carries; does nothing for a successful one. */
export function throwIfRefused(response: WebApiResponse): void {
    if (response.status < 400) {
        return;
    }
    throw refusal(response);
}

/** The error in a refused response, with Dataverse's code and message. */
export function refusal(response: WebApiResponse): WebApiError {
    const error = (response.body as { error?: { code?: string; message?: string } } | undefined)?.error;
    const code = Number.parseInt(error?.code ?? '', 16);
    return new WebApiError(
        Number.isNaN(code) ? 0x80040216 : code,
        error?.message ?? `The server answered ${response.status}.`,
        response.status,
    );
}

/** Reads a browser response into the platform's shape. */
export async function readResponse(response: Response): Promise<WebApiResponse> {
    const headers: Record<string, string> = {};
    response.headers.forEach((value, name) => {
        headers[name.toLowerCase()] = value;
    });
    const text = await response.text();
    return { status: response.status, headers, body: parseJson(text) };
}

/** Reads the rows and the paging annotations of a collection. */
export function readPage(body: unknown): WebApiPage {
    const collection = body as Record<string, unknown>;
    const rows = Array.isArray(collection.value) ? (collection.value as WebApiRow[]) : [];
    const count = collection['@odata.count'] ?? collection['@Microsoft.Dynamics.CRM.totalrecordcount'];
    const cookie = collection['@Microsoft.Dynamics.CRM.fetchxmlpagingcookie'];
    const nextLink = collection['@odata.nextLink'];
    return {
        rows,
        totalCount: typeof count === 'number' ? count : -1,
        moreRecords: collection['@Microsoft.Dynamics.CRM.morerecords'] === true || typeof nextLink === 'string',
        ...(typeof cookie === 'string' ? { pagingCookie: decodeCookie(cookie) } : {}),
        ...(typeof nextLink === 'string' ? { nextLink } : {}),
    };
}

/** The cookie stands URL-encoded twice in an attribute of an outer `<cookie>` (Microsoft Learn, "Page results using FetchXml"). */
function decodeCookie(annotation: string): string {
    const inner = /pagingcookie="([^"]*)"/.exec(annotation)?.[1];
    return inner === undefined ? annotation : decodeURIComponent(decodeURIComponent(inner));
}

function withDefaults(request: BatchRequest): BatchRequest {
    return {
        ...request,
        path: absolute(request.path),
        headers: { Prefer: 'odata.include-annotations="*"', ...request.headers },
    };
}

function absolute(path: string): string {
    return path.startsWith('/') || /^https?:/i.test(path) ? path : WEB_API_ROOT + path;
}

function query(options: string): string {
    return options === '' || options.startsWith('?') ? options : `?${options}`;
}

function asRow(body: unknown): WebApiRow {
    return body as WebApiRow;
}

function parseJson(text: string): unknown {
    if (text === '') {
        return undefined;
    }
    try {
        return JSON.parse(text) as unknown;
    } catch {
        // Not JSON: a proxy's page or a plain text; its first line is all that a person can use.
        return { error: { code: '', message: text.split('\n')[0] } };
    }
}
