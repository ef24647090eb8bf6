import type { DialogHost, DialogSession } from '../../lifecycle/commands/dialog-host';
import type { Text } from '../../lifecycle/messages';
import { createWebApi } from './web-api';

/** Answers a command that runs in its dialog with the page's own means and what the opener handed over. */
export function createDialogHost({ clientUrl, ...session }: DialogSession, text: Text): DialogHost {
    const newId = (): string => crypto.randomUUID();
    return {
        ...session,
        text,
        webApi: createWebApi(clientUrl, newId),
        now: () => new Date(),
        newId,
        report: (error) => console.error(error),
    };
}
