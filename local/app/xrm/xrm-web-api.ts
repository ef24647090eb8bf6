/**
 * `Xrm.WebApi` (Microsoft Learn, "Xrm.WebApi (Client API reference)").
 */
import { plainId } from '../platform/guid';
import { readResponse, refusal, WEB_API_ROOT, type RawWebApi } from '../platform/web-api';
import type { BatchRequest, Platform, WebApiResponse, WebApiRow } from '../platform/types';
import { httpRequestOf, type ExecutableRequest } from './execute-request';
import { namespace } from './supported';

type Parts = Pick<Platform, 'table'> & { readonly webApi: RawWebApi };

export function createXrmWebApi(parts: Parts): object {
    const { webApi } = parts;
    const entitySetOf = async (table: string): Promise<string> => (await parts.table(table)).entitySetName;

    const members = {
        async createRecord(table: string, data: object): Promise<object> {
            return { entityType: table, id: await webApi.create(table, data) };
        },
        retrieveRecord: (table: string, id: string, options?: string): Promise<WebApiRow> =>
            webApi.retrieve(table, id, options ?? ''),
        async updateRecord(table: string, id: string, data: object): Promise<object> {
            await webApi.update(table, id, data);
            return { entityType: table, id: plainId(id) };
        },
        async deleteRecord(table: string, id: string): Promise<object> {
            await webApi.delete(table, id);
            return { entityType: table, id: plainId(id) };
        },
        async retrieveMultipleRecords(table: string, options?: string, maxPageSize?: number): Promise<object> {
            // A next link comes back as the options of the next call, as the documentation has it.
            const page = /^https?:/i.test(options ?? '')
                ? readNext(await webApi.request('GET', options ?? '', undefined, pageSize(maxPageSize)))
                : await webApi.retrieveMultiple(table, options ?? '', maxPageSize);
            return {
                entities: page.rows,
                ...(page.nextLink ? { nextLink: page.nextLink } : {}),
                ...(page.pagingCookie ? { fetchXmlPagingCookie: page.pagingCookie } : {}),
            };
        },
        isAvailableOffline: () => false,
    };

    const execute = async (request: ExecutableRequest): Promise<Response> => {
        const http = await httpRequestOf(request, entitySetOf);
        const response = await webApi.send(http.method, http.path, http.body, http.headers);
        if (!response.ok) {
            throw refusal(await readResponse(response));
        }
        return response;
    };

    /** An array within the array is a changeset: its writes happen together or not at all. */
    const executeMultiple = async (
        requests: readonly (ExecutableRequest | readonly ExecutableRequest[])[],
    ): Promise<Response[]> => {
        const responses: Response[] = [];
        for (const entry of requests) {
            const group: readonly ExecutableRequest[] = Array.isArray(entry)
                ? (entry as ExecutableRequest[])
                : [entry as ExecutableRequest];
            const http = await Promise.all(group.map((request) => httpRequestOf(request, entitySetOf)));
            const answered = await webApi.batch(http, Array.isArray(entry));
            const refused = answered.find((response) => response.status >= 400);
            if (refused) {
                throw refusal(refused);
            }
            responses.push(...answered.map((response, index) => browserResponse(response, http[index])));
        }
        return responses;
    };

    const online = namespace('Xrm.WebApi.online', { ...members, execute, executeMultiple });
    return namespace('Xrm.WebApi', {
        ...members,
        execute,
        executeMultiple,
        online,
        offline: namespace('Xrm.WebApi.offline', {}),
    });
}

function pageSize(maxPageSize: number | undefined): Record<string, string> {
    return { Prefer: `odata.include-annotations="*"${maxPageSize ? `,odata.maxpagesize=${maxPageSize}` : ''}` };
}

function readNext(response: WebApiResponse): { rows: readonly WebApiRow[]; nextLink?: string; pagingCookie?: string } {
    const body = response.body as { value?: WebApiRow[]; '@odata.nextLink'?: string };
    const next = body['@odata.nextLink'];
    return { rows: body.value ?? [], ...(next ? { nextLink: next } : {}) };
}

function browserResponse(response: WebApiResponse, request: BatchRequest | undefined): Response {
    const made = new Response(response.status === 204 ? null : JSON.stringify(response.body ?? null), {
        status: response.status,
        headers: { ...response.headers },
    });
    Object.defineProperty(made, 'url', { value: WEB_API_ROOT + (request?.path ?? '') });
    return made;
}
