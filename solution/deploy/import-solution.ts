import { randomUUID } from 'node:crypto';
import type { WebApiClient } from './web-api-client';

/** State and status of a finished asynchronous operation (Microsoft Learn, "AsyncOperation table reference"). */
const COMPLETED = 3;
const SUCCEEDED = 30;
const POLL_MILLISECONDS = 100;

/**
 * Imports a solution.zip as `pac solution import --async` does: ImportSolutionAsync, then the asynchronous operation
 * until it is completed.
 * @throws an error with the import's own message when it failed
 */
export async function importSolution(client: WebApiClient, zip: Uint8Array): Promise<void> {
    const answer = await client.post('ImportSolutionAsync', {
        OverwriteUnmanagedCustomizations: true,
        PublishWorkflows: true,
        CustomizationFile: Buffer.from(zip).toString('base64'),
        ImportJobId: randomUUID(),
    });
    const operation = `asyncoperations(${String(answer['AsyncOperationId'])})?$select=statecode,statuscode,message,friendlymessage`;
    for (;;) {
        const { statecode, statuscode, friendlymessage, message } = await client.get(operation);
        if (statecode === COMPLETED) {
            if (statuscode !== SUCCEEDED) throw new Error(`Import failed: ${String(friendlymessage ?? message)}`);
            break;
        }
        await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
    }
    await client.post('PublishAllXml', {});
}
