import type { DialogSession } from '../commands/dialog-host';
import type { DialogName, Dialogs } from '../commands/dialogs';
import type { TextKey } from '../messages';
import type { Language } from '../defaults';

/**
 * How a dialog web resource gets its input and gives its answer.
 *
 * `Xrm.Navigation.navigateTo` hands a web resource nothing but a string and answers nothing when it closes. So opener
 * and dialog talk over a channel of their own, named by an id that travels in `data`: the dialog says `ready`, the
 * opener sends `input`, the dialog sends `answer`, the opener acknowledges, and only then the dialog closes itself. A
 * dialog that has already done something says so with `interim`: that counts when the user closes it by the platform's
 * own button.
 * The page's channel is a `BroadcastChannel`: it reaches every frame of the same origin, however the platform nests
 * form scripts and dialogs, and needs no walk through parent windows.
 */
export type DialogMessage =
    | { readonly kind: 'ready' }
    | {
          readonly kind: 'input';
          readonly dialog: DialogName;
          readonly input: Dialogs[DialogName]['input'];
          readonly texts: DialogTexts;
          readonly language: Language;
          readonly session: DialogSession;
      }
    | { readonly kind: 'interim'; readonly answer: Dialogs[DialogName]['answer'] }
    | { readonly kind: 'answer'; readonly answer: Dialogs[DialogName]['answer'] | null }
    | { readonly kind: 'received' };

/** Templates of the texts that the dialog shows, in the user's language. */
export type DialogTexts = Readonly<Partial<Record<TextKey, string>>>;

export interface DialogChannel {
    send(message: DialogMessage): void;
    receive(listener: (message: DialogMessage) => void): void;
    close(): void;
}

export interface DialogCall<Name extends DialogName> {
    readonly dialog: Name;
    readonly input: Dialogs[Name]['input'];
    readonly texts: DialogTexts;
    readonly language: Language;
    readonly session: DialogSession;
    readonly channel: DialogChannel;
    /** Shows the web resource; resolves when it has been closed, whoever closed it. */
    readonly show: () => PromiseLike<unknown>;
    /** Called when the dialog has loaded and asks for its input. */
    readonly onReady?: () => void;
}

/** Every frame of this origin that opens a channel of the same id hears the others. */
export function channelName(id: string): string {
    return `LeadLifecycle.${id}`;
}

/** A channel of the browser as opener and dialog use it. */
export function channelOver(broadcast: BroadcastChannel): DialogChannel {
    return {
        send: (message) => broadcast.postMessage(message),
        receive: (listener) => {
            broadcast.onmessage = (event: MessageEvent<DialogMessage>) => listener(event.data);
        },
        close: () => broadcast.close(),
    };
}

/**
 * The opener's side.
 * @returns the answer as soon as it is there; the interim one or null when the dialog is closed without
 * @throws what `show` throws
 */
export async function askDialog<Name extends DialogName>(
    call: DialogCall<Name>,
): Promise<Dialogs[Name]['answer'] | null> {
    const { channel } = call;
    try {
        return await new Promise((resolve, reject) => {
            let interim: Dialogs[Name]['answer'] | null = null;
            channel.receive((message) => {
                if (message.kind === 'ready') {
                    call.onReady?.();
                    channel.send({
                        kind: 'input',
                        dialog: call.dialog,
                        input: call.input,
                        texts: call.texts,
                        language: call.language,
                        session: call.session,
                    });
                } else if (message.kind === 'interim') {
                    interim = message.answer as Dialogs[Name]['answer'];
                } else if (message.kind === 'answer') {
                    channel.send({ kind: 'received' });
                    resolve(message.answer as Dialogs[Name]['answer'] | null);
                }
            });
            call.show().then(() => resolve(interim), reject);
        });
    } finally {
        channel.close();
    }
}
