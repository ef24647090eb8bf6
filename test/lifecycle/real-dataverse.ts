import { randomUUID } from 'node:crypto';
import { LeadState } from '../../lifecycle/choices';
import type { DialogHost } from '../../lifecycle/commands/dialog-host';
import type { User } from '../../lifecycle/commands/host';
import { loadConfiguration } from '../../lifecycle/commands/load-configuration';
import type { StatusReason } from '../../lifecycle/configuration/status-reason';
import { isRow, type Row } from '../../lifecycle/row';
import { problemOf, readBatch, type BatchPart } from '../../lifecycle/web-api/read-batch';
import { ConnectionLost, Refused, rowsOf, type WebApi } from '../../lifecycle/web-api/web-api';
import { batchOfReads, batchOfWrites, type BatchBody } from '../../lifecycle/web-api/write-batch';
import { createLocalDataverse } from '../../local/dataverse/local-dataverse';
import type { WebApiResponse } from '../../local/dataverse/webapi/http';
import { rulesModelOfSource, tableModels } from '../../solution/data-model/table-models';
import { assignLocalRoles } from '../../solution/deploy/assign-local-roles';
import { deploy } from '../../solution/deploy/deploy';
import { generatePlugIns } from '../../solution/deploy/generate-plug-ins';
import { WebApiClient } from '../../solution/deploy/web-api-client';
import { withFunctions } from '../../solution/functions/with-functions';
import { keepDefinitions, type Store } from '../../webresources/dialog/kept-web-api';
import { aRecord, aSolutionFile, deployableTree } from '../solution/deploy/an-environment';

const ROOT = '/api/data/v9.2/';
const ENVIRONMENT_URL = 'http://localhost';

/** People of the local Dataverse. */
export const Person = {
    administrator: '11111111-1111-4111-8111-111111111101',
    /** Sam Rivera. */
    seller: '11111111-1111-4111-8111-111111111102',
    /** Nadia Laurent. */
    secondSeller: '11111111-1111-4111-8111-111111111103',
    manager: '11111111-1111-4111-8111-111111111104',
    maker: '11111111-1111-4111-8111-111111111105',
} as const;

/** One batch that a host has sent. */
export interface SentBatch {
    readonly kind: 'read' | 'write';
    /** Addresses read, or change sets written. */
    readonly count: number;
}

/** What becomes of a batch: the server never sees it, its answer never arrives; null for neither. */
export type Fault = 'request-lost' | 'answer-lost' | null;

export interface HostOptions {
    readonly user?: string;
    /** Asked before each batch; `index` counts from 0 over reads and writes. */
    readonly fault?: (index: number, batch: SentBatch) => Fault;
    /** Changes the text of a batch on its way to the server. */
    readonly tamper?: (body: string, index: number) => string;
    /** Keeps definitions there instead of asking for them again, as dialogs do; asks for them every time, when left out. */
    readonly keptIn?: Store;
    readonly now?: () => Date;
    readonly newId?: () => string;
}

/** A storage that lasts as long as the test. */
export function aStore(): Store {
    const items = new Map<string, string>();
    return {
        getItem: (key) => items.get(key) ?? null,
        setItem: (key, value) => void items.set(key, value),
        removeItem: (key) => void items.delete(key),
        key: (index) => [...items.keys()][index] ?? null,
        get length() {
            return items.size;
        },
    };
}

/** What a host has done. */
export interface RealHost extends DialogHost {
    readonly sent: readonly SentBatch[];
    readonly reported: readonly unknown[];
}

/**
 * A local Dataverse in this process that the solution is deployed to with its plug-ins, and hosts of dialogs over it:
 * every batch goes through the real Web API as text.
 */
export interface RealDataverse {
    /** A host whose rules are read now. Sam Rivera's, unless another user is named. */
    host(options?: HostOptions): Promise<RealHost>;
    /** Creates a row, as the administrator unless another user is named. @returns its id */
    add(entitySet: string, columns: Row, user?: string): Promise<string>;
    /** Creates an open lead of Sam Rivera, of which the default criteria are all known. @returns its id */
    addLead(columns?: Row, user?: string): Promise<string>;
    /** @throws Error with Dataverse's refusal */
    update(address: string, columns: Row, user?: string): Promise<void>;
    /** Posts to an action or collection. @throws Error with Dataverse's refusal */
    post(address: string, body: Row, user?: string): Promise<Row>;
    delete(address: string): Promise<void>;
    /** A row or an answer, as the administrator sees it unless another user is named; with all annotations. */
    read(address: string, user?: string): Promise<Row>;
    rows(address: string, user?: string): Promise<readonly Row[]>;
    count(entitySet: string, filter?: string): Promise<number>;
    close(): void;
}

