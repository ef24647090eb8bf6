import type { Configuration } from '../configuration/configuration';
import type { StatusReason } from '../configuration/status-reason';
import type { Language } from '../defaults';
import type { Text } from '../messages';
import type { Row } from '../row';
import type { DialogName, Dialogs } from './dialogs';

export interface User {
    /** systemuserid, in lower case without braces. */
    readonly id: string;
    /** Names of the user's security roles. */
    readonly roles: readonly string[];
    /** Of the texts and the defaults. */
    readonly language: Language;
}

/** One write of a change set. */
export type Operation =
    | { readonly kind: 'create'; readonly table: string; readonly columns: Row }
    | { readonly kind: 'update'; readonly table: string; readonly id: string; readonly columns: Row };

/**
 * What a flow asks of its surroundings. The client scripts answer it with `Xrm`, code components with their context;
 * tests with plain objects. Every promise rejects with an error whose `message` may be shown to the user; one that
 * came from Dataverse carries its code as the number `errorCode`.
 */
export interface Host {
    readonly user: User;
    now(): Date;

    /** The configuration that applies; read once a session. */
    configuration(): Promise<Configuration>;
    /** The status reasons of lead, from the environment's metadata. */
    statusReasons(): Promise<readonly StatusReason[]>;
    /** Display names of columns by logical name; one that the environment does not know is named by itself. */
    columnLabels(table: string, columns: readonly string[]): Promise<Readonly<Record<string, string>>>;

    /** @param options OData system query options with their question mark, such as `?$select=name` */
    retrieve(table: string, id: string, options: string): Promise<Row>;
    retrieveMultiple(table: string, options: string): Promise<readonly Row[]>;
    update(table: string, id: string, columns: Row): Promise<void>;
    /**
     * All or nothing.
     * @returns the parsed bodies of the responses, in the order of the operations; undefined for each without one
     */
    changeSet(operations: readonly Operation[]): Promise<readonly unknown[]>;

    /** @returns what the user decided; null when the dialog was closed without a decision */
    openDialog<Name extends DialogName>(
        name: Name,
        input: Dialogs[Name]['input'],
    ): Promise<Dialogs[Name]['answer'] | null>;
    confirm(question: {
        readonly title: string;
        readonly text: string;
        readonly confirmLabel: string;
        readonly cancelLabel: string;
    }): Promise<boolean>;
    alert(message: { readonly title: string; readonly text: string }): Promise<void>;
    /** Shows or replaces the progress message; null takes it away. */
    progress(message: string | null): void;
    /** Opens a row's form. */
    navigate(table: string, id: string): Promise<void>;
    readonly text: Text;
    /** Keeps an error that the user can do nothing about where a developer finds it. */
    report(error: unknown): void;
}
