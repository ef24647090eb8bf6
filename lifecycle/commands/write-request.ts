import type { Operation } from './host';
import type { ExecutableRequest } from '../qualify/qualify-lead-request';
import type { Row } from '../row';

/** A create or update as `Xrm.WebApi.online.executeMultiple` takes it. */
export interface WriteRequest extends ExecutableRequest {
    readonly etn: string;
    readonly id?: string;
    readonly payload: Row;
}

/** `operationType` of create, retrieve, update and delete: Microsoft Learn, "execute (Client API reference)". */
const CRUD = 2;

/** What a change set of the Client API is made of: writes of rows, and actions as they are. */
export function writeRequest(operation: Operation): WriteRequest | ExecutableRequest {
    if (operation.kind === 'execute') return operation.request;
    return {
        etn: operation.table,
        ...(operation.kind === 'update' && { id: operation.id }),
        payload: operation.columns,
        getMetadata: () => ({
            boundParameter: undefined,
            operationType: CRUD,
            operationName: operation.kind === 'update' ? 'Update' : 'Create',
            parameterTypes: {},
        }),
    };
}
