import type { Row } from '../../../lifecycle/row';

export interface BatchWrite {
    readonly method: 'POST' | 'PATCH' | 'DELETE';
    /** Relative to the Web API's root. */
    readonly path: string;
    readonly body?: Row;
    /** Version that the row must still be of; `*` for any, as long as it exists. */
    readonly ifMatch?: string;
}

const LINE = '\r\n';

/**
 * Writes in one changeset of one batch (Microsoft Learn, "Execute batch operations using the Web API").
 * @param newId for the boundaries, which may not occur in the writes
 */
export function writeChangeset(
    writes: readonly BatchWrite[],
    newId: () => string,
): { readonly boundary: string; readonly body: string } {
    const boundary = `batch_${newId()}`;
    const changeset = `changeset_${newId()}`;
    const parts = writes.flatMap((write, index) => [
        `--${changeset}`,
        'Content-Type: application/http',
        'Content-Transfer-Encoding: binary',
        `Content-ID: ${index + 1}`,
        '',
        `${write.method} ${write.path} HTTP/1.1`,
        'Accept: application/json',
        ...(write.ifMatch === undefined ? [] : [`If-Match: ${write.ifMatch}`]),
        ...(write.body === undefined ? [] : ['Content-Type: application/json; type=entry']),
        '',
        write.body === undefined ? '' : JSON.stringify(write.body),
    ]);
    const lines = [
        `--${boundary}`,
        `Content-Type: multipart/mixed; boundary=${changeset}`,
        '',
        ...parts,
        `--${changeset}--`,
        '',
        `--${boundary}--`,
        '',
    ];
    return { boundary, body: lines.join(LINE) };
}

/** The first write of a batch's response that was refused; null when none was. */
export function readRefusal(response: string): { readonly status: number; readonly body: unknown } | null {
    for (const match of response.matchAll(/^HTTP\/1\.1 (\d{3})/gm)) {
        const status = Number(match[1]);
        if (status < 400) continue;
        const rest = response.slice(match.index);
        const json = /\{[\s\S]*\}/.exec(rest.split(/\r?\n--/)[0] ?? '')?.[0];
        try {
            return { status, body: json === undefined ? undefined : JSON.parse(json) };
        } catch {
            return { status, body: undefined };
        }
    }
    return null;
}
