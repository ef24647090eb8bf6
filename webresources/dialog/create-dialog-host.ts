import type { DialogHost, DialogSession } from '../../lifecycle/commands/dialog-host';
import type { Text } from '../../lifecycle/messages';
import { createBatchWebApi, sendBy } from '../../lifecycle/web-api/batch-web-api';
import type { WebApi } from '../../lifecycle/web-api/web-api';
import { keepDefinitions } from './kept-web-api';

/** Answers a command that runs in its dialog with the page's own means and what the opener handed over. */
export function createDialogHost({ clientUrl, ...session }: DialogSession, text: Text): DialogHost {
    const newId = (): string => crypto.randomUUID();
    const send = sendBy(
        (...request) => fetch(...request),
        () => clientUrl,
    );
    return {
        ...session,
        text,
        webApi: withKeptDefinitions(createBatchWebApi(send, newId), clientUrl, session.user),
        now: () => new Date(),
        newId,
        report: (error) => console.error(error),
    };
}

function withKeptDefinitions(webApi: WebApi, clientUrl: string, user: DialogSession['user']): WebApi {
    try {
        const keptFor = { clientUrl, userId: user.id, language: user.language };
        return keepDefinitions(webApi, sessionStorage, keptFor, () => Date.now());
    } catch {
        // A browser that blocks the page's storage throws at the mere name.
        return webApi;
    }
}
