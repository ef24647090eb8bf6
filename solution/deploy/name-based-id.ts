import { createHash } from 'node:crypto';

/** A random id of our own: what it names is told from what others name alike. */
const NAMESPACE = Buffer.from('5f6d0a0ed1d84c0bb6a30f4e3f1c7a52', 'hex');

/**
 * The id of a row that a deploy makes: the same in every environment and at every try, so that creating it twice is not
 * possible, and what a deploy made is known from what people made (version 5: RFC 9562, section 5.5).
 * @param table logical name
 * @param uniqueName of the row
 */
export function nameBasedId(table: string, uniqueName: string): string {
    const hash = createHash('sha1').update(NAMESPACE).update(`${table}/${uniqueName}`).digest();
    hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
    hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
    return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
