/**
 * Requests of `Xrm.WebApi.online.execute`: an object whose `getMetadata()` says what it is, turned into HTTP.
 * (Microsoft Learn, "execute (Client API reference)".)
 */
import { plainId } from '../platform/guid';
import type { BatchRequest } from '../platform/types';

export interface RequestMetadata {
    /** null or undefined: unbound; a parameter's name: bound to that row; `entities`: bound to the table. */
    readonly boundParameter?: string | null;
    /** 0 action, 1 function, 2 create, retrieve, update, delete. */
    readonly operationType?: number;
    readonly operationName?: string;
    readonly parameterTypes?: Readonly<Record<string, ParameterType>>;
}

export interface ParameterType {
    /** Such as `Edm.String`, `mscrm.lead`, `Collection(mscrm.crmbaseentity)`. */
    readonly typeName: string;
    /** 0 unknown, 1 primitive, 2 complex, 3 enumeration, 4 collection, 5 row. */
    readonly structuralProperty: number;
    readonly enumProperties?: readonly { readonly name: string; readonly value: number }[];
}

export interface ExecutableRequest {
    getMetadata?: () => RequestMetadata;
    readonly [parameter: string]: unknown;
}

type EntitySetOf = (table: string) => Promise<string>;

/** @throws Error that names what the request lacks */
export async function httpRequestOf(request: ExecutableRequest, entitySetOf: EntitySetOf): Promise<BatchRequest> {
    if (typeof request?.getMetadata !== 'function') {
        throw new Error('Xrm.WebApi.online.execute: the request has no getMetadata function.');
    }
    const metadata = request.getMetadata();
    const name = metadata.operationName;
    if (!name) {
        throw new Error('Xrm.WebApi.online.execute: getMetadata() names no operationName.');
    }
    switch (metadata.operationType) {
        case 0:
            return action(name, request, metadata, entitySetOf);
        case 1:
            return functionCall(name, request, metadata, entitySetOf);
        case 2:
            return rowOperation(name, request, entitySetOf);
        default:
            throw new Error(
                `Xrm.WebApi.online.execute: operationType ${metadata.operationType} of ${name} is none of 0, 1 and 2.`,
            );
    }
}

async function action(
    name: string,
    request: ExecutableRequest,
    metadata: RequestMetadata,
    entitySetOf: EntitySetOf,
): Promise<BatchRequest> {
    const body: Record<string, unknown> = {};
    for (const [parameter, type] of parametersOf(metadata)) {
        const value = request[parameter];
        // What is left out is left to the platform's default; an explicit null is sent.
        if (value !== undefined) {
            body[parameter] = bodyValue(value, type);
        }
    }
    const path = await boundPath(name, request, metadata, entitySetOf);
    return { method: 'POST', path, ...(Object.keys(body).length > 0 ? { body } : {}) };
}

async function functionCall(
    name: string,
    request: ExecutableRequest,
    metadata: RequestMetadata,
    entitySetOf: EntitySetOf,
): Promise<BatchRequest> {
    const aliases: string[] = [];
    const query: string[] = [];
    for (const [parameter, type] of parametersOf(metadata)) {
        const value = request[parameter];
        if (value !== undefined) {
            aliases.push(`${parameter}=@${parameter}`);
            query.push(`@${parameter}=${encodeURIComponent(await literal(value, type, entitySetOf))}`);
        }
    }
    const path = await boundPath(name, request, metadata, entitySetOf);
    return { method: 'GET', path: `${path}(${aliases.join(',')})${query.length > 0 ? `?${query.join('&')}` : ''}` };
}

/** Create, Retrieve, Update and Delete as the documentation's samples write them. */
async function rowOperation(name: string, request: ExecutableRequest, entitySetOf: EntitySetOf): Promise<BatchRequest> {
    const target = (request.entityReference ?? {}) as { entityType?: string; id?: string };
    const table = String(request.etn ?? request.entityName ?? target.entityType ?? '');
    const id = String(request.id ?? request.entityId ?? target.id ?? '');
    const set = await entitySetOf(table);
    const row = `${set}(${plainId(id)})`;
    switch (name) {
        case 'Create':
            return { method: 'POST', path: set, body: request.payload };
        case 'Retrieve': {
            const columns = Array.isArray(request.columns) ? request.columns : [];
            return { method: 'GET', path: columns.length > 0 ? `${row}?$select=${columns.join(',')}` : row };
        }
        case 'RetrieveMultiple':
            return { method: 'GET', path: `${set}${String(request.options ?? request.query ?? '')}` };
        case 'Update':
            return { method: 'PATCH', path: row, body: request.payload, headers: { 'If-Match': '*' } };
        case 'Delete':
            return { method: 'DELETE', path: row };
        default:
            throw new Error(
                `Xrm.WebApi.online.execute: operation ${name} with operationType 2 is not supported here (local Dataverse).`,
            );
    }
}

function parametersOf(metadata: RequestMetadata): readonly [string, ParameterType][] {
    return Object.entries(metadata.parameterTypes ?? {}).filter(([name]) => name !== metadata.boundParameter);
}

