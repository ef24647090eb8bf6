/** The few Web API requests that deploying needs (Microsoft Learn, "Use the Microsoft Dataverse Web API"). */
export class WebApiClient {
    constructor(
        /** Address of the environment, such as `http://127.0.0.1:8484`. */
        readonly environmentUrl: string,
        private readonly headers: Readonly<Record<string, string>> = {},
    ) {}

    /** The same client on behalf of another user (header MSCRMCallerID). */
    as(systemUserId: string): WebApiClient {
        return new WebApiClient(this.environmentUrl, { ...this.headers, MSCRMCallerID: systemUserId });
    }

    /**
     * @param path below `/api/data/v9.2/`
     * @throws WebApiRefusal when the environment answers with an error
     */
    async get(path: string): Promise<Record<string, unknown>> {
        return objectOf(await (await this.send('GET', path)).json());
    }

    /** Rows of a query's first page. */
    async rows(path: string): Promise<readonly Record<string, unknown>[]> {
        const { value } = await this.get(path);
        return Array.isArray(value) ? value.map(objectOf) : [];
    }

    async post(path: string, body: unknown): Promise<Record<string, unknown>> {
        const response = await this.send('POST', path, body);
        const text = await response.text();
        return text === '' ? {} : objectOf(JSON.parse(text));
    }

    async patch(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<void> {
        await this.send('PATCH', path, body, headers);
    }

    /**
     * Sends writes in one `$batch` with one changeset: all of them happen, or none.
     * @throws WebApiRefusal with the first error, naming the request
     */
    async changeset(requests: readonly WriteRequest[]): Promise<void> {
        if (requests.length === 0) return;
        const parts = requests.map(({ method, path, body }, index) =>
            [
                '--changeset_1',
                'Content-Type: application/http',
                'Content-Transfer-Encoding: binary',
                `Content-ID: ${index + 1}`,
                '',
                `${method} /api/data/v9.2/${path} HTTP/1.1`,
                'Content-Type: application/json',
                '',
                JSON.stringify(body),
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
        const response = await fetch(`${this.environmentUrl}/api/data/v9.2/$batch`, {
            method: 'POST',
            headers: {
                ...this.headers,
                'Content-Type': 'multipart/mixed; boundary=batch_1',
                Accept: 'application/json',
            },
            body: text,
        });
        const answer = await response.text();
        const failure = /^HTTP\/1\.1 ([45]\d\d)/m.exec(answer);
        if (!response.ok || failure) {
            const status = Number(failure?.[1] ?? response.status);
            const json = answer.slice(answer.indexOf('{"error"'));
            throw new WebApiRefusal(`$batch of ${requests.length} writes`, status, json.split(/\r?\n/)[0] ?? answer);
        }
    }

    private async send(
        method: string,
        path: string,
        body?: unknown,
        headers: Readonly<Record<string, string>> = {},
    ): Promise<Response> {
        const response = await fetch(`${this.environmentUrl}/api/data/v9.2/${path}`, {
            method,
            headers: {
                Accept: 'application/json',
                'OData-Version': '4.0',
                'OData-MaxVersion': '4.0',
                ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
                ...this.headers,
                ...headers,
            },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        if (!response.ok) throw new WebApiRefusal(`${method} ${path}`, response.status, await response.text());
        return response;
    }
}

export interface WriteRequest {
    readonly method: 'POST' | 'PATCH';
    /** Below `/api/data/v9.2/`. */
    readonly path: string;
    readonly body: unknown;
}

/** The environment said no. */
export class WebApiRefusal extends Error {
    constructor(
        request: string,
        readonly status: number,
        answer: string,
    ) {
        super(`${request}: ${messageOf(answer)} (HTTP ${status})`);
        this.name = 'WebApiRefusal';
    }
}

function messageOf(answer: string): string {
    try {
        const error = objectOf(objectOf(JSON.parse(answer))['error']);
        return `${String(error['message'])} [${String(error['code'])}]`;
    } catch {
        return answer.slice(0, 300);
    }
}

function objectOf(value: unknown): Record<string, unknown> {
    if (typeof value === 'object' && value !== null) return { ...value };
    throw new TypeError(`Expected a JSON object from the Web API, got ${JSON.stringify(value)}.`);
}