/** Takes some seconds: once in a suite. */
export async function aRealDataverse(): Promise<RealDataverse> {
    const dataverse = createLocalDataverse();
    const handle: Handle = (method, url, headers, body) =>
        dataverse.handle({ method, url, headers, ...(body !== undefined && { body }) });
    const client = new WebApiClient(ENVIRONMENT_URL, {
        transport: async (address, request) => {
            const headers = Object.fromEntries(new Headers(request.headers));
            const text = typeof request.body === 'string' ? request.body : undefined;
            const answer = handle(
                request.method ?? 'GET',
                address.slice(ENVIRONMENT_URL.length),
                { 'content-type': 'application/json', host: 'localhost', ...headers },
                text,
            );
            const hasBody = answer.status !== 204 && answer.status !== 304;
            return new Response(hasBody ? textOf(answer.body) : null, {
                status: answer.status,
                headers: { ...answer.headers },
            });
        },
    });
    const source = deployableTree();
    const solution = aSolutionFile(withFunctions(source, rulesModelOfSource(tableModels(source))), '0.1.0');
    await deploy({ client, output: aRecord(), solution, plugIns: [], generatePlugIns });
    await assignLocalRoles(client);

    const send = (method: string, address: string, user: string, body?: Row): WebApiResponse => {
        const answer = handle(
            method,
            ROOT + address,
            {
                host: 'localhost',
                'content-type': 'application/json',
                mscrmcallerid: user,
                prefer: 'odata.include-annotations="*"',
            },
            body && JSON.stringify(body),
        );
        const text = textOf(answer.body);
        if (answer.status >= 400) throw new Error(`${method} ${address}: ${text}`);
        return answer;
    };
    const ask = (method: string, address: string, user: string, body?: Row): Row => {
        const text = textOf(send(method, address, user, body).body);
        const json: unknown = text === '' ? {} : JSON.parse(text);
        return isRow(json) ? json : {};
    };
    const rows = (address: string, user: string = Person.administrator): readonly Row[] =>
        rowsOf(ask('GET', address, user));
    const add: RealDataverse['add'] = async (entitySet, columns, user = Person.administrator) => {
        const { headers } = send('POST', entitySet, user, columns);
        return /\(([0-9a-f-]{36})\)$/i.exec(headers['OData-EntityId'] ?? '')?.[1] ?? '';
    };

    return {
        host: (options = {}) => aHost(handle, rows, options),
        add,
        addLead: (columns = {}, user = Person.seller) =>
            add(
                'leads',
                {
                    subject: 'Ten vans',
                    firstname: 'Amelie',
                    lastname: 'Bauer',
                    companyname: 'Northwind Motors',
                    emailaddress1: 'amelie@northwind.example',
                    budgetamount: 250000,
                    decisionmaker: true,
                    need: 0,
                    purchasetimeframe: 1,
                    purchaseprocess: 0,
                    ...columns,
                },
                user,
            ),
        update: async (address, columns, user = Person.administrator) => {
            ask('PATCH', address, user, columns);
        },
        post: async (address, body, user = Person.administrator) => ask('POST', address, user, body),
        delete: async (address) => {
            ask('DELETE', address, Person.administrator);
        },
        read: async (address, user = Person.administrator) => ask('GET', address, user),
        rows: async (address, user = Person.administrator) => rows(address, user),
        count: async (entitySet, filter) =>
            rows(`${entitySet}?$select=createdon${filter === undefined ? '' : `&$filter=${filter}`}`).length,
        close: () => dataverse.close(),
    };
}

type Handle = (method: string, url: string, headers: Readonly<Record<string, string>>, body?: string) => WebApiResponse;

