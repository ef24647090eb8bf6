/** Requests and answers of the Web API, without any HTTP library. */

export interface WebApiRequest {
    readonly method: string;
    /** Path and query, or an absolute address; still percent-encoded. */
    readonly url: string;
    /** Names in lower case. */
    readonly headers: Readonly<Record<string, string | undefined>>;
    readonly body?: string | Uint8Array;
}

export interface WebApiResponse {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | Uint8Array;
}

/** One answer before it becomes text. */
export interface Answer {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    /** Written as JSON; absent: no body. */
    readonly json?: unknown;
    /** Written as it is, with its own content type in `headers`. */
    readonly text?: string;
}

/** Names of headers in lower case. */
export function lowerCaseHeaders(
    headers: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
