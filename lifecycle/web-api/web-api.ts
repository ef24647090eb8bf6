import type { Row } from '../row';

/** One write of a change set. Entity sets and addresses are relative to the Web API's root. */
export type Write =
    | {
          readonly kind: 'create';
          readonly entitySet: string;
          /** May hold the row's own id, so that later writes and a check after a lost connection can name the row. */
          readonly columns: Row;
          /** Whether a published duplicate rule may refuse the row; it may not unless said so. */
          readonly detectDuplicates?: boolean;
      }
    | {
          readonly kind: 'update';
          readonly entitySet: string;
          readonly id: string;
          readonly columns: Row;
          /** The version that the row must still have (its `@odata.etag`); any, when left out. */
          readonly ifMatch?: string;
      }
    | {
          readonly kind: 'delete';
          readonly entitySet: string;
          readonly id: string;
          /** As of an update. */
          readonly ifMatch?: string;
      }
    | {
          /** Adds a row to a collection of another. */
          readonly kind: 'associate';
          readonly entitySet: string;
          readonly id: string;
          /** The collection-valued navigation property. */
          readonly collection: string;
          readonly target: { readonly entitySet: string; readonly id: string };
      }
    | {
          readonly kind: 'action';
          /** Such as `leads(…)/Microsoft.Dynamics.CRM.QualifyLead` or `WinOpportunity`. */
          readonly address: string;
          readonly parameters: Row;
      };

/** Succeeds as a whole or leaves nothing. */
export type ChangeSet = readonly Write[];

/** Why Dataverse refused. */
export interface Problem {
    /** Of HTTP. */
    readonly status: number;
    /** Dataverse's error code, unsigned; 0 for none. */
    readonly code: number;
    /** Dataverse's own words. */
    readonly message: string;
    /** Of a refusal by a duplicate rule: the table whose rows it found. */
    readonly duplicateTable?: string;
}

/** The answer to one read: its body. */
export type ReadAnswer =
    | { readonly ok: true; readonly body: unknown }
    | { readonly ok: false; readonly problem: Problem };

/** The answer to one change set: the bodies of its writes, undefined for each without one. */
export type WriteAnswer =
    | { readonly ok: true; readonly bodies: readonly unknown[] }
    | { readonly ok: false; readonly problem: Problem };

/**
 * Dataverse's Web API as dialogs use it: one request each (`$batch`), whatever they ask for at once.
 * Every method rejects with a `ConnectionLost` when no complete answer came; nothing is known then of what was written.
 */
export interface WebApi {
    /** @param addresses of GET, relative to the Web API's root, such as `leads(…)?$select=subject` */
    read(addresses: readonly string[]): Promise<readonly ReadAnswer[]>;
    /** Each change set on its own: one that is refused keeps no other from running. At most 1,000 writes in all. */
    write(changeSets: readonly ChangeSet[]): Promise<readonly WriteAnswer[]>;
}

/** No complete answer came, so nobody knows what Dataverse did. */
export class ConnectionLost extends Error {
    constructor(cause?: unknown) {
        super('The connection to Dataverse was lost before a complete answer came.', { cause });
        this.name = 'ConnectionLost';
    }
}

/** Dataverse refused. */
export class Refused extends Error {
    constructor(readonly problem: Problem) {
        super(problem.message);
        this.name = 'Refused';
    }
}

/** @throws Refused for the first read that was */
export function bodiesOf(answers: readonly ReadAnswer[]): readonly unknown[] {
    return answers.map((answer) => {
        if (!answer.ok) throw new Refused(answer.problem);
        return answer.body;
    });
}

/** The rows of a collection's body. */
export function rowsOf(body: unknown): readonly Row[] {
    const value = typeof body === 'object' && body !== null && 'value' in body ? body.value : undefined;
    return Array.isArray(value) ? value.filter((row): row is Row => typeof row === 'object' && row !== null) : [];
}
