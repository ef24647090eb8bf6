import { types } from 'node:util';

/** The environment said no. */
export class WebApiRefusal extends Error {
    /** The platform's code, such as `0x80040220`; empty when the answer had none. */
    readonly code: string;

    /**
     * @param request such as `GET WhoAmI`
     * @param status of the answer
     * @param answer its body
     */
    constructor(
        request: string,
        readonly status: number,
        answer: string,
    ) {
        const { code, message } = errorOf(answer);
        const hint = WAYS_OUT.get(status);
        super(`${request}: ${message}${code && ` [${code}]`} (HTTP ${status})${hint ? `. ${hint}` : ''}`);
        this.name = 'WebApiRefusal';
        this.code = code;
    }
}

const WAYS_OUT: ReadonlyMap<number, string> = new Map([
    [401, 'The sign-in is not good for this environment: look at --tenant, --client and --sign-in'],
    [
        403,
        'The account needs more rights there: the role System Administrator, or System Customizer together with ' +
            'rights to the tables that are named',
    ],
    [429, 'The environment limits requests for now: run the same command again later, what is done stays done'],
    [503, 'The environment is not available for now: run the same command again later, what is done stays done'],
]);

/** No answer came. */
export class Unreachable extends Error {
    /** @param cause the error of `fetch` */
    constructor(request: string, url: string, cause: unknown) {
        // `fetch` says only that it failed; why stands in the cause of its error.
        const inner = types.isNativeError(cause) && types.isNativeError(cause.cause) ? cause.cause : cause;
        const reason = types.isNativeError(inner)
            ? inner.message || String('code' in inner && inner.code)
            : String(inner);
        super(
            `${request}: ${url} gives no answer (${reason}). Is the address right, and can this machine reach it? ` +
                'What was done until here stays done; the same command goes on from there.',
        );
        this.name = 'Unreachable';
        this.cause = cause;
    }
}

function errorOf(answer: string): { readonly code: string; readonly message: string } {
    try {
        const parsed: unknown = JSON.parse(answer);
        if (typeof parsed === 'object' && parsed !== null && 'error' in parsed) {
            const { error } = parsed;
            if (typeof error === 'object' && error !== null && 'message' in error) {
                return { code: 'code' in error ? String(error.code) : '', message: String(error.message) };
            }
        }
    } catch {
        // Not JSON: a gateway's page, shown as it is.
    }
    return { code: '', message: answer.trim() === '' ? 'no explanation' : answer.slice(0, 300) };
}
