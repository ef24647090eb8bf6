import type { Configuration } from '../configuration/configuration';
import type { StatusReason } from '../configuration/status-reason';
import type { Text } from '../messages';
import type { WebApi } from '../web-api/web-api';
import type { User } from './host';

/** What a dialog need not read again, because its opener knows it. */
export interface DialogSession {
    /** Address of the environment without a slash at its end. */
    readonly clientUrl: string;
    readonly user: User;
    readonly configuration: Configuration;
    readonly statusReasons: readonly StatusReason[];
}

/** What a command that runs in its dialog asks of its surroundings; tests answer it with plain objects. */
export interface DialogHost extends Omit<DialogSession, 'clientUrl'> {
    readonly webApi: WebApi;
    /** The texts that commands and dialogs have in common; a dialog's own come with it. */
    readonly text: Text;
    now(): Date;
    /** A GUID for a row that is about to be created. */
    newId(): string;
    /** Keeps an error that the user can do nothing about where a developer finds it. */
    report(error: unknown): void;
}
