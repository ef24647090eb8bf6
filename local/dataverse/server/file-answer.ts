/** Files with an ETag: what browsers need to load each one once. */
import { createHash } from 'node:crypto';

export interface FileAnswer {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Uint8Array | string;
}

export interface FileContent {
    readonly body: Uint8Array | string;
    readonly contentType: string;
    /** The address changes with the content: browsers need not ask again. */
    readonly immutable: boolean;
}

const YEAR = 31_536_000;

/** 304 when the browser has this very content. */
export function fileAnswer({ body, contentType, immutable }: FileContent, ifNoneMatch: string | undefined): FileAnswer {
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const headers = {
        ETag: etag,
        'Content-Type': contentType,
        'Cache-Control': immutable ? `public, max-age=${YEAR}, immutable` : 'no-cache',
    };
    return ifNoneMatch === etag ? { status: 304, headers, body: '' } : { status: 200, headers, body };
}

export const notFound = (what: string): FileAnswer => ({
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
    body: `${what} was not found.`,
});
