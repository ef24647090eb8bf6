import type { DialogName, Dialogs } from '../commands/dialogs';
import type { Host } from '../commands/host';
import { runAlone } from '../commands/run-alone';
import { dialogPage, dialogTexts, type DialogPage } from './dialog-page';
import { askDialog, type DialogChannel } from './exchange';

/** What a page offers to whoever opens a dialog in it. */
export interface DialogSurroundings {
    /** The page's global object. */
    readonly page: object;
    /** Address of the environment without a slash at its end. */
    readonly clientUrl: string;
    /** Of the window that the app fills, in CSS pixels. */
    readonly windowWidth: number;
    newId(): string;
    openChannel(id: string): DialogChannel;
    /** Resolves when the dialog has been closed, whoever closed it. */
    navigateTo(page: DialogPage): PromiseLike<unknown>;
    /** Does something after some milliseconds, unless it is called off by the function that it gives. */
    after(milliseconds: number, action: () => void): () => void;
}

export type DialogOpener = Pick<Host, 'user' | 'text' | 'configuration' | 'statusReasons' | 'progress'>;

/** How long a dialog may take to load before the page is given back to the user, in milliseconds. */
const PATIENCE = 15_000;

/**
 * Opens a dialog and waits for its answer. Until it is there, the progress indicator says so, and no second dialog is
 * opened in the page, whether a form, a grid or a component asks for it.
 * @returns null as well when another dialog is just being opened
 * @throws when the rules cannot be read, and when the dialog never loaded
 */
export async function openDialogPage<Name extends DialogName>(
    host: DialogOpener,
    dialog: Name,
    input: Dialogs[Name]['input'],
    surroundings: DialogSurroundings,
): Promise<Dialogs[Name]['answer'] | null> {
    const opened = await runAlone(surroundings.page, 'dialog', () => loadDialog(host, dialog, input, surroundings));
    return opened === null ? null : opened.answer;
}

/** @returns once the dialog is there, or is known not to come; what it answers is wrapped, so as not to be awaited */
async function loadDialog<Name extends DialogName>(
    host: DialogOpener,
    dialog: Name,
    input: Dialogs[Name]['input'],
    { clientUrl, windowWidth, ...surroundings }: DialogSurroundings,
): Promise<{ readonly answer: Promise<Dialogs[Name]['answer'] | null> }> {
    const { user, text } = host;
    host.progress(text('dialog.opening'));
    let stopWaiting = (): void => undefined;
    try {
        const [configuration, statusReasons] = await Promise.all([host.configuration(), host.statusReasons()]);
        let isMissing = false;
        let goOn = (): void => undefined;
        const isDecided = new Promise<void>((resolve) => (goOn = resolve));
        const decide = (missing: boolean): void => {
            isMissing = missing;
            goOn();
        };
        stopWaiting = surroundings.after(PATIENCE, () => decide(true));
        const id = surroundings.newId();
        const page = dialogPage(dialog, input, text, { id, windowWidth });
        const answer = askDialog({
            dialog,
            input,
            language: user.language,
            session: { clientUrl, user, configuration, statusReasons },
            texts: dialogTexts(dialog, text),
            channel: surroundings.openChannel(id),
            show: () => surroundings.navigateTo(page),
            onReady: () => decide(false),
        });
        await Promise.race([isDecided, answer]);
        return {
            answer: answer.then((given) => {
                // Closed by its cross, as an empty frame.
                if (isMissing) throw new Error(text('dialog.notLoaded'));
                return given;
            }),
        };
    } finally {
        stopWaiting();
        host.progress(null);
    }
}
