/** GET on the service root: the entity sets. */
import type { Answer } from '../http';
import type { Call } from '../host';

export function serviceDocument(call: Call): Answer {
    const value = call.host.environment.metadata.tables.map(({ entitySetName }) => ({
        name: entitySetName,
        kind: 'EntitySet',
        url: entitySetName,
    }));
    return { status: 200, json: { '@odata.context': `${call.serviceRoot}$metadata`, value } };
}
