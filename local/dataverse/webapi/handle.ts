/** The Web API: a request in, an answer out. Every request is one transaction. */
import { splitUrl } from './address/split-url';
import { errorAnswer, toResponse } from './answers';
import { runBatch } from './batch/run-batch';
import { requestContext } from './call-context';
import { lowerCaseHeaders, type Answer, type WebApiRequest, type WebApiResponse } from './http';
import type { WebApiHost } from './host';
import { parsePreferences } from './preferences';
import { route } from './route';

/**
 * Never throws: whatever goes wrong becomes an error answer.
 * @param request `url` may be absolute, path-absolute or relative to the service root
 */
export function handleWebApi(host: WebApiHost, request: WebApiRequest): WebApiResponse {
    const headers = lowerCaseHeaders(request.headers);
    if (/(?:^|\/)(?:\$|%24)batch\/?(?:\?|$)/i.test(request.url)) {
        try {
            return runBatch(headers, request.body, {
                execute: (part) => execute(host, part),
                transaction: (work) => host.organization.transaction(work),
            });
        } catch (error) {
            return toResponse(errorAnswer(error, parsePreferences(headers['prefer'])));
        }
    }
    return toResponse(execute(host, { ...request, headers }));
}

function execute(host: WebApiHost, request: WebApiRequest): Answer {
    const { headers } = request;
    const preferences = parsePreferences(headers['prefer']);
    try {
        const { version, path, options, aliases, relativeUrl } = splitUrl(request.url);
        const method = request.method.toUpperCase();
        const work = (): Answer =>
            route(
                {
                    host,
                    method,
                    headers,
                    body: request.body,
                    options,
                    aliases,
                    preferences,
                    serviceRoot: `http://${headers['host'] ?? 'localhost'}/api/data/v${version}/`,
                    relativeUrl,
                    ...requestContext(host, headers),
                },
                path,
            );
        const answer = method === 'GET' || method === 'HEAD' ? work() : host.organization.transaction(work);
        return preferences.applied === undefined
            ? answer
            : { ...answer, headers: { 'Preference-Applied': preferences.applied, ...answer.headers } };
    } catch (error) {
        return errorAnswer(error, preferences);
    }
}
