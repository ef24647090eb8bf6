import { randomBytes } from 'node:crypto';
import { failuresOf, succeeded } from './import-log';
import type { SolutionFile } from './solution-file';
import type { DeployContext } from './step';
import type { WebApiClient } from './web-api-client';

/**
 * A new id for an import job whose first 60 bits are the zip's fingerprint. An environment keeps no content of what
 * was imported, but it keeps the id that the client gave the job: so a later deploy can tell whether this very file is
 * there already. The rest is random, because an id serves once only. Version 8 is for ids of one's own making
 * (RFC 9562, section 5.8).
 * @param random 8 bytes
 */
export function importJobId(fingerprint: string, random: Uint8Array = randomBytes(8)): string {
    const rest = Buffer.from(random).toString('hex');
    return `${fingerprintPart(fingerprint)}-8${rest.slice(1, 4)}-${rest.slice(4, 16)}`;
}

function fingerprintPart(fingerprint: string): string {
    return `${fingerprint.slice(0, 8)}-${fingerprint.slice(8, 12)}-8${fingerprint.slice(12, 15)}`;
}

/** So many failed imports are looked past. */
const JOBS_LOOKED_AT = 10;

/**
 * Whether the last import of this solution that succeeded was of this very file. Jobs that an administrator has
 * deleted are unknown; then the answer is no, and importing once more is right.
 */
export async function isLastImported(client: WebApiClient, solution: SolutionFile): Promise<boolean> {
    // An upgrade goes by the name of the solution that is staged for it.
    const names = [solution.uniqueName, `${solution.uniqueName}_Upgrade`];
    const isOurs = names.map((name) => `solutionname eq '${name}'`).join(' or ');
    const jobs = await client.rows(
        `importjobs?$select=importjobid,startedon&$filter=(${isOurs}) and completedon ne null` +
            `&$orderby=startedon desc&$top=${JOBS_LOOKED_AT}`,
    );
    let last: { readonly startedOn: unknown; readonly isThis: boolean } | undefined;
    for (const job of jobs) {
        // Times are whole seconds: of two imports in one second nobody knows which came last.
        if (last && job['startedon'] !== last.startedOn) break;
        const id = String(job['importjobid']);
        const { data } = await client.get(`importjobs(${id})?$select=data`);
        if (!succeeded(String(data))) continue;
        const isThis = id.toLowerCase().startsWith(fingerprintPart(solution.fingerprint));
        last = { startedOn: job['startedon'], isThis: isThis && (last?.isThis ?? true) };
    }
    return last?.isThis ?? false;
}

/** State and status of a finished asynchronous operation (Microsoft Learn, "AsyncOperation table reference"). */
const COMPLETED = 3;
const SUCCEEDED = 30;
const POLL_MILLISECONDS = 2000;
/** An import that takes longer than two hours has been given up by the platform too. */
const MOST_POLLS = 3600;

/**
 * Follows an import until it has ended, drawing how far it is.
 * @param operation id of the asyncoperation
 * @param job id of the importjob
 * @throws Error with every component that failed and why
 */
export async function followImport(
    { client, output, solution, wait }: DeployContext,
    operation: string,
    job: string,
): Promise<void> {
    const label = `importing ${solution.name}`;
    const path = `asyncoperations(${operation})?$select=statecode,statuscode,message,friendlymessage`;
    for (let polls = 0; polls < MOST_POLLS; polls += 1) {
        const { statecode, statuscode, friendlymessage, message } = await client.get(path);
        if (statecode === COMPLETED) {
            if (statuscode === SUCCEEDED) {
                output.progress(label, 100);
                return;
            }
            const log = await client.find(`importjobs(${job})?$select=data`);
            throw importError(solution, String(log?.['data'] ?? ''), String(friendlymessage ?? message ?? ''), job);
        }
        // The job's row comes into being some time after the operation's.
        const progress = (await client.find(`importjobs(${job})?$select=progress`))?.['progress'];
        output.progress(label, typeof progress === 'number' ? progress : 0);
        await wait(POLL_MILLISECONDS);
    }
    throw new Error(
        `The import of ${solution.name} has not ended after two hours. Look at the solution history of the ` +
            `environment (import job ${job}), and deploy again when it has ended.`,
    );
}

function importError(solution: SolutionFile, log: string, message: string, job: string): Error {
    const failures = failuresOf(log);
    const lines = failures.length === 0 ? [message || 'the environment gives no reason'] : failures;
    return new Error(
        [
            `The import of ${solution.name} (${solution.uniqueName} ${solution.version}) failed; nothing of it is there:`,
            ...lines.map((line) => `  ${line}`),
            `The whole log is in importjobs(${job}).`,
        ].join('\n'),
    );
}
