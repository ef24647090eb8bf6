/** Addresses of rows inside bodies: `@odata.bind`, `@odata.id`. */
import { DataverseError, ErrorCode } from '../../errors';
import type { Environment, RowReference } from '../../pipeline/types';
import { parseRowKey, requireId } from './row-key';
import { splitPath, splitUrl } from './split-url';

/**
 * @param url `/leads(…)`, `leads(…)`, absolute, or with an alternate key
 * @throws DataverseError 0x80048d19 for what is no address of a row, 0x80060891 for an unknown alternate key
 */
export function rowReference(environment: Environment, url: string): RowReference {
    const { path, aliases } = splitUrl(url.trim());
    const segments = splitPath(path);
    const [segment] = segments;
    const table = segment && environment.metadata.tableByEntitySet(segment.name);
    if (!segment || !table || segment.arguments === undefined || segments.length > 1) {
        throw new DataverseError(
            ErrorCode.InvalidPayload,
            `'${url}' is not the address of a row. Write it as /leads(11111111-2222-3333-4444-555555555555).`,
        );
    }
    const key = parseRowKey(segment.arguments, table, aliases);
    return { table: table.logicalName, id: requireId(environment, table, key) };
}
