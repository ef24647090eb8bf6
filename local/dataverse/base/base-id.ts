import { createHash } from 'node:crypto';

/**
 * The id of a base row that the platform gives no published id: always the same for the same kind and name, so that
 * every environment has it and nobody has to write it down.
 */
export function baseId(kind: string, name: string): string {
    const hash = createHash('sha256').update(`${kind}:${name}`).digest('hex');
    // Version 8 (custom) and variant bits, as RFC 9562 wants them in any GUID.
    return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
