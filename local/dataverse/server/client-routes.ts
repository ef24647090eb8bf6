/** `/app/client/…`: what the app player loads of the environment. */
import { clientApp } from '../client/client-app';
import { clientControl } from '../client/client-control';
import { clientEnvironment } from '../client/client-environment';
import { clientEtag } from '../client/client-etag';
import { clientTable } from '../client/client-table';
import { errorAnswer, toResponse, unknownSegment } from '../webapi/answers';
import { callerOf } from '../webapi/call-context';
import type { WebApiHost } from '../webapi/host';
import type { FileAnswer } from './file-answer';
import { openSession } from './session';

type Headers = Readonly<Record<string, string | undefined>>;

const JSON_TYPE = 'application/json; charset=utf-8';

export interface ClientRequest {
    readonly method: string;
    /** Decoded, below `/app/client/`. */
    readonly path: string;
    readonly headers: Headers;
    readonly body: Uint8Array | undefined;
}

/** Never throws: errors are answered in the Web API's form. */
export function clientRoute(host: WebApiHost, request: ClientRequest): FileAnswer {
    try {
        if (request.method === 'POST' && request.path === 'session') {
            const cookie = openSession(host, request.headers, request.body);
            return { status: 204, headers: { 'Set-Cookie': cookie, 'Cache-Control': 'no-store' }, body: '' };
        }
        if (request.method !== 'GET') throw unknownSegment(request.path);
        const userId = callerOf(host, request.headers);
        const etag = clientEtag(host.environment, userId);
        const headers = { ETag: etag, 'Cache-Control': 'no-cache', Vary: 'Cookie', 'Content-Type': JSON_TYPE };
        if (request.headers['if-none-match'] === etag) return { status: 304, headers, body: '' };
        return { status: 200, headers, body: JSON.stringify(clientMetadata(host, request.path, userId)) };
    } catch (error) {
        return toResponse(errorAnswer(error, { includes: () => false }));
    }
}

function clientMetadata(host: WebApiHost, path: string, userId: string): unknown {
    const { environment } = host;
    const [kind = '', ...rest] = path.split('/');
    const name = rest.join('/');
    switch (kind) {
        case 'environment':
            return clientEnvironment(environment, userId);
        case 'apps':
            return clientApp(environment, name, userId);
        case 'tables':
            return clientTable(environment, name, userId);
        case 'controls':
            return clientControl(environment, name);
        default:
            throw unknownSegment(kind);
    }
}
