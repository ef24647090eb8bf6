/** One request → one answer. */
import { notSupportedHere } from '../errors';
import { splitPath } from './address/split-url';
import { methodNotAllowed, unknownSegment } from './answers';
import type { Answer } from './http';
import type { Call } from './host';
import { findMessage, invoke } from './messages/invoke';
import { routeMetadata } from './metadata/route-metadata';
import { csdl } from './metadata/csdl';
import { serviceDocument } from './metadata/service-document';
import { routeTable } from './route-table';

/**
 * @param path decoded, below the service root
 * @throws DataverseError 404 with the segment that leads nowhere
 */
export function route(call: Call, path: string): Answer {
    const [first, ...rest] = splitPath(path);
    if (!first) {
        if (call.method !== 'GET') throw methodNotAllowed(call.method, 'the service document takes GET');
        return serviceDocument(call);
    }
    const { metadata } = call.host.environment;
    switch (first.name) {
        case '$metadata':
            if (call.method !== 'GET') throw methodNotAllowed(call.method, '$metadata takes GET');
            return csdl(call);
        case 'EntityDefinitions':
        case 'GlobalOptionSetDefinitions':
        case 'RelationshipDefinitions':
            return routeMetadata(call, first, rest);
        case 'ManagedPropertyDefinitions':
            throw notSupportedHere('ManagedPropertyDefinitions');
        default:
            break;
    }
    const table = metadata.tableByEntitySet(first.name);
    if (table) return routeTable(call, table, first, rest);
    if (rest.length === 0 && findMessage(call, first.name, { kind: 'none' })) {
        return invoke(call, first.name, first.arguments ?? '', { kind: 'none' });
    }
    throw unknownSegment(first.name);
}
