/** Answers of a batch as multipart text: CRLF everywhere and JSON in one line, which clients rely on. */
import { STATUS_CODES } from 'node:http';
import { toResponse } from '../answers';
import type { Answer } from '../http';

const CRLF = '\r\n';

export interface PartAnswer {
    readonly answer: Answer;
    readonly contentId?: string;
}

export type ItemAnswer =
    | { readonly kind: 'single'; readonly part: PartAnswer }
    | { readonly kind: 'changeset'; readonly boundary: string; readonly parts: readonly PartAnswer[] };

export function writeBatch(items: readonly ItemAnswer[], boundary: string): string {
    const parts = items.map((item) => (item.kind === 'single' ? writePart(item.part) : writeChangeset(item)));
    return multipart(parts, boundary);
}

const multipart = (parts: readonly string[], boundary: string): string =>
    `${parts.map((part) => `--${boundary}${CRLF}${part}${CRLF}`).join('')}--${boundary}--${CRLF}`;

function writeChangeset({ boundary, parts }: Extract<ItemAnswer, { kind: 'changeset' }>): string {
    return `Content-Type: multipart/mixed; boundary=${boundary}${CRLF}${CRLF}${multipart(parts.map(writePart), boundary)}`;
}

function writePart({ answer, contentId }: PartAnswer): string {
    const response = toResponse(answer);
    const entity = response.headers['OData-EntityId'];
    const headers = entity === undefined ? response.headers : { ...response.headers, Location: entity };
    return [
        'Content-Type: application/http',
        'Content-Transfer-Encoding: binary',
        ...(contentId === undefined ? [] : [`Content-ID: ${contentId}`]),
        '',
        `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status] ?? ''}`,
        ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
        '',
        typeof response.body === 'string' ? response.body : Buffer.from(response.body).toString('latin1'),
    ].join(CRLF);
}
