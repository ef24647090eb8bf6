import { isRow } from '../row';

/** What `Xrm.WebApi.online` answers (Microsoft Learn, "execute (Client API reference)"). */
export interface ActionResponse {
    readonly ok?: boolean;
    readonly status: number;
    readonly statusText: string;
    json(): Promise<unknown>;
}

const NO_CONTENT = 204;

/**
 * The body of an answer: the promise of `executeMultiple` resolves whatever the server answered.
 * @returns undefined for an answer without a body
 * @throws Error with Dataverse's message, and its code as the number `errorCode`
 */
export async function readResponse(response: ActionResponse): Promise<unknown> {
    if (response.ok !== false) return response.status === NO_CONTENT ? undefined : response.json();
    const body = await response.json();
    const error = isRow(body) && isRow(body['error']) ? body['error'] : {};
    throw Object.assign(new Error(String(error['message'] ?? response.statusText)), {
        errorCode: Number(error['code'] ?? 0),
    });
}
