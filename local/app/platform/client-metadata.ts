/**
 * The client metadata of the environment, each part fetched once. The browser's HTTP cache keeps it between visits:
 * the server answers with an ETag that changes with the metadata.
 */
import type { ClientApp, ClientEnvironment, ClientTable } from '../../dataverse/client/types';
import type { Fetch } from './web-api';
import { WebApiError } from './types';

export interface ClientMetadata {
    environment(): Promise<ClientEnvironment>;
    /** @param name an app's id or unique name */
    app(name: string): Promise<ClientApp>;
    /** @param logicalName a table's logical name */
    table(logicalName: string): Promise<ClientTable>;
}

export function createClientMetadata(fetch: Fetch): ClientMetadata {
    const tables = new Map<string, Promise<ClientTable>>();
    const load = async <T>(path: string): Promise<T> => {
        const response = await fetch(`/app/client/${path}`, { credentials: 'same-origin' });
        if (!response.ok) {
            const body = (await response.json().catch(() => undefined)) as { error?: { message?: string } } | undefined;
            const reason = body?.error?.message ?? `/app/client/${path}: the server answered ${response.status}.`;
            throw new WebApiError(0x80040216, reason, response.status);
        }
        return (await response.json()) as T;
    };
    return {
        environment: () => load<ClientEnvironment>('environment'),
        app: (name) => load<ClientApp>(`apps/${encodeURIComponent(name)}`),
        table(logicalName) {
            const known = tables.get(logicalName);
            if (known) {
                return known;
            }
            const loading = load<ClientTable>(`tables/${encodeURIComponent(logicalName)}`);
            tables.set(logicalName, loading);
            // A failed load must not stay: the next page may have more luck.
            loading.catch(() => tables.delete(logicalName));
            return loading;
        },
    };
}
