/**
 * What passes through the message pipeline: rows, requests and the context a request runs in.
 * Every way in (Web API, batch, import, sample data, the app player) becomes one of these requests.
 */
import type { Metadata } from '../metadata/metadata';
import type { Store } from '../store/store';

/** A reference to one row. */
export interface RowReference {
    readonly table: string;
    /** Lower-case GUID without braces. */
    readonly id: string;
    /** Value of the primary name column, where the reader asked for it. */
    readonly name?: string;
}

/**
 * A column's value as the pipeline carries it:
 * - String, Memo, EntityName, Uniqueidentifier (lower case, no braces): string
 * - Integer, Decimal, Double, Money, Picklist, State, Status: number; BigInt: number
 * - Boolean: boolean
 * - DateTime UserLocal and TimeZoneIndependent: `2026-11-21T13:45:00Z` (whole seconds, UTC); DateOnly: `2026-11-21`
 * - Lookup, Customer, Owner: RowReference
 * - MultiSelectPicklist: readonly number[]
 * - PartyList: readonly Row[] (rows of activityparty)
 */
export type Value = string | number | boolean | RowReference | readonly number[] | readonly Row[] | null;

/** Column values by logical name. An absent key is "not given"; null is "empty". */
export type Row = { readonly [column: string]: Value };

/** Who and when a request is; the same for every message that it leads to. */
export interface RequestContext {
    /** systemuserid the request runs as. */
    readonly userId: string;
    /** Locale id for messages and labels. */
    readonly language: number;
    /** The time of the request, whole seconds, `…Z`. */
    readonly now: string;
    /** 1 for a request from outside; one more for each message that a plug-in's message leads to. */
    readonly depth: number;
    /** `MSCRM.SuppressDuplicateDetection: false` sets this to false. */
    readonly suppressDuplicateDetection: boolean;
}

/** One part of the environment that messages need. */
export interface Environment {
    readonly store: Store;
    /** The metadata in force; replaced as a whole when an import or a publish changes it. */
    readonly metadata: Metadata;
    /** One transaction over rows and metadata: a throw leaves both as they were. */
    transaction<Result>(work: () => Result): Result;
}

/** Answer of the pipeline's row messages. */
export interface Organization extends Environment {
    /** Creates one row; `row` may bring its own primary id. Returns the id. */
    create(table: string, row: Row, context: RequestContext): string;
    /** Changes the given columns of one row. `ifMatch`: row version the row must still have. */
    update(table: string, id: string, changes: Row, context: RequestContext, ifMatch?: number): void;
    delete(table: string, id: string, context: RequestContext, ifMatch?: number): void;
    /** Reads one row with the given columns (all when absent). Throws 0x80040217 when there is none the user may read. */
    retrieve(table: string, id: string, columns: readonly string[] | undefined, context: RequestContext): Row;
    associate(relationship: string, from: RowReference, to: readonly RowReference[], context: RequestContext): void;
    disassociate(relationship: string, from: RowReference, to: readonly RowReference[], context: RequestContext): void;
    /**
     * Changes the row with this id, or creates it when there is none.
     * @returns whether the row was created
     */
    upsert(table: string, id: string, row: Row, context: RequestContext): boolean;
    /** Messages by Web API name, in the order they were registered. */
    readonly messages: ReadonlyMap<string, MessageDefinition>;
    /** Adds messages (a later one of the same name and binding wins). */
    registerMessages(messages: readonly MessageDefinition[]): void;
    /** Adds a step that runs inside Create, Update, Delete or another message. Returns what removes it again. */
    registerStep(step: PipelineStep): () => void;
    /** Adds steps that are looked up each time a message runs. */
    registerStepSource(source: PipelineStepSource): void;
    /** Adds messages that are looked up each time one is called; registered ones of the same name win. */
    registerMessageSource(source: () => readonly MessageDefinition[]): void;
    /** Tells `listener` each time a transaction was undone: what it keeps of rows may never have been there. */
    registerRollback(listener: () => void): void;
    /**
     * Runs any other message by its name, such as QualifyLead, WinOpportunity, ImportSolution, WhoAmI.
     * @throws DataverseError 0x80060888 when no such message is registered.
     */
    execute(message: string, parameters: MessageParameters, context: RequestContext): MessageParameters;
}

