/** MetadataIds. The platform's are random; these are made of names, so that they stay the same in every environment. */
import { createHash } from 'node:crypto';

const known = new Map<string, string>();

/** @param name such as `table:lead` or `column:lead.subject` */
export function definitionId(name: string): string {
    let id = known.get(name);
    if (id === undefined) {
        const hash = createHash('sha256').update(name).digest('hex');
        // Version 8 of RFC 9562: an id whose making is up to the maker.
        id = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-9${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
        known.set(name, id);
    }
    return id;
}
