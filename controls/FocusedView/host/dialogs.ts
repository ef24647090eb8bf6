import type { DialogName, Dialogs } from '../../../lifecycle/commands/dialogs';
import type { Language } from '../../../lifecycle/defaults';
import { askDialog, type DialogChannel, type DialogMessage } from '../../../lifecycle/dialogs/exchange';
import { DIALOG_TEXT_KEYS, type Text, type TextKey } from '../../../lifecycle/messages';
import { pageXrm } from './page-xrm';

/** `target` and `position` of navigateTo: Microsoft Learn, "navigateTo (Client API reference)". */
const IN_A_DIALOG = 2;
const IN_THE_CENTER = 1;

/** In pixels; the platform cuts them to the window. */
const SIZES: Readonly<Record<DialogName, { readonly width: number; readonly height: number }>> = {
    qualify: { width: 640, height: 680 },
    disqualify: { width: 520, height: 620 },
    reactivate: { width: 480, height: 420 },
};

/** Opens the same dialog web resource as the command bar does, and waits for its answer. */
export function openDialog<Name extends DialogName>(
    dialog: Name,
    input: Dialogs[Name]['input'],
    text: Text,
    language: Language,
): Promise<Dialogs[Name]['answer'] | null> {
    const id = crypto.randomUUID();
    const { width, height } = SIZES[dialog];
    return askDialog({
        dialog,
        input,
        language,
        texts: textsOf(dialog, text),
        channel: openChannel(id),
        show: () =>
            pageXrm().Navigation.navigateTo(
                { pageType: 'webresource', webresourceName: `llc_/lead/${dialog}.html`, data: id },
                {
                    target: IN_A_DIALOG,
                    position: IN_THE_CENTER,
                    width: { value: width, unit: 'px' },
                    height: { value: height, unit: 'px' },
                    title: text(`${dialog}.title`),
                },
            ),
    });
}

/** The templates that a dialog may show: without values, the places stay in them. */
function textsOf(dialog: DialogName, text: Text): Readonly<Partial<Record<TextKey, string>>> {
    return Object.fromEntries(DIALOG_TEXT_KEYS[dialog].map((key) => [key, text(key)]));
}

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
