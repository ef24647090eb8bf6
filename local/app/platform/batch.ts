/**
 * `$batch` bodies: multipart/mixed as Dataverse writes and reads it
 * (Microsoft Learn, "Execute batch operations using the Web API").
 */
import type { BatchRequest, WebApiResponse } from './types';
import { newId } from './guid';

const LINE = '\r\n';

export interface BatchBody {
    readonly boundary: string;
    readonly body: string;
}

/**
 * Writes requests as one batch.
 * @param atomic puts every write into one changeset; reads stay outside, before it
 */
export function writeBatch(
    requests: readonly BatchRequest[],
    atomic: boolean,
    nextId: () => string = newId,
): BatchBody {
    const boundary = `batch_${nextId()}`;
    const parts: string[] = [];
    const reads = atomic ? requests.filter(isRead) : requests;
    const writes = atomic ? requests.filter((request) => !isRead(request)) : [];
    for (const request of reads) {
        parts.push(`--${boundary}`, ...requestLines(request, undefined));
    }
    if (writes.length > 0) {
        const changeset = `changeset_${nextId()}`;
        parts.push(`--${boundary}`, `Content-Type: multipart/mixed; boundary=${changeset}`, '');
        writes.forEach((request, index) => {
            parts.push(`--${changeset}`, ...requestLines(request, index + 1));
        });
        parts.push(`--${changeset}--`, '');
    }
    parts.push(`--${boundary}--`, '');
    return { boundary, body: parts.join(LINE) };
}

/**
 * Reads a batch response into one response for each request, in the order of the requests.
 * A refused changeset answers a single part, which then stands for each of its writes. Requests that the server
 * did not come to answer status 424.
 */
export function readBatchResponse(
    text: string,
    boundary: string,
    requests: readonly BatchRequest[],
    atomic: boolean,
): WebApiResponse[] {
    const outside: WebApiResponse[] = [];
    let changeset: WebApiResponse[] = [];
    for (const part of splitParts(text, boundary)) {
        const { headers, rest } = readHeaders(part);
        const contentType = headers['content-type'] ?? '';
        if (contentType.startsWith('multipart/')) {
            changeset = splitParts(rest, boundaryOf(contentType)).map((inner) => readHttpPart(readHeaders(inner).rest));
        } else {
            outside.push(readHttpPart(rest));
        }
    }
    if (!atomic) {
        return requests.map((_, index) => outside[index] ?? NOT_REACHED);
    }
    // In an atomic batch a refused changeset is the part outside that comes after all reads.
    const reads = requests.filter(isRead).length;
    const refused = outside[reads];
    let read = 0;
    let write = 0;
    return requests.map((request) =>
        isRead(request) ? (outside[read++] ?? NOT_REACHED) : (refused ?? changeset[write++] ?? NOT_REACHED),
    );
}

/**
 * The boundary that a Content-Type header names, with or without quotes.
 * @throws Error when there is none
 */
export function boundaryOf(contentType: string): string {
    const match = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
    const boundary = match?.[1] ?? match?.[2];
    if (!boundary) {
        throw new Error(`$batch: the response's Content-Type "${contentType}" names no boundary.`);
    }
    return boundary;
}

const NOT_REACHED: WebApiResponse = {
    status: 424,
    headers: {},
    body: {
        error: {
            code: '0x80040216',
            message: 'The server did not come to this request, because one before it was refused.',
        },
    },
};

function isRead(request: BatchRequest): boolean {
    return request.method.toUpperCase() === 'GET';
}

function requestLines(request: BatchRequest, contentId: number | undefined): string[] {
    const body = request.body === undefined ? '' : JSON.stringify(request.body);
    return [
        'Content-Type: application/http',
        'Content-Transfer-Encoding: binary',
        ...(contentId === undefined ? [] : [`Content-ID: ${contentId}`]),
        '',
        `${request.method.toUpperCase()} ${request.path} HTTP/1.1`,
        'Accept: application/json',
        ...(body === '' ? [] : ['Content-Type: application/json; type=entry']),
        ...Object.entries(request.headers ?? {}).map(([name, value]) => `${name}: ${value}`),
        '',
        body,
    ];
}

function splitParts(text: string, boundary: string): string[] {
    const pieces = text.split(new RegExp(`(?:^|\\r?\\n)--${escapeRegExp(boundary)}(?:--)?[ \\t]*(?=\\r?\\n|\\0|$)`));
    // The first piece is the preamble, the last the epilogue.
    return pieces.slice(1, -1).map((piece) => piece.replace(/^\r?\n/, ''));
}

function readHeaders(part: string): { headers: Record<string, string>; rest: string } {
    const headers: Record<string, string> = {};
    let rest = part;
    for (;;) {
        const end = rest.search(/\r?\n/);
        const line = end === -1 ? rest : rest.slice(0, end);
        rest = end === -1 ? '' : rest.slice(end).replace(/^\r?\n/, '');
        if (line === '') {
            return { headers, rest };
        }
        const colon = line.indexOf(':');
        headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
        if (end === -1) {
            return { headers, rest };
        }
    }
}

function readHttpPart(text: string): WebApiResponse {
    const statusLine = /^HTTP\/1\.1 (\d{3})[^\r\n]*\r?\n?/.exec(text);
    if (!statusLine) {
        throw new Error(`$batch: a part of the response does not start with a status line: "${text.slice(0, 60)}".`);
    }
    const { headers, rest } = readHeaders(text.slice(statusLine[0].length));
    const body = rest.trim();
    return {
        status: Number(statusLine[1]),
        headers,
        body: body === '' ? undefined : (JSON.parse(body) as unknown),
    };
}

function escapeRegExp(text: string): string {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
