import { defaultConfiguration } from '../../../lifecycle/defaults';
import type { DialogPage } from '../../../lifecycle/dialogs/dialog-page';
import type { DialogChannel, DialogMessage } from '../../../lifecycle/dialogs/exchange';
import { openDialogPage, type DialogOpener, type DialogSurroundings } from '../../../lifecycle/dialogs/open-dialog';
import type { CommandCall, CommandResult } from '../../../lifecycle/commands/dialogs';

const CALL: CommandCall = { ids: ['7'], processInstanceId: null, status: null };
const RESULT: CommandResult = { changed: ['7'], open: null };

/** Lets promises settle. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

interface Stage {
    readonly host: DialogOpener;
    readonly surroundings: DialogSurroundings;
    readonly progress: (string | null)[];
    readonly pages: DialogPage[];
    /** As the dialog does. */
    hear(message: DialogMessage): void;
    /** As the user does by the cross of the dialog. */
    dismiss(): void;
    /** Lets the time pass that a dialog may take. */
    passTime(): void;
}

function stage(given: { readonly page?: object; readonly windowWidth?: number } = {}): Stage {
    const progress: (string | null)[] = [];
    const pages: DialogPage[] = [];
    let hear: (message: DialogMessage) => void = () => undefined;
    let dismiss: () => void = () => undefined;
    const timers = new Set<() => void>();
    const channel: DialogChannel = { send: () => undefined, receive: (it) => (hear = it), close: () => undefined };
    return {
        host: {
            user: { id: 'u', roles: [], language: 1033 },
            text: (key) => key,
            configuration: async () => defaultConfiguration(1033),
            statusReasons: async () => [],
            progress: (message) => progress.push(message),
        },
        surroundings: {
            page: given.page ?? {},
            clientUrl: '',
            windowWidth: given.windowWidth ?? 1000,
            newId: () => 'channel',
            openChannel: () => channel,
            navigateTo: (page) => {
                pages.push(page);
                return new Promise<void>((resolve) => (dismiss = resolve));
            },
            after: (_, action) => {
                timers.add(action);
                return () => timers.delete(action);
            },
        },
        progress,
        pages,
        hear: (message) => hear(message),
        dismiss: () => dismiss(),
        passTime: () => timers.forEach((action) => action()),
    };
}

describe('opening a dialog', () => {
    it('shows the progress indicator until the dialog is there', async () => {
        const { host, surroundings, progress, hear } = stage();
        const answer = openDialogPage(host, 'disqualify', CALL, surroundings);
        await settle();
        expect(progress).toEqual(['dialog.opening']);
        hear({ kind: 'ready' });
        await settle();
        expect(progress).toEqual(['dialog.opening', null]);
        hear({ kind: 'answer', answer: RESULT });
        expect(await answer).toEqual(RESULT);
    });

    it('opens no second one in the page while the first is loading, whoever asks, and another one later', async () => {
        const page = {};
        const [form, card] = [stage({ page }), stage({ page })];
        const first = openDialogPage(form.host, 'disqualify', CALL, form.surroundings);
        expect(await openDialogPage(card.host, 'disqualify', CALL, card.surroundings)).toBeNull();
        expect([card.pages, card.progress]).toEqual([[], []]);
        await settle();
        form.hear({ kind: 'ready' });
        form.hear({ kind: 'answer', answer: RESULT });
        await first;
        void openDialogPage(card.host, 'disqualify', CALL, card.surroundings);
        await settle();
        expect(card.pages).toHaveLength(1);
    });

    it('gives the page back when the rules cannot be read', async () => {
        const { host, surroundings, progress } = stage();
        const unreadable = { ...host, configuration: () => Promise.reject(new Error('No privilege.')) };
        await expect(openDialogPage(unreadable, 'disqualify', CALL, surroundings)).rejects.toThrow('No privilege.');
        expect(progress).toEqual(['dialog.opening', null]);
        void openDialogPage(host, 'disqualify', CALL, surroundings);
        expect(progress.at(-1)).toBe('dialog.opening');
    });

    it('gives the page back when the dialog does not load, and says so once it is closed', async () => {
        const { host, surroundings, progress, passTime, dismiss } = stage();
        const answer = openDialogPage(host, 'disqualify', CALL, surroundings);
        const told = expect(answer).rejects.toThrow('dialog.notLoaded');
        await settle();
        passTime();
        await settle();
        expect(progress.at(-1)).toBeNull();
        dismiss();
        await told;
    });

    it('takes a dialog that loads late as it is', async () => {
        const { host, surroundings, passTime, hear } = stage();
        const answer = openDialogPage(host, 'disqualify', CALL, surroundings);
        await settle();
        passTime();
        hear({ kind: 'ready' });
        hear({ kind: 'answer', answer: RESULT });
        expect(await answer).toEqual(RESULT);
    });

    it('says nothing when the user closes it before it is there', async () => {
        const { host, surroundings, progress, dismiss } = stage();
        const answer = openDialogPage(host, 'disqualify', CALL, surroundings);
        await settle();
        dismiss();
        expect(await answer).toBeNull();
        expect(progress.at(-1)).toBeNull();
    });
});

describe('a dialog stands', () => {
    async function optionsOf(
        dialog: 'qualify' | 'disqualify' | 'reopen-opportunity',
        windowWidth: number,
    ): Promise<object> {
        const { host, surroundings, pages } = stage({ windowWidth });
        void openDialogPage(host, dialog, CALL, surroundings);
        await settle();
        const [page] = pages;
        if (!page) throw new Error('No dialog was opened.');
        return page.options;
    }

    const whole = { value: 100, unit: '%' };
    const pixels = { value: expect.any(Number), unit: 'px' };

    it('at the side of a wide window, in its whole height, where what lies beside it matters', async () => {
        expect(await optionsOf('qualify', 1200)).toMatchObject({ position: 2, width: pixels, height: whole });
        expect(await optionsOf('disqualify', 1920)).toMatchObject({ position: 2, width: pixels, height: whole });
        expect(await optionsOf('reopen-opportunity', 1920)).toMatchObject({
            position: 1,
            width: pixels,
            height: pixels,
        });
    });

    it('in the center of another', async () => {
        expect(await optionsOf('qualify', 1199)).toMatchObject({ position: 1, width: pixels, height: pixels });
    });

    it('all over a narrow one', async () => {
        expect(await optionsOf('qualify', 640)).toMatchObject({ position: 1, width: whole, height: whole });
        expect(await optionsOf('reopen-opportunity', 320)).toMatchObject({ position: 1, width: whole, height: whole });
    });
});
