import type { DialogName, Dialogs } from '../../lifecycle/commands/dialogs';
import { windowWidthOf, type DialogPage } from '../../lifecycle/dialogs/dialog-page';
import { channelName, channelOver, type DialogChannel } from '../../lifecycle/dialogs/exchange';
import { openDialogPage, type DialogOpener } from '../../lifecycle/dialogs/open-dialog';

/**
 * Opens a dialog web resource and waits for its answer.
 * @param navigateTo for whoever must know when the dialog has closed, which is after the answer
 */
export function openDialog<Name extends DialogName>(
    host: DialogOpener,
    dialog: Name,
    input: Dialogs[Name]['input'],
    navigateTo = (page: DialogPage): PromiseLike<unknown> => Xrm.Navigation.navigateTo(page.pageInput, page.options),
): Promise<Dialogs[Name]['answer'] | null> {
    return openDialogPage(host, dialog, input, {
        page: globalThis,
        clientUrl: Xrm.Utility.getGlobalContext().getClientUrl(),
        windowWidth: windowWidthOf(globalThis),
        newId: () => crypto.randomUUID(),
        openChannel,
        navigateTo,
        after: (milliseconds, action) => {
            const timer = setTimeout(action, milliseconds);
            return () => clearTimeout(timer);
        },
    });
}

export function openChannel(id: string): DialogChannel {
    return channelOver(new BroadcastChannel(channelName(id)));
}
