/** JSON bodies. */
import { DataverseError, ErrorCode } from '../errors';

export type JsonObject = { readonly [name: string]: unknown };

export const isObject = (value: unknown): value is JsonObject =>
    typeof value === 'object' && value !== null && !Array.isArray(value);

export function bodyText(body: string | Uint8Array | undefined): string {
    if (body === undefined) return '';
    const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
    return text.replace(/^\ufeff/, '');
}

/** Rows in rows in rows: what is read by recursion may not nest as deep as its writer likes. */
const MAX_DEPTH = 100;

/** Level by level, since a recursion would fail on the very values that this refuses. */
function nestsDeeperThan(value: unknown, levels: number): boolean {
    let level: readonly unknown[] = [value];
    for (let depth = 0; depth <= levels; depth += 1) {
        const next: unknown[] = [];
        for (const each of level) {
            if (typeof each !== 'object' || each === null) continue;
            for (const inner of Object.values(each)) next.push(inner);
        }
        if (next.length === 0) return false;
        level = next;
    }
    return true;
}

/**
 * @returns an empty object for an empty body
 * @throws DataverseError 0x80048d19 when the body is no JSON object
 */
export function readJsonObject(body: string | Uint8Array | undefined): JsonObject {
    const text = bodyText(body).trim();
    if (text === '') return {};
    let value: unknown;
    try {
        value = JSON.parse(text);
        // Some clients stringify twice.
        if (typeof value === 'string') value = JSON.parse(value);
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new DataverseError(
            ErrorCode.InvalidPayload,
            `Error identified in Payload provided by the user: ${reason}`,
        );
    }
    if (nestsDeeperThan(value, MAX_DEPTH)) {
        throw new DataverseError(
            ErrorCode.InvalidPayload,
            `Error identified in Payload provided by the user: it nests deeper than ${MAX_DEPTH} levels.`,
        );
    }
    if (!isObject(value)) {
        throw new DataverseError(
            ErrorCode.InvalidPayload,
            `Error identified in Payload provided by the user: a JSON object is expected, not ${JSON.stringify(value).slice(0, 40)}.`,
        );
    }
    return value;
}
