import { batchOfReads, batchOfWrites, type BatchBody } from '../../lifecycle/web-api/write-batch';
import { problemOf, readBatch, type BatchPart } from '../../lifecycle/web-api/read-batch';
import { ConnectionLost, Refused, type WebApi } from '../../lifecycle/web-api/web-api';

const ROOT = '/api/data/v9.2/';

/**
 * The Web API at its address, as Microsoft Learn, "Use the Web API with JavaScript in web resources" has it: the page
 * is of the same origin, and its cookies say who asks.
 * @param clientUrl the environment's address without a slash at its end
 */
export function createWebApi(clientUrl: string, newId: () => string): WebApi {
    return {
        read: async (addresses) => {
            if (addresses.length === 0) return [];
            const parts = await send(batchOfReads(addresses, newId), addresses.length);
            return parts
                .flat()
                .map((part) =>
                    part.status < 400 ? { ok: true, body: part.body } : { ok: false, problem: problemOf(part) },
                );
        },
        write: async (changeSets) => {
            if (changeSets.length === 0) return [];
            const answers = await send(batchOfWrites(changeSets, newId), changeSets.length);
            return answers.map((answer) => {
                const parts = [answer].flat();
                const refused = parts.find(({ status }) => status >= 400);
                return refused
                    ? { ok: false, problem: problemOf(refused) }
                    : { ok: true, bodies: parts.map(({ body }) => body) };
            });
        },
    };

    /** @throws Refused when the batch as a whole is; ConnectionLost without a complete answer */
    async function send(
        { boundary, body }: BatchBody,
        count: number,
    ): Promise<readonly (BatchPart | readonly BatchPart[])[]> {
        const { response, text } = await answered(() =>
            fetch(`${clientUrl}${ROOT}$batch`, {
                method: 'POST',
                credentials: 'same-origin',
                cache: 'no-store',
                headers: {
                    Accept: 'multipart/mixed',
                    'Content-Type': `multipart/mixed; boundary=${boundary}`,
                    'OData-MaxVersion': '4.0',
                    'OData-Version': '4.0',
                    Prefer: 'odata.continue-on-error',
                },
                body,
            }),
        );
        if (!response.ok) throw new Refused(problemOf({ status: response.status, body: parse(text) }));
        const answers = readBatch(response.headers.get('Content-Type') ?? '', text);
        if (answers?.length !== count) throw new ConnectionLost();
        return answers;
    }
}

async function answered(
    request: () => Promise<Response>,
): Promise<{ readonly response: Response; readonly text: string }> {
    try {
        const response = await request();
        return { response, text: await response.text() };
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