async function aHost(
    handle: Handle,
    rows: (address: string, user?: string) => readonly Row[],
    options: HostOptions,
): Promise<RealHost> {
    const userId = options.user ?? Person.seller;
    const sent: SentBatch[] = [];
    const reported: unknown[] = [];
    const newId = options.newId ?? randomUUID;
    const report = (error: unknown): void => void reported.push(error);
    const user: User = { id: userId, roles: rolesOf(rows, userId), language: 1033 };
    const configuration = await loadConfiguration({
        user,
        report,
        retrieveMultiple: async (table, query) => rows(`${entitySetOf(rows, table)}${query}`, userId),
    });
    const webApi = webApiOver(handle, userId, sent, newId, options);
    const keptFor = { clientUrl: ENVIRONMENT_URL, userId, language: 1033 };
    return {
        user,
        configuration,
        statusReasons: statusReasonsOf(rows),
        webApi: options.keptIn ? keepDefinitions(webApi, options.keptIn, keptFor, Date.now) : webApi,
        text: (key, ...values) => [key, ...values].join('|'),
        now: options.now ?? (() => new Date()),
        newId,
        report,
        sent,
        reported,
    };
}

/** The text that dialogs send, put to the server's front door; the server is in this process instead of behind HTTP. */
function webApiOver(
    handle: Handle,
    user: string,
    sent: SentBatch[],
    newId: () => string,
    { fault, tamper }: HostOptions,
): WebApi {
    const send = async (
        { boundary, body }: BatchBody,
        batch: SentBatch,
    ): Promise<readonly (BatchPart | readonly BatchPart[])[]> => {
        const index = sent.length;
        sent.push(batch);
        const happens = fault?.(index, batch) ?? null;
        if (happens === 'request-lost') throw new ConnectionLost();
        const answer = handle(
            'POST',
            `${ROOT}$batch`,
            {
                host: 'localhost',
                accept: 'multipart/mixed',
                'content-type': `multipart/mixed; boundary=${boundary}`,
                prefer: 'odata.continue-on-error',
                mscrmcallerid: user,
            },
            tamper?.(body, index) ?? body,
        );
        if (happens === 'answer-lost') throw new ConnectionLost();
        const text = textOf(answer.body);
        if (answer.status >= 400) throw new Refused(problemOf({ status: answer.status, body: JSON.parse(text) }));
        const contentType = Object.entries(answer.headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
        const answers = readBatch(contentType ?? '', text);
        if (answers?.length !== batch.count) throw new ConnectionLost();
        return answers;
    };
    return {
        read: async (addresses) => {
            if (addresses.length === 0) return [];
            const parts = await send(batchOfReads(addresses, newId), { kind: 'read', count: addresses.length });
            return parts
                .flat()
                .map((part) =>
                    part.status < 400 ? { ok: true, body: part.body } : { ok: false, problem: problemOf(part) },
                );
        },
        write: async (changeSets) => {
            if (changeSets.length === 0) return [];
            const answers = await send(batchOfWrites(changeSets, newId), { kind: 'write', count: changeSets.length });
            return answers.map((answer) => {
                const parts = [answer].flat();
                const refused = parts.find(({ status }) => status >= 400);
                return refused
                    ? { ok: false, problem: problemOf(refused) }
                    : { ok: true, bodies: parts.map(({ body }) => body) };
            });
        },
    };
}

function rolesOf(rows: (address: string) => readonly Row[], user: string): readonly string[] {
    return rows(`systemusers(${user})/systemuserroles_association?$select=name`).map((role) => String(role['name']));
}

function entitySetOf(rows: (address: string) => readonly Row[], table: string): string {
    const [definition] = rows(`EntityDefinitions?$select=EntitySetName&$filter=LogicalName eq '${table}'`);
    return String(definition?.['EntitySetName']);
}

function statusReasonsOf(rows: (address: string) => readonly Row[]): readonly StatusReason[] {
    const [definition] = rows(
        "EntityDefinitions(LogicalName='lead')/Attributes/Microsoft.Dynamics.CRM.StatusAttributeMetadata" +
            '?$select=LogicalName&$expand=OptionSet($select=Options)',
    );
    const optionSet = definition?.['OptionSet'];
    const options = isRow(optionSet) && Array.isArray(optionSet['Options']) ? optionSet['Options'].filter(isRow) : [];
    return options.map((option) => ({
        value: Number(option['Value']),
        label: labelOf(option['Label']),
        state: Object.values(LeadState).find((state) => state === option['State']) ?? LeadState.open,
    }));
}

function labelOf(label: unknown): string {
    const own = isRow(label) ? label['UserLocalizedLabel'] : undefined;
    return isRow(own) ? String(own['Label']) : '';
}

function textOf(body: string | Uint8Array): string {
    return typeof body === 'string' ? body : new TextDecoder().decode(body);
}
