import type { DialogName, Dialogs } from '../../lifecycle/commands/dialogs';
import type { Language } from '../../lifecycle/defaults';
import { dialogPage, dialogTexts } from '../../lifecycle/dialogs/dialog-page';
import { askDialog, type DialogChannel, type DialogMessage } from '../../lifecycle/dialogs/exchange';
import type { Text } from '../../lifecycle/messages';
import { pageXrm } from './page-xrm';

/** Opens the same dialog web resource as the command bar does, and waits for its answer. */
export function openDialog<Name extends DialogName>(
    dialog: Name,
    input: Dialogs[Name]['input'],
    text: Text,
    language: Language,
): Promise<Dialogs[Name]['answer'] | null> {
    const id = crypto.randomUUID();
    const { pageInput, options } = dialogPage(dialog, input, text, id);
    return askDialog({
        dialog,
        input,
        language,
        texts: dialogTexts(dialog, text),
        channel: openChannel(id),
        show: () => pageXrm().Navigation.navigateTo(pageInput, options),
    });
}

/** Every frame of this origin that opens a channel of the same id hears the others. */
function openChannel(id: string): DialogChannel {
    const channel = new BroadcastChannel(`LeadLifecycle.${id}`);
    return {
        send: (message) => channel.postMessage(message),
        receive: (listener) => {
            channel.onmessage = (event: MessageEvent<DialogMessage>) => listener(event.data);
        },
        close: () => channel.close(),
    };
}
