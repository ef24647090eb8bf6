import type { Text, TextKey } from '../messages';
import { ConnectionLost } from '../web-api/web-api';
import type { Host } from './host';

/** How a command ended. */
export type Outcome =
    | {
          readonly kind: 'done';
          /** Of the rows that have been changed. */
          readonly ids: readonly string[];
          /** Whether the form of another row has been opened since. */
          readonly isLeft?: boolean;
      }
    /** The user thought better of it. */
    | { readonly kind: 'cancelled' }
    /** A rule refused; the user has been told. */
    | { readonly kind: 'refused' }
    /** An error; the user has been told. */
    | { readonly kind: 'failed' };

/** A lead that could not be changed, and why. */
export interface Failure {
    readonly name: string;
    readonly message: string;
}

/**
 * Runs a command, takes its progress message away however it ends, and tells the user of an error.
 * @param title of the message that tells it
 */
export async function runCommand(
    host: Pick<Host, 'progress' | 'report' | 'alert' | 'text'>,
    title: TextKey,
    command: () => Promise<Outcome>,
): Promise<Outcome> {
    try {
        return await command();
    } catch (error) {
        host.progress(null);
        host.report(error);
        await host.alert({ title: host.text(title), text: errorText(error, host.text) });
        return { kind: 'failed' };
    } finally {
        host.progress(null);
    }
}

/** An error in words: Dataverse's own, or ours where nobody else has any. */
function errorText(error: unknown, text: Text): string {
    return isConnectionLost(error) ? text('connection.lost') : messageOf(error);
}

/** What `fetch` rejects with in Chromium, Firefox and Safari; none of it is in the user's language. */
const FETCH_FAILED = /^(Failed to fetch|NetworkError when attempting to fetch resource\.?|Load failed)$/;

function isConnectionLost(error: unknown): boolean {
    return error instanceof ConnectionLost || FETCH_FAILED.test(messageOf(error));
}

export function messageOf(error: unknown): string {
    if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
    return String(error);
}
