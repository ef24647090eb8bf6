/** `$ref`: linking rows that exist. Microsoft Learn, "Associate and disassociate table rows using the Web API". */
import { DataverseError, ErrorCode } from '../../errors';
import type { Navigation } from '../../metadata/metadata';
import type { RowReference } from '../../pipeline/types';
import { rowReference } from '../address/row-reference';
import { readJsonObject } from '../body';
import type { Answer } from '../http';
import type { Call } from '../host';

/** POST (collection) and PUT (lookup): the body names the other row by `@odata.id`. */
export function addReference(call: Call, from: RowReference, navigation: Navigation): Answer {
    const { environment, organization } = call.host;
    const id = readJsonObject(call.body)['@odata.id'];
    if (typeof id !== 'string') {
        throw new DataverseError(
            ErrorCode.InvalidPayload,
            'The body needs "@odata.id" with the address of the row to link.',
        );
    }
    const to = rowReference(environment, id);
    if (navigation.side === 'lookup') {
        organization.update(from.table, from.id, { [navigation.relationship.referencingColumn]: to }, call.context);
    } else {
        organization.associate(navigation.relationship.schemaName, from, [to], call.context);
    }
    return { status: 204 };
}

/** DELETE; of a collection, `to` is the row to unlink. */
export function removeReference(
    call: Call,
    from: RowReference,
    navigation: Navigation,
    to: RowReference | undefined,
): Answer {
    const { organization } = call.host;
    if (navigation.side === 'lookup') {
        organization.update(from.table, from.id, { [navigation.relationship.referencingColumn]: null }, call.context);
        return { status: 204 };
    }
    if (!to) {
        throw new DataverseError(
            ErrorCode.InvalidArgument,
            'Say which row to unlink: …/collection(id)/$ref or …/collection/$ref?$id=address.',
        );
    }
    organization.disassociate(navigation.relationship.schemaName, from, [to], call.context);
    return { status: 204 };
}