async function boundPath(
    name: string,
    request: ExecutableRequest,
    metadata: RequestMetadata,
    entitySetOf: EntitySetOf,
): Promise<string> {
    const { boundParameter } = metadata;
    if (boundParameter === null || boundParameter === undefined || boundParameter === '') {
        return name;
    }
    const type = metadata.parameterTypes?.[boundParameter];
    const qualified = `Microsoft.Dynamics.CRM.${name}`;
    const collection = /^Collection\((.+)\)$/.exec(type?.typeName ?? '')?.[1];
    if (collection) {
        return `${await entitySetOf(unqualified(collection))}/${qualified}`;
    }
    const reference = rowReference(request[boundParameter], type);
    if (!reference) {
        throw new Error(
            `Xrm.WebApi.online.execute: ${name} is bound to "${boundParameter}", which is not a row with entityType and id.`,
        );
    }
    return `${await entitySetOf(reference.table)}(${reference.id})/${qualified}`;
}

function bodyValue(value: unknown, type: ParameterType): unknown {
    if (type.structuralProperty === ROW) {
        return rowBody(value, type);
    }
    if (type.structuralProperty === COLLECTION && Array.isArray(value)) {
        const item = /^Collection\((.+)\)$/.exec(type.typeName)?.[1] ?? '';
        return item.startsWith('mscrm.') || item.startsWith('Microsoft.Dynamics.CRM.')
            ? value.map((one: unknown) => rowBody(one, { typeName: item, structuralProperty: ROW }))
            : value;
    }
    if (value instanceof Date) {
        return value.toISOString();
    }
    return value;
}

const COLLECTION = 4;
const ROW = 5;
const ENUMERATION = 3;

/** `{ entityType, id }` becomes `{ "@odata.type", "<primary key>": id }`; what is written that way already stays. */
function rowBody(value: unknown, type: ParameterType): unknown {
    const reference = value as { entityType?: unknown; id?: unknown } | null;
    if (reference && typeof reference.entityType === 'string' && typeof reference.id === 'string') {
        return {
            '@odata.type': `Microsoft.Dynamics.CRM.${reference.entityType}`,
            [primaryKeyOf(reference.entityType)]: plainId(reference.id),
        };
    }
    if (
        reference &&
        typeof reference === 'object' &&
        Object.keys(reference).length > 0 &&
        !('@odata.type' in reference)
    ) {
        const table = unqualified(type.typeName);
        return table === 'crmbaseentity' ? value : { '@odata.type': `Microsoft.Dynamics.CRM.${table}`, ...reference };
    }
    return value;
}

/** Activities share one key; every other table's is its own name with `id`. */
const ACTIVITIES = new Set([
    'activitypointer',
    'appointment',
    'email',
    'fax',
    'letter',
    'phonecall',
    'task',
    'opportunityclose',
    'recurringappointmentmaster',
    'serviceappointment',
    'socialactivity',
]);

function primaryKeyOf(table: string): string {
    return ACTIVITIES.has(table) ? 'activityid' : `${table}id`;
}

function rowReference(value: unknown, type: ParameterType | undefined): { table: string; id: string } | undefined {
    const row = value as Record<string, unknown> | null | undefined;
    if (!row || typeof row !== 'object') {
        return undefined;
    }
    const table =
        typeof row.entityType === 'string'
            ? row.entityType
            : unqualified(String(row['@odata.type'] ?? type?.typeName ?? ''));
    const id = row.id ?? row[primaryKeyOf(table)];
    return typeof id === 'string' ? { table, id: plainId(id) } : undefined;
}

/** `mscrm.lead`, `Microsoft.Dynamics.CRM.lead` and `#Microsoft.Dynamics.CRM.lead` all mean `lead`. */
function unqualified(typeName: string): string {
    return typeName.slice(typeName.lastIndexOf('.') + 1);
}

async function literal(value: unknown, type: ParameterType, entitySetOf: EntitySetOf): Promise<string> {
    if (value === null) {
        return 'null';
    }
    if (type.structuralProperty === ROW) {
        const reference = rowReference(value, type);
        return reference
            ? JSON.stringify({ '@odata.id': `${await entitySetOf(reference.table)}(${reference.id})` })
            : JSON.stringify(value);
    }
    if (type.structuralProperty === ENUMERATION) {
        const member = type.enumProperties?.find((one) => one.value === value)?.name ?? String(value);
        return `${type.typeName.replace(/^mscrm\./, 'Microsoft.Dynamics.CRM.')}'${member}'`;
    }
    if (value instanceof Date) {
        return type.typeName === 'Edm.Date' ? value.toISOString().slice(0, 10) : value.toISOString();
    }
    if (typeof value === 'object') {
        return JSON.stringify(value);
    }
    if (type.typeName === 'Edm.String') {
        return `'${String(value).replace(/'/g, "''")}'`;
    }
    return type.typeName === 'Edm.Guid' ? plainId(String(value)) : String(value);
}
