import { types } from 'node:util';

/** How often and how long a request is tried again. */
export interface RetryPolicy {
    /** Tries in all, the first one included. */
    readonly attempts: number;
    /** Milliseconds that all waits of one request may take together. */
    readonly patience: number;
    /** Milliseconds before the second try when the environment does not say; doubled for each further one. */
    readonly firstWait: number;
    /** Waits that many milliseconds. */
    readonly wait: (milliseconds: number) => Promise<void>;
    /** Milliseconds since 1970. */
    readonly now: () => number;
    /** Receives a line before each wait. */
    readonly report: (line: string) => void;
}

export const DEFAULT_RETRY_POLICY: RetryPolicy = {
    attempts: 6,
    patience: 15 * 60_000,
    firstWait: 1000,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    now: Date.now,
    report: () => undefined,
};

/** What is sent, as far as trying again depends on it. */
export interface RetriedRequest {
    /** Such as `GET WhoAmI`; named in lines and errors. */
    readonly name: string;
    /** Sending it twice leaves the environment as sending it once does. */
    readonly isRepeatable: boolean;
}

/** Not handled by the environment, whatever the request (Microsoft Learn, "Service protection API limits"). */
const NEVER_HANDLED: ReadonlySet<number> = new Set([429, 503]);
/** Perhaps handled: a gateway gave up, or the service failed half-way. */
const PERHAPS_HANDLED: ReadonlySet<number> = new Set([500, 502, 504]);
/** Codes of connections that broke off; other failures, such as an unknown host, do not pass by waiting. */
const BROKEN_CONNECTION: ReadonlySet<string> = new Set([
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'EAI_AGAIN',
    'UND_ERR_SOCKET',
]);

/**
 * Sends a request, again after a wait when the environment is busy or the connection broke off. The wait is what
 * `Retry-After` asks for, seconds or a date; without it, longer each time. 429 and 503 are tried again always, other
 * failures of the service and broken connections only when the request is repeatable; 501 never.
 * @returns the last answer, whatever its status
 * @throws the connection's error when no try got an answer
 */
export async function sendWithRetries(
    send: () => Promise<Response>,
    request: RetriedRequest,
    policy: RetryPolicy,
): Promise<Response> {
    let waited = 0;
    for (let attempt = 1; ; attempt += 1) {
        const outcome = await send().catch((error: unknown) => {
            if (attempt < policy.attempts && request.isRepeatable && brokenConnection(error)) return error;
            throw error;
        });
        const answer = outcome instanceof Response ? outcome : undefined;
        if (answer && (attempt === policy.attempts || !mayBeTriedAgain(answer.status, request))) return answer;
        const asked = answer && retryAfter(answer.headers.get('Retry-After'), policy.now());
        const wait = asked ?? policy.firstWait * 2 ** (attempt - 1);
        if (waited + wait > policy.patience) {
            if (answer) return answer;
            throw outcome;
        }
        const reason = answer ? `HTTP ${answer.status}` : String(brokenConnection(outcome));
        policy.report(`${request.name}: ${reason}; trying again in ${Math.ceil(wait / 1000)} s`);
        await answer?.body?.cancel();
        await policy.wait(wait);
        waited += wait;
    }
}

function mayBeTriedAgain(status: number, { isRepeatable }: RetriedRequest): boolean {
    return NEVER_HANDLED.has(status) || (isRepeatable && PERHAPS_HANDLED.has(status));
}

/** @returns milliseconds; undefined when the header is absent or says nothing that can be read */
function retryAfter(header: string | null, now: number): number | undefined {
    if (header === null || header.trim() === '') return undefined;
    const seconds = Number(header);
    if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
    const date = Date.parse(header);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** The code of a connection that broke off: `fetch` hides it in the cause of its own error. */
function brokenConnection(error: unknown): string | undefined {
    for (let cause = error; types.isNativeError(cause); cause = cause.cause) {
        if ('code' in cause && typeof cause.code === 'string' && BROKEN_CONNECTION.has(cause.code)) return cause.code;
    }
    return undefined;
}
