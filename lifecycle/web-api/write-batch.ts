import type { ChangeSet, Write } from './web-api';

/** The body of a `$batch` and the boundary that its content type names. */
export interface BatchBody {
    readonly boundary: string;
    readonly body: string;
}

const LINE = '\r\n';

/**
 * Change sets as one batch (Microsoft Learn, "Execute batch operations using the Web API"). With
 * `Prefer: odata.continue-on-error` the one that is refused keeps no other from running.
 * @param newId for the boundaries, which may not occur in what is written
 */
export function batchOfWrites(changeSets: readonly ChangeSet[], newId: () => string): BatchBody {
    return batch(
        changeSets.map((writes) => {
            const boundary = `changeset_${newId()}`;
            const parts = writes.flatMap((write, index) => [`--${boundary}`, ...writePart(write, index + 1)]);
            return [`Content-Type: multipart/mixed; boundary=${boundary}`, '', ...parts, `--${boundary}--`, ''];
        }),
        newId,
    );
}

/** Reads as one batch. */
export function batchOfReads(addresses: readonly string[], newId: () => string): BatchBody {
    return batch(
        addresses.map((address) => [
            ...HTTP_PART,
            '',
            `GET ${address} HTTP/1.1`,
            'Accept: application/json',
            // Lookups and choices in words; ids of lookups alone would tell a seller nothing.
            'Prefer: odata.include-annotations="*"',
            '',
            '',
        ]),
        newId,
    );
}

const HTTP_PART = ['Content-Type: application/http', 'Content-Transfer-Encoding: binary'] as const;

function batch(items: readonly (readonly string[])[], newId: () => string): BatchBody {
    const boundary = `batch_${newId()}`;
    const lines = items.flatMap((item) => [`--${boundary}`, ...item]);
    return { boundary, body: [...lines, `--${boundary}--`, ''].join(LINE) };
}

function writePart(write: Write, contentId: number): readonly string[] {
    const { method, address, body, headers } = requestOf(write);
    return [
        ...HTTP_PART,
        `Content-ID: ${contentId}`,
        '',
        `${method} ${address} HTTP/1.1`,
        'Accept: application/json',
        ...(body === undefined ? [] : ['Content-Type: application/json; type=entry']),
        ...headers,
        '',
        body === undefined ? '' : JSON.stringify(body),
    ];
}

interface Request {
    readonly method: 'POST' | 'PATCH' | 'DELETE';
    /** Undefined for none. */
    readonly address: string;
    readonly body: unknown;
    readonly headers: readonly string[];
}

/** A refusal then says of which table the duplicates are. */
const DETECT_DUPLICATES = ['MSCRM.SuppressDuplicateDetection: false', 'Prefer: odata.include-annotations="*"'] as const;

function requestOf(write: Write): Request {
    switch (write.kind) {
        case 'create':
            return {
                method: 'POST',
                address: write.entitySet,
                body: write.columns,
                headers: write.detectDuplicates ? DETECT_DUPLICATES : [],
            };
        case 'update':
            return {
                method: 'PATCH',
                address: `${write.entitySet}(${write.id})`,
                body: write.columns,
                // Without the header a PATCH creates the row that is gone.
                headers: [`If-Match: ${write.ifMatch ?? '*'}`],
            };
        case 'delete':
            return {
                method: 'DELETE',
                address: `${write.entitySet}(${write.id})`,
                body: undefined,
                headers: [`If-Match: ${write.ifMatch ?? '*'}`],
            };
        case 'associate':
            return {
                method: 'POST',
                address: `${write.entitySet}(${write.id})/${write.collection}/$ref`,
                body: { '@odata.id': `${write.target.entitySet}(${write.target.id})` },
                headers: [],
            };
        case 'action':
            return { method: 'POST', address: write.address, body: write.parameters, headers: [] };
    }
}
