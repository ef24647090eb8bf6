import type { DialogName, Dialogs } from '../../lifecycle/commands/dialogs';
import { windowWidthOf } from '../../lifecycle/dialogs/dialog-page';
import { channelName, channelOver } from '../../lifecycle/dialogs/exchange';
import { openDialogPage, type DialogOpener } from '../../lifecycle/dialogs/open-dialog';
import { pageXrm } from './page-xrm';

/** Opens the same dialog web resource as the command bar does, and waits for its answer. */
export function openDialog<Name extends DialogName>(
    host: DialogOpener,
    dialog: Name,
    input: Dialogs[Name]['input'],
): Promise<Dialogs[Name]['answer'] | null> {
    return openDialogPage(host, dialog, input, {
        page: globalThis,
        clientUrl: pageXrm().Utility.getGlobalContext().getClientUrl(),
        windowWidth: windowWidthOf(globalThis),
        newId: () => crypto.randomUUID(),
        openChannel: (id) => channelOver(new BroadcastChannel(channelName(id))),
        navigateTo: ({ pageInput, options }) => pageXrm().Navigation.navigateTo(pageInput, options),
        after: (milliseconds, action) => {
            const timer = setTimeout(action, milliseconds);
            return () => clearTimeout(timer);
        },
    });
}
