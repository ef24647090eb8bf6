import { isRow } from '../row';
import type { Problem } from './web-api';

/** One response of a batch. */
export interface BatchPart {
    readonly status: number;
    /** Parsed; undefined for none. */
    readonly body: unknown;
}

/**
 * The responses of a batch in their order: a part by itself, or those of a change set. A change set that was refused
 * answers with one part (Microsoft Learn, "Execute batch operations using the Web API").
 * @returns null when the text is cut off or is no batch
 */
export function readBatch(contentType: string, text: string): readonly (BatchPart | readonly BatchPart[])[] | null {
    const boundary = boundaryOf(contentType);
    const items = boundary === null ? null : split(text, boundary);
    if (items === null) return null;
    const answers: (BatchPart | readonly BatchPart[])[] = [];
    for (const item of items) {
        const inner = boundaryOf(headerOf(item, 'content-type'));
        const parts = (inner === null ? [item] : (split(item, inner) ?? [])).map(readPart);
        if (parts.some((part) => part === null)) return null;
        const read = parts.filter((part) => part !== null);
        const [only] = read;
        if (inner !== null) answers.push(read);
        else if (only) answers.push(only);
    }
    return answers;
}

/** Microsoft Learn, "Detect duplicate data using the Web API", and "Include additional details with errors". */
const DUPLICATE_TABLE = '@Microsoft.PowerApps.CDS.ErrorDetails.DuplicateEntity';

/** What a refused part says. */
export function problemOf({ status, body }: BatchPart): Problem {
    const error = isRow(body) && isRow(body['error']) ? body['error'] : {};
    const code = Number(error['code'] ?? 0);
    const duplicateTable = error[DUPLICATE_TABLE];
    return {
        status,
        code: Number.isNaN(code) ? 0 : code >>> 0,
        message: String(error['message'] ?? `Dataverse answered ${status}.`),
        ...(typeof duplicateTable === 'string' && { duplicateTable }),
    };
}

function boundaryOf(contentType: string): string | null {
    return /multipart\/mixed\s*;.*?boundary="?([^";\s]+)"?/i.exec(contentType)?.[1] ?? null;
}

/** Null without the line that ends it. */
function split(text: string, boundary: string): readonly string[] | null {
    const end = text.indexOf(`--${boundary}--`);
    if (end < 0) return null;
    return text
        .slice(0, end)
        .split(`--${boundary}`)
        .slice(1)
        .map((part) => part.replace(/^\r?\n/, ''));
}

function headerOf(part: string, name: string): string {
    const head = part.split(/\r?\n\r?\n/, 1)[0] ?? '';
    const line = head.split(/\r?\n/).find((each) => each.toLowerCase().startsWith(`${name}:`));
    return line?.slice(name.length + 1).trim() ?? '';
}

function readPart(part: string): BatchPart | null {
    const start = /^HTTP\/1\.1 (\d{3})/m.exec(part);
    if (!start) return null;
    const response = part.slice(start.index);
    const gap = /\r?\n\r?\n/.exec(response);
    const json = gap ? response.slice(gap.index + gap[0].length).trim() : '';
    try {
        return { status: Number(start[1]), body: json === '' ? undefined : JSON.parse(json) };
    } catch {
        return null;
    }
}
