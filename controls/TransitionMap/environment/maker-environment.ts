import type { StatusReason } from '../../../lifecycle/configuration/status-reason';
import type { StoredTransition } from '../../../lifecycle/transitions/stored-transition';
import type { TransitionWrite } from '../../../lifecycle/transitions/write-changes';

/** The rows of the table, and what is needed to notice that somebody else has changed one. */
export interface StoredTransitions {
    readonly transitions: readonly StoredTransition[];
    /** Versions of the rows by id, as `If-Match` takes them. */
    readonly versions: ReadonlyMap<string, string>;
    /** Who changed a row last, by id. */
    readonly changedBy: ReadonlyMap<string, string>;
}

/** Status reasons of lead in the order of the environment, and what belongs to them. */
export interface StatusModel {
    readonly statusReasons: readonly StatusReason[];
    readonly stateLabels: ReadonlyMap<number, string>;
    /** The status reason that new leads start in. */
    readonly startStatus: number | null;
    /** Languages that the environment's own labels are in, by locale id. */
    readonly languages: readonly number[];
}

/** A column of lead that a move may ask for. */
export interface LeadColumnInfo {
    readonly name: string;
    readonly label: string;
    /** Makers pick only what people see on forms; the rest is known to exist. */
    readonly isOffered: boolean;
}

export interface NewStatusReason {
    /** Labels by locale id. */
    readonly labels: ReadonlyMap<number, string>;
    readonly state: number;
}

/**
 * What the map asks of Dataverse. Every promise rejects with an error whose `message` may be shown.
 */
export interface MakerEnvironment {
    readTransitions(): Promise<StoredTransitions>;
    readStatusModel(): Promise<StatusModel>;
    readColumns(): Promise<readonly LeadColumnInfo[]>;
    /** Names of the security roles, each once, in alphabetical order. */
    readRoles(): Promise<readonly string[]>;
    /** Leads by status reason. Dataverse refuses to count more than 50,000. */
    countLeads(): Promise<ReadonlyMap<number, number>>;
    isGuardOff(): Promise<boolean>;
    mayAddStatusReasons(): Promise<boolean>;
    /**
     * All or nothing.
     * @throws RowChangedError when a row is not of its version any more
     */
    save(writes: readonly TransitionWrite[], versions: ReadonlyMap<string, string>): Promise<void>;
    /** Lets the page's scripts read the rules again before they judge the next move. */
    forgetRules(): void;
    /** Adds a status reason to lead and publishes it. @returns its value */
    addStatusReason(reason: NewStatusReason): Promise<number>;
    /** Keeps an error that the user can do nothing about where a developer finds it. */
    report(error: unknown): void;
}

/** Somebody else has changed or deleted a row since it was read; nothing was written. */
export class RowChangedError extends Error {}
