import { DEFAULT_RETRY_POLICY, sendWithRetries, type RetryPolicy } from './retry';
import { Unreachable, WebApiRefusal } from './web-api-errors';

export { WebApiRefusal } from './web-api-errors';

export interface WebApiClientOptions {
    readonly headers?: Readonly<Record<string, string>>;
    /** Asked before each request, so that a token that expires is followed by a fresh one; absent: no sign-in. */
    readonly accessToken?: () => Promise<string>;
    readonly retry?: RetryPolicy;
    /** What carries a request; `fetch` when absent. */
    readonly transport?: (url: string, request: RequestInit) => Promise<Response>;
}

/** A row or an answer as the Web API writes it. */
export type Json = Record<string, unknown>;

/** Requests that one `$batch` takes (Microsoft Learn, "Execute batch operations using the Web API"). */
export const GREATEST_BATCH = 1000;

/** The few Web API requests that deploying needs (Microsoft Learn, "Use the Microsoft Dataverse Web API"). */
export class WebApiClient {
    constructor(
        /** Address of the environment, such as `http://127.0.0.1:8484`. */
        readonly environmentUrl: string,
        private readonly options: WebApiClientOptions = {},
    ) {}

    /** The same client on behalf of another user (header MSCRMCallerID). */
    as(systemUserId: string): WebApiClient {
        const headers = { ...this.options.headers, MSCRMCallerID: systemUserId };
        return new WebApiClient(this.environmentUrl, { ...this.options, headers });
    }

    /**
     * @param path below `/api/data/v9.2/`
     * @throws WebApiRefusal when the environment answers with an error
     */
    async get(path: string): Promise<Json> {
        return objectOf(await (await this.send('GET', path)).json());
    }

    /** The same; undefined when there is no such row, table or segment. */
    async find(path: string): Promise<Json | undefined> {
        try {
            return await this.get(path);
        } catch (error) {
            if (error instanceof WebApiRefusal && error.status === 404) return undefined;
            throw error;
        }
    }

    /** Rows of a query, of all its pages. */
    async rows(path: string): Promise<readonly Json[]> {
        const all: Json[] = [];
        for (let next: string | undefined = path; next !== undefined; ) {
            const page: Json = await this.get(next);
            if (Array.isArray(page['value'])) all.push(...page['value'].map(objectOf));
            const link = page['@odata.nextLink'];
            next = typeof link === 'string' ? this.pathOf(link) : undefined;
        }
        return all;
    }

    /** @param isRepeatable doing it twice is as good as once, so it may be sent again when nobody knows how it went */
    async post(path: string, body: unknown, { isRepeatable = false } = {}): Promise<Json> {
        const response = await this.send('POST', path, body, {}, isRepeatable);
        const text = await response.text();
        return text === '' ? {} : objectOf(JSON.parse(text));
    }

    async patch(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<void> {
        await this.send('PATCH', path, body, headers);
    }

    /** @returns false when it was gone already */
    async delete(path: string): Promise<boolean> {
        try {
            await this.send('DELETE', path);
            return true;
        } catch (error) {
            if (error instanceof WebApiRefusal && error.status === 404) return false;
            throw error;
        }
    }

    /**
     * Sends writes in one `$batch` with one changeset: all of them happen, or none.
     * @throws WebApiRefusal with the first error, naming the request
     */
    async changeset(requests: readonly WriteRequest[]): Promise<void> {
        if (requests.length === 0) return;
        if (requests.length > GREATEST_BATCH) {
            throw new Error(
                `$batch of ${requests.length} writes: it takes ${GREATEST_BATCH} at most, and these happen all or none. ` +
                    'Bring in so many rows with the Configuration Migration tool.',
            );
        }
        const parts = requests.map(({ method, path, body }, index) =>
            [
                '--changeset_1',
                'Content-Type: application/http',
                'Content-Transfer-Encoding: binary',
                `Content-ID: ${index + 1}`,
                '',
                `${method} /api/data/v9.2/${path} HTTP/1.1`,
                ...(body === undefined ? [''] : ['Content-Type: application/json', '', JSON.stringify(body)]),
            ].join('\r\n'),
        );
        const text = [
            '--batch_1',
            'Content-Type: multipart/mixed; boundary=changeset_1',
            '',
            ...parts,
            '--changeset_1--',
            '--batch_1--',
            '',
        ].join('\r\n');
        const name = `$batch of ${requests.length} writes`;
        const response = await this.request('POST', '$batch', name, text, {
            'Content-Type': 'multipart/mixed; boundary=batch_1',
        });
        const answer = await response.text();
        const failure = /^HTTP\/1\.1 ([45]\d\d)/m.exec(answer);
        if (!response.ok || failure) {
            const status = Number(failure?.[1] ?? response.status);
            const json = answer.slice(answer.indexOf('{"error"'));
            throw new WebApiRefusal(name, status, json.split(/\r?\n/)[0] ?? answer);
        }
    }

    private async send(
        method: string,
        path: string,
        body?: unknown,
        headers: Readonly<Record<string, string>> = {},
        isRepeatable?: boolean,
    ): Promise<Response> {
        const response = await this.request(
            method,
            path,
            `${method} ${path}`,
            body === undefined ? undefined : JSON.stringify(body),
            {
                'OData-Version': '4.0',
                'OData-MaxVersion': '4.0',
                ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
                ...headers,
            },
            isRepeatable,
        );
        if (!response.ok) throw new WebApiRefusal(`${method} ${path}`, response.status, await response.text());
        return response;
    }

    /** Sends one request; every other method is repeatable, because rows are created by ids of our own. */
    private async request(
        method: string,
        path: string,
        name: string,
        body: string | undefined,
        headers: Readonly<Record<string, string>>,
        isRepeatable = method !== 'POST',
    ): Promise<Response> {
        const { accessToken, retry = DEFAULT_RETRY_POLICY, transport = fetch } = this.options;
        const send = async (): Promise<Response> => {
            const authorization = accessToken && { Authorization: `Bearer ${await accessToken()}` };
            return transport(`${this.environmentUrl}/api/data/v9.2/${path}`, {
                method,
                headers: { Accept: 'application/json', ...this.options.headers, ...headers, ...authorization },
                ...(body === undefined ? {} : { body }),
                // A token is for this environment and goes nowhere else.
                redirect: 'error',
            }).catch((error: unknown) => {
                throw new Unreachable(name, this.environmentUrl, error);
            });
        };
        return sendWithRetries(send, { name, isRepeatable }, retry);
    }

    /** The part of an address below `/api/data/v9.x/`. @throws TypeError when it is another environment's */
    private pathOf(link: string): string {
        const url = new URL(link);
        const path = /^\/api\/data\/v\d+\.\d+\/(.*)$/.exec(url.pathname + url.search)?.[1];
        if (path === undefined || url.origin !== new URL(this.environmentUrl).origin) {
            throw new Error(`The next page of rows is at ${link}, which is not in ${this.environmentUrl}.`);
        }
        return path;
    }
}

export interface WriteRequest {
    readonly method: 'POST' | 'PATCH' | 'DELETE';
    /** Below `/api/data/v9.2/`. */
    readonly path: string;
    readonly body?: unknown;
}

function objectOf(value: unknown): Json {
    if (typeof value === 'object' && value !== null) return { ...value };
    throw new TypeError(`Expected a JSON object from the Web API, got ${JSON.stringify(value)}.`);
}
