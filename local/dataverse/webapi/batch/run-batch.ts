/** `$batch`. Microsoft Learn, "Execute batch operations using the Web API". */
import { randomUUID } from 'node:crypto';
import { DataverseError, ErrorCode } from '../../errors';
import { errorAnswer } from '../answers';
import { bodyText } from '../body';
import type { Answer, WebApiRequest, WebApiResponse } from '../http';
import { parsePreferences } from '../preferences';
import { boundaryOf, parseBatch, type BatchPart } from './parse-batch';
import { writeBatch, type ItemAnswer, type PartAnswer } from './write-batch';

const MAX_OPERATIONS = 1000;

/** Headers of the batch that count for every request in it. */
const INHERITED = ['host', 'cookie', 'mscrmcallerid', 'callerobjectid', 'mscrm.suppressduplicatedetection'] as const;

export interface BatchRunner {
    execute(request: WebApiRequest): Answer;
    transaction<Result>(work: () => Result): Result;
}

type Headers = Readonly<Record<string, string | undefined>>;

/** A changeset failed: thrown to undo it, and answered as one part. */
class ChangesetFailure extends Error {
    constructor(readonly part: PartAnswer) {
        super('changeset failed');
    }
}

/** @throws DataverseError 0x80048d19 for bodies that cannot be read, and for more than 1000 requests */
export function runBatch(headers: Headers, body: string | Uint8Array | undefined, runner: BatchRunner): WebApiResponse {
    const items = parseBatch(bodyText(body), boundaryOf(headers['content-type']));
    const count = items.reduce((sum, item) => sum + (item.kind === 'single' ? 1 : item.parts.length), 0);
    if (count > MAX_OPERATIONS) {
        throw new DataverseError(
            ErrorCode.InvalidPayload,
            `The batch holds ${count} requests; ${MAX_OPERATIONS} are allowed.`,
        );
    }
    const { continueOnError } = parsePreferences(headers['prefer']);
    const answers: ItemAnswer[] = [];
    // Rows that earlier requests made or changed, by the Content-ID that later ones name them with.
    const addresses = new Map<string, string>();
    for (const item of items) {
        const answer: ItemAnswer =
            item.kind === 'single'
                ? { kind: 'single', part: runPart(item.part, headers, runner, addresses) }
                : runChangeset(item.parts, headers, runner, addresses);
        answers.push(answer);
        const failed = answer.kind === 'single' && answer.part.answer.status >= 400;
        if (failed && !continueOnError) break;
    }
    const boundary = `batchresponse_${randomUUID()}`;
    return {
        status: 200,
        headers: { 'OData-Version': '4.0', 'Content-Type': `multipart/mixed; boundary=${boundary}` },
        body: writeBatch(answers, boundary),
    };
}

function runChangeset(
    parts: readonly BatchPart[],
    headers: Headers,
    runner: BatchRunner,
    addresses: Map<string, string>,
): ItemAnswer {
    const own = new Map(addresses);
    try {
        const answers = runner.transaction(() =>
            parts.map((part) => {
                const answer = part.method === 'GET' ? refuseGet(part) : runPart(part, headers, runner, own);
                if (answer.answer.status >= 400) throw new ChangesetFailure(answer);
                return answer;
            }),
        );
        for (const [id, address] of own) addresses.set(id, address);
        return { kind: 'changeset', boundary: `changesetresponse_${randomUUID()}`, parts: answers };
    } catch (error) {
        if (error instanceof ChangesetFailure) return { kind: 'single', part: error.part };
        throw error;
    }
}

function refuseGet(part: BatchPart): PartAnswer {
    const error = new DataverseError(
        ErrorCode.InvalidPayload,
        'A changeset may not hold GET requests; put them beside it.',
    );
    return { answer: errorAnswer(error, { includes: () => false }), ...idOf(part) };
}

const idOf = ({ contentId }: BatchPart): { contentId?: string } => (contentId === undefined ? {} : { contentId });

function runPart(part: BatchPart, outer: Headers, runner: BatchRunner, addresses: Map<string, string>): PartAnswer {
    const inherited = Object.fromEntries(INHERITED.map((name) => [name, outer[name]]));
    const answer = runner.execute({
        method: part.method,
        url: resolveUrl(part.url, addresses),
        headers: { ...inherited, ...part.headers },
        body: resolveBody(part.body, addresses),
    });
    const address = answer.headers?.['OData-EntityId'];
    if (part.contentId !== undefined && address !== undefined) addresses.set(part.contentId, address);
    return { answer, ...idOf(part) };
}

/** `$1/Lead_Tasks`, `/$1` or `http://host/api/data/v9.2/$1` */
function resolveUrl(url: string, addresses: ReadonlyMap<string, string>): string {
    return url.replace(/^(?:.*\/)?\$(\w+)(?=\/|\?|\(|$)/, (whole, id: string) => addresses.get(id) ?? whole);
}

/** `"x@odata.bind":"$1"` */
function resolveBody(body: string, addresses: ReadonlyMap<string, string>): string {
    if (addresses.size === 0) return body;
    return body.replace(/"\/?\$(\w+)(?=["/])/g, (whole, id: string) => {
        const address = addresses.get(id);
        return address === undefined ? whole : `"${address}`;
    });
}