/** Parameters and answers of a message by their names; a row parameter carries its table name in `RowParameter`. */
export type MessageParameters = { readonly [name: string]: MessageParameter };
export type MessageParameter =
    | Value
    | undefined
    | RowParameter
    | readonly RowParameter[]
    | readonly RowReference[]
    | readonly string[]
    | Uint8Array
    | MessageParameters;

/**
 * A row given to or returned by a message, such as OpportunityClose. `{}` for a row parameter arrives as undefined;
 * one that names its row only by `@odata.id` arrives as RowReference.
 */
export interface RowParameter {
    readonly table: string;
    readonly row: Row;
}

/**
 * When a step runs (Microsoft Learn, "Event execution pipeline"): `validation` before the transaction and before
 * anything is checked, `preOperation` and `postOperation` inside the transaction, around the platform's own work.
 */
export type PipelineStage = 'validation' | 'preOperation' | 'postOperation';

/** Something that runs inside a message: what a plug-in step is on the platform. */
export interface PipelineStep {
    /** `Create`, `Update`, `Delete`, `Associate`, `Disassociate` or the Web API name of a registered message. */
    readonly message: string;
    /** Logical name; absent: every table. */
    readonly table?: string;
    readonly stage: PipelineStage;
    /** Update only: runs when one of these columns is given. */
    readonly filteringColumns?: readonly string[];
    /** A throw refuses the message and undoes all of it. */
    readonly run: (call: PipelineCall) => void;
}

/** Steps kept elsewhere, such as in rows: asked for with each message, in the order they are to run. */
export type PipelineStepSource = (message: string, table: string) => readonly PipelineStep[];

/** One message on its way through the stages. */
export interface PipelineCall {
    readonly message: string;
    /** Logical name; empty for a message that is about no table. */
    readonly table: string;
    /** Row the message is about; empty before Create has given it one, and for messages about no row. */
    readonly id: string;
    /** Create and Update: the values given. Steps of the first two stages may change them. */
    readonly target: { [column: string]: Value };
    /** Update and Delete: the whole row as it was. */
    readonly before: Row | undefined;
    /** What other messages were given. */
    readonly parameters: MessageParameters;
    readonly organization: Organization;
    readonly context: RequestContext;
}

/** How one message is registered: `messages/<name>.ts` exports one of these. */
export interface MessageDefinition {
    /** Web API name, such as `QualifyLead`. */
    readonly name: string;
    readonly kind: 'action' | 'function';
    /**
     * Logical name of the table it is bound to; absent for an unbound message. `*` for any table.
     * The row it is called on arrives as parameter `entity` (a RowReference) and wins over an `entity` in the body.
     */
    readonly boundTo?: string;
    /** Called on the entity set; the table's logical name arrives as parameter `entityLogicalName`. */
    readonly boundToCollection?: boolean;
    readonly parameters: readonly MessageParameterDefinition[];
    /** Absent: 204. */
    readonly returns?: MessageReturnDefinition;
    readonly run: (
        organization: Organization,
        parameters: MessageParameters,
        context: RequestContext,
    ) => MessageParameters;
}

export interface MessageParameterDefinition {
    readonly name: string;
    /**
     * Edm.String, Edm.Int32, Edm.Boolean, Edm.Guid, Edm.DateTimeOffset, Edm.Binary, `mscrm.<table>`,
     * `mscrm.crmbaseentity` (any row), `Collection(…)` of these, or `Edm.Untyped` (the JSON as it came).
     */
    readonly type: string;
    readonly optional: boolean;
}

export interface MessageReturnDefinition {
    /** `Collection(mscrm.crmbaseentity)` answers `value`; a complex type's name answers its properties. */
    readonly type: string;
}
