/**
 * `$batch` bodies. Clients differ: line ends of either kind, empty lines before the first boundary, boundaries in
 * quotes, a NUL at the end, Content-ID on the part or inside the request, addresses with spaces.
 */
import { DataverseError, ErrorCode } from '../../errors';

export interface BatchPart {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly contentId?: string;
}

export type BatchItem =
    | { readonly kind: 'single'; readonly part: BatchPart }
    | { readonly kind: 'changeset'; readonly parts: readonly BatchPart[] };

const invalidBatch = (reason: string): DataverseError =>
    new DataverseError(ErrorCode.InvalidPayload, `The batch request is not valid: ${reason}.`);

/** @throws DataverseError 0x80048d19 when the content type names no boundary */
export function boundaryOf(contentType: string | undefined): string {
    const match = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(contentType ?? '');
    const boundary = match?.[1] ?? match?.[2];
    if (boundary === undefined) {
        throw invalidBatch(`Content-Type '${contentType ?? ''}' names no boundary; send multipart/mixed;boundary=…`);
    }
    return boundary;
}

/** @throws DataverseError 0x80048d19 for parts that are no requests */
export function parseBatch(body: string, boundary: string): readonly BatchItem[] {
    return splitParts(body, boundary).map((text) => {
        const { headers, content } = splitHeaders(text);
        const type = headers['content-type'] ?? '';
        if (!/^multipart\/mixed/i.test(type)) return { kind: 'single', part: parseRequest(headers, content) };
        const parts = splitParts(content, boundaryOf(type)).map((inner) => {
            const part = splitHeaders(inner);
            return parseRequest(part.headers, part.content);
        });
        return { kind: 'changeset', parts };
    });
}

function splitParts(body: string, boundary: string): readonly string[] {
    const escaped = boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const [, ...parts] = body.split(new RegExp(`(?:^|\\r?\\n)--${escaped}(?=--|\\s|$)`));
    // The text after "--boundary--" is no part.
    const end = parts.findIndex((part) => part.startsWith('--'));
    return (end < 0 ? parts : parts.slice(0, end))
        .map((part) => part.replace(/^[ \t]*\r?\n/, ''))
        .filter((part) => part.trim() !== '');
}

function splitHeaders(text: string): { readonly headers: Record<string, string>; readonly content: string } {
    const trimmed = text.replace(/^(?:[ \t]*\r?\n)+/, '');
    const end = /\r?\n[ \t]*\r?\n/.exec(trimmed);
    const head = end ? trimmed.slice(0, end.index) : trimmed;
    return { headers: readHeaders(head.split(/\r?\n/)), content: end ? trimmed.slice(end.index + end[0].length) : '' };
}

function readHeaders(lines: readonly string[]): Record<string, string> {
    const headers: Record<string, string> = {};
    for (const line of lines) {
        const colon = line.indexOf(':');
        if (colon > 0) headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
    }
    return headers;
}

const REQUEST_LINE = /^([A-Za-z]+)\s+(.+?)(?:\s+HTTP\/\d(?:\.\d)?)?\s*$/;

function parseRequest(partHeaders: Readonly<Record<string, string>>, content: string): BatchPart {
    const trimmed = content.replace(/^\s+/, '');
    const lineEnd = trimmed.search(/\r?\n/);
    const line = lineEnd < 0 ? trimmed : trimmed.slice(0, lineEnd);
    const match = REQUEST_LINE.exec(line);
    if (!match?.[1] || !match[2])
        throw invalidBatch(`'${line.slice(0, 80)}' is not a request line such as GET /leads HTTP/1.1`);
    const rest = lineEnd < 0 ? '' : trimmed.slice(lineEnd).replace(/^\r?\n/, '');
    // A request without headers of its own goes on with its body after one empty line.
    const { headers, content: body } =
        /^[ \t]*\r?\n/.test(rest) || rest === '' ? { headers: {}, content: rest } : splitHeaders(rest);
    const contentId = partHeaders['content-id'] ?? (headers as Record<string, string>)['content-id'];
    return {
        method: match[1].toUpperCase(),
        url: match[2],
        headers,
        body: body.replace(/^\s+|[\s\0]+$/g, ''),
        ...(contentId === undefined ? {} : { contentId }),
    };
}
