import type { DialogName, Dialogs } from '../../lifecycle/commands/dialogs';
import type { Host } from '../../lifecycle/commands/host';
import { dialogPage, dialogTexts, type DialogPage } from '../../lifecycle/dialogs/dialog-page';
import { askDialog, type DialogChannel, type DialogMessage } from '../../lifecycle/dialogs/exchange';

/**
 * Opens a dialog web resource and waits for its answer.
 * @param show for whoever must know when the dialog has closed, which is after the answer
 */
export async function openDialog<Name extends DialogName>(
    host: Pick<Host, 'user' | 'text' | 'configuration' | 'statusReasons'>,
    dialog: Name,
    input: Dialogs[Name]['input'],
    show = (page: DialogPage): PromiseLike<unknown> => Xrm.Navigation.navigateTo(page.pageInput, page.options),
): Promise<Dialogs[Name]['answer'] | null> {
    const { user, text } = host;
    const [configuration, statusReasons] = await Promise.all([host.configuration(), host.statusReasons()]);
    const id = crypto.randomUUID();
    const page = dialogPage(dialog, input, text, id);
    return askDialog({
        dialog,
        input,
        language: user.language,
        session: { clientUrl: Xrm.Utility.getGlobalContext().getClientUrl(), user, configuration, statusReasons },
        texts: dialogTexts(dialog, text),
        channel: openChannel(id),
        show: () => show(page),
    });
}

/** Every frame of this origin that opens a channel of the same id hears the others. */
export function openChannel(id: string): DialogChannel {
    const channel = new BroadcastChannel(`LeadLifecycle.${id}`);
    return {
        send: (message) => channel.postMessage(message),
        receive: (listener) => {
            channel.onmessage = (event: MessageEvent<DialogMessage>) => listener(event.data);
        },
        close: () => channel.close(),
    };
}
