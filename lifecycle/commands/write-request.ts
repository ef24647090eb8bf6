import type { Row } from '../row';
import type { Operation } from './host';

/** A create or update as `Xrm.WebApi.online.executeMultiple` takes it. */
export interface WriteRequest {
    readonly etn: string;
    readonly id?: string;
    readonly payload: Row;
    getMetadata(): {
        readonly boundParameter: undefined;
        readonly operationType: typeof CRUD;
        readonly operationName: 'Create' | 'Update';
        readonly parameterTypes: Readonly<Record<string, never>>;
    };
}

/** `operationType` of create, retrieve, update and delete: Microsoft Learn, "execute (Client API reference)". */
const CRUD = 2;

export function writeRequest(operation: Operation): WriteRequest {
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
