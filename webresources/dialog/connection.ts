import type { DialogSession } from '../../lifecycle/commands/dialog-host';
import type { DialogName, Dialogs } from '../../lifecycle/commands/dialogs';
import type { Language } from '../../lifecycle/defaults';
import type { DialogChannel } from '../../lifecycle/dialogs/exchange';
import { format, type Text } from '../../lifecycle/messages';

/** What a dialog gets of its opener. */
export interface Connection<Name extends DialogName> {
    readonly input: Dialogs[Name]['input'];
    readonly text: Text;
    readonly language: Language;
    readonly session: DialogSession;
    /** Says what has been done so far: the answer, should the user close the dialog by the platform's own button. */
    readonly interim: (answer: Dialogs[Name]['answer']) => void;
    /** Hands the answer over, null for none, and closes the dialog. */
    readonly close: (answer: Dialogs[Name]['answer'] | null) => void;
}

/** How long to wait for an opener that may be gone, in milliseconds. */
const PATIENCE = 1500;

/**
 * The dialog's side of the exchange: asks for the input and waits for it.
 * @param closeFrame called once the opener has the answer, or when it does not listen any more
 */
export function connect<Name extends DialogName>(
    channel: DialogChannel,
    closeFrame: () => void,
): Promise<Connection<Name>> {
    return new Promise((resolve) => {
        let closed = false;
        let waiting: ReturnType<typeof setTimeout> | undefined;
        channel.receive((message) => {
            if (message.kind === 'received') finish();
            if (message.kind !== 'input') return;
            const { texts, language, session } = message;
            resolve({
                input: message.input as Dialogs[Name]['input'],
                language,
                session,
                interim: (answer) => channel.send({ kind: 'interim', answer }),
                text: (key, ...values) => format(texts[key] ?? key, values),
                close: (answer) => {
                    channel.send({ kind: 'answer', answer });
                    waiting = setTimeout(finish, PATIENCE);
                },
            });
        });
        channel.send({ kind: 'ready' });

        function finish(): void {
            if (closed) return;
            closed = true;
            clearTimeout(waiting);
            channel.close();
            closeFrame();
        }
    });
}
