import { createHash } from 'node:crypto';

/**
 * A GUID made of a name (RFC 9562, version 5). Components that a solution names but gives no id get the same one at
 * every import, so that importing again changes the rows and does not add others.
 * @param kind keeps the names of different kinds apart, such as `sitemap`
 */
export function nameBasedId(kind: string, name: string): string {
    const hash = createHash('sha1').update(`${kind}\n${name.toLowerCase()}`).digest();
    const bytes = Buffer.from(hash.subarray(0, 16));
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = bytes.toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
