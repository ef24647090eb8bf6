/** The local Dataverse behind HTTP: a thin adapter, everything it answers is made elsewhere. */
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { controlFile } from '../client/client-control';
import { DataverseError, ErrorCode } from '../errors';
import { readUserSettings } from '../formatting/read-user-settings';
import { errorAnswer, toResponse } from '../webapi/answers';
import { callerOf } from '../webapi/call-context';
import { handleWebApi } from '../webapi/handle';
import { lowerCaseHeaders } from '../webapi/http';
import type { WebApiHost } from '../webapi/host';
import { clientRoute } from './client-routes';
import { fileContentType } from './content-types';
import { fileAnswer, notFound, type FileAnswer, type FileContent } from './file-answer';
import { refusal } from './local-only';
import { playerFile } from './player-files';
import { themeOf } from './session';
import { CONTENT_SECURITY_POLICY, shellPage } from './shell-page';
import { webResource } from './web-resources';

export interface ServerOptions {
    readonly host: WebApiHost;
    /** Folder of the bundled app player. */
    readonly playerDirectory: string;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
/** Solution files come as base64 in JSON. */
const BODY_LIMIT = 256 * 1024 * 1024;
/** FetchXML in addresses is long. */
const MAX_HEADER_SIZE = 256 * 1024;

/** Not listening yet: call `listen`, and `close` in the end. */
export function createServer({ host, playerDirectory }: ServerOptions): FastifyInstance {
    const app = fastify({
        bodyLimit: BODY_LIMIT,
        routerOptions: { maxParamLength: MAX_HEADER_SIZE },
        forceCloseConnections: true,
        http: { maxHeaderSize: MAX_HEADER_SIZE },
        frameworkErrors: (error, _request, reply) => void send(reply, refused(error)),
    });
    // The Web API reads bodies itself, whatever their content type.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

    app.addHook('onRequest', (request, reply, done) => {
        const { host: name, origin } = request.headers;
        const reason = refusal(request.method, {
            host: name,
            origin,
            secFetchSite: headersOf(request)['sec-fetch-site'],
        });
        reply.header('X-Content-Type-Options', 'nosniff').header('Referrer-Policy', 'same-origin');
        if (reason === undefined) done();
        else void reply.code(403).type('text/plain; charset=utf-8').send(reason);
    });

    app.route({
        method: METHODS,
        url: '/api/data/*',
        handler: (request, reply) => {
            const answer = handleWebApi(host, {
                method: request.method,
                url: request.raw.url ?? request.url,
                headers: headersOf(request),
                body: bodyOf(request),
            });
            return send(reply, { ...answer, headers: { 'Cache-Control': 'no-cache', ...answer.headers } });
        },
    });

    app.route({
        method: METHODS,
        url: '/app/client/*',
        handler: (request, reply) =>
            send(
                reply,
                clientRoute(host, {
                    method: request.method,
                    path: restOf(request),
                    headers: headersOf(request),
                    body: bodyOf(request),
                }),
            ),
    });

    const serveFile = (request: FastifyRequest, reply: FastifyReply, what: string, file: FileContent | undefined) => {
        const answer = file ? fileAnswer(file, request.headers['if-none-match']) : notFound(what);
        const isPage = file?.contentType.startsWith('text/html') ?? false;
        // Only pages have a policy of their own: it says who may frame them, which is this origin.
        if (isPage) reply.header('Content-Security-Policy', CONTENT_SECURITY_POLICY);
        return send(reply, answer);
    };

    app.get('/app/player/*', (request, reply) =>
        serveFile(request, reply, request.url, playerFile(playerDirectory, restOf(request))),
    );
    app.get('/CustomControls/:name/*', (request, reply) => {
        const { name } = request.params as { readonly name: string };
        const path = restOf(request);
        const body = controlFile(host.environment, name, path);
        const file = body && { body, contentType: fileContentType(path), immutable: false };
        return serveFile(request, reply, `The file '${path}' of the code component '${name}'`, file);
    });
    const serveWebResource = (request: FastifyRequest, reply: FastifyReply, hasVersion: boolean) => {
        const name = restOf(request);
        return serveFile(request, reply, `The web resource '${name}'`, webResource(host.environment, name, hasVersion));
    };
    app.get('/WebResources/*', (request, reply) => serveWebResource(request, reply, false));
    app.get('/:version/WebResources/*', (request, reply) => serveWebResource(request, reply, true));

    const servePage = (request: FastifyRequest, reply: FastifyReply) => {
        const userId = callerOf(host, headersOf(request));
        const { locale } = readUserSettings(host.environment, userId);
        return reply
            .type('text/html; charset=utf-8')
            .header('Content-Security-Policy', CONTENT_SECURITY_POLICY)
            .header('Cache-Control', 'no-store')
            .send(shellPage(host.environment, locale, themeOf(host, userId)));
    };
    app.get('/', servePage);
    app.get('/main.aspx', servePage);
    app.setErrorHandler((error: FastifyError, _request, reply) => send(reply, refused(error)));
    app.setNotFoundHandler((request, reply) => send(reply, notFound(request.url)));
    return app;
}

/** What Fastify itself refuses (broken addresses, bodies that are too large) has a status of its own. */
function refused(error: FastifyError | DataverseError): FileAnswer {
    const known =
        'statusCode' in error && error.statusCode !== undefined
            ? new DataverseError(ErrorCode.UnknownResource, error.message, error.statusCode)
            : error;
    return toResponse(errorAnswer(known, { includes: () => false }));
}

function headersOf(request: FastifyRequest): Record<string, string | undefined> {
    return lowerCaseHeaders(
        Object.fromEntries(
            Object.entries(request.headers).map(([name, value]) => [
                name,
                Array.isArray(value) ? value.join(',') : value,
            ]),
        ),
    );
}

const bodyOf = (request: FastifyRequest): Uint8Array | undefined =>
    request.body instanceof Uint8Array ? request.body : undefined;

/** What stands for `*` in the route. */
function restOf(request: FastifyRequest): string {
    return (request.params as { readonly '*'?: string })['*'] ?? '';
}

function send(reply: FastifyReply, { status, headers, body }: FileAnswer): FastifyReply {
    const payload = typeof body === 'string' ? body : Buffer.from(body);
    reply.code(status).headers(headers);
    return payload.length === 0 && status !== 200 ? reply.send() : reply.send(payload);
}
