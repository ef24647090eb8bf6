import { problemOf, readBatch, type BatchPart } from './read-batch';
import { ConnectionLost, Refused, type WebApi } from './web-api';
import { batchOfReads, batchOfWrites, type BatchBody } from './write-batch';

/** What came back for a batch. */
export interface BatchResponse {
    /** Of HTTP. */
    readonly status: number;
    readonly contentType: string;
    readonly text: string;
}

/** Sends a batch to `$batch`, and rejects with whatever its transport throws when the answer does not come whole. */
export type SendBatch = (batch: BatchBody) => Promise<BatchResponse>;

/**
 * Sends batches as Microsoft Learn, "Use the Web API with JavaScript in web resources" has it: the page is of the same
 * origin, and its cookies say who asks.
 * @param fetch the page's
 * @param clientUrl gives the environment's address without a slash at its end
 */
export function sendBy(fetch: typeof globalThis.fetch, clientUrl: () => string): SendBatch {
    return async ({ boundary, body }) => {
        const response = await fetch(`${clientUrl()}/api/data/v9.2/$batch`, {
            method: 'POST',
            credentials: 'same-origin',
            cache: 'no-store',
            headers: {
                Accept: 'multipart/mixed',
                'Content-Type': `multipart/mixed; boundary=${boundary}`,
                'OData-MaxVersion': '4.0',
                'OData-Version': '4.0',
                // One change set or read that is refused keeps no other from running.
                Prefer: 'odata.continue-on-error',
            },
            body,
        });
        const contentType = response.headers.get('Content-Type') ?? '';
        return { status: response.status, contentType, text: await response.text() };
    };
}

/** Dataverse's Web API over whatever sends its batches. */
export function createBatchWebApi(send: SendBatch, newId: () => string): WebApi {
    return {
        read: async (addresses) => {
            if (addresses.length === 0) return [];
            const parts = await answersOf(send, batchOfReads(addresses, newId), addresses.length);
            return parts
                .flat()
                .map((part) =>
                    part.status < 400 ? { ok: true, body: part.body } : { ok: false, problem: problemOf(part) },
                );
        },
        write: async (changeSets) => {
            if (changeSets.length === 0) return [];
            const answers = await answersOf(send, batchOfWrites(changeSets, newId), changeSets.length);
            return answers.map((answer) => {
                const parts = [answer].flat();
                const refused = parts.find(({ status }) => status >= 400);
                return refused
                    ? { ok: false, problem: problemOf(refused) }
                    : { ok: true, bodies: parts.map(({ body }) => body) };
            });
        },
    };
}

/** @throws Refused when the batch as a whole is; ConnectionLost without a complete answer */
async function answersOf(
    send: SendBatch,
    batch: BatchBody,
    count: number,
): Promise<readonly (BatchPart | readonly BatchPart[])[]> {
    const { status, contentType, text } = await sent(send, batch);
    if (status >= 400) throw new Refused(problemOf({ status, body: parse(text) }));
    const answers = readBatch(contentType, text);
    if (answers?.length !== count) throw new ConnectionLost();
    return answers;
}

async function sent(send: SendBatch, batch: BatchBody): Promise<BatchResponse> {
    try {
        return await send(batch);
    } catch (error) {
        throw new ConnectionLost(error);
    }
}

function parse(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}
