/** Sends requests as a client would, to a real environment in memory. */
import { createLocalDataverse, type LocalDataverse } from '../../local/dataverse/local-dataverse';

export const SERVICE_ROOT = 'http://127.0.0.1:8484/api/data/v9.2/';
export const USERS = {
    admin: '11111111-1111-4111-8111-111111111101',
    sam: '11111111-1111-4111-8111-111111111102',
    nadia: '11111111-1111-4111-8111-111111111103',
    manager: '11111111-1111-4111-8111-111111111104',
    maker: '11111111-1111-4111-8111-111111111105',
} as const;

type Json = Record<string, unknown>;

export interface Reply {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly text: string;
    /** Body as JSON; empty for none. */
    readonly json: Json & {
        readonly value?: unknown;
        readonly error?: { readonly code: string; readonly message: string };
    };
    /** `value` of a list. */
    readonly rows: readonly Json[];
    /** Id in OData-EntityId. */
    readonly id: string;
}

export interface Client {
    readonly dataverse: LocalDataverse;
    send(method: string, url: string, body?: unknown, headers?: Readonly<Record<string, string>>): Reply;
    /** Creates a row and answers its id. */
    create(entitySet: string, body: Json): string;
    close(): void;
}

export function aClient(): Client {
    const dataverse = createLocalDataverse();
    const send: Client['send'] = (method, url, body, headers = {}) => {
        const absolute = url.startsWith('/') || url.startsWith('http') ? url : `/api/data/v9.2/${url}`;
        const response = dataverse.handle({
            method,
            url: absolute,
            headers: { host: '127.0.0.1:8484', accept: 'application/json', ...headers },
            ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        });
        const text = typeof response.body === 'string' ? response.body : Buffer.from(response.body).toString();
        const json = (text.startsWith('{') ? JSON.parse(text) : {}) as Reply['json'];
        return {
            status: response.status,
            headers: response.headers,
            text,
            json,
            rows: Array.isArray(json.value) ? (json.value as readonly Json[]) : [],
            id: /\(([0-9a-f-]{36})\)$/.exec(response.headers['OData-EntityId'] ?? '')?.[1] ?? '',
        };
    };
    return {
        dataverse,
        send,
        create: (entitySet, body) => {
            const reply = send('POST', entitySet, body);
            if (reply.status !== 204) throw new Error(`POST ${entitySet}: ${reply.status} ${reply.text}`);
            return reply.id;
        },
        close: () => dataverse.close(),
    };
}

export const ALL_ANNOTATIONS = { prefer: 'odata.include-annotations="*"' } as const;
