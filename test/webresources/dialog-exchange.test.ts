import { askDialog, type DialogChannel, type DialogMessage } from '../../lifecycle/dialogs/exchange';
import type { DialogSession } from '../../lifecycle/commands/dialog-host';
import { defaultConfiguration } from '../../lifecycle/defaults';
import { connect, type Connection } from '../../webresources/dialog/connection';
import { openChannel } from '../../webresources/xrm/dialogs';

const input = { ids: ['0aa00000-0000-4000-8000-000000000001'], processInstanceId: null, status: null };
const session: DialogSession = {
    clientUrl: 'https://contoso.crm.dynamics.com',
    user: { id: '', roles: ['Salesperson'], language: 1036 },
    configuration: defaultConfiguration(1036),
    statusReasons: [],
};
const texts = { 'reactivate.title': 'Reactivate {0}' } as const;

interface Opened {
    readonly answer: Promise<unknown>;
    readonly dialog: Promise<Connection<'reactivate'>>;
    readonly closed: jest.Mock;
    /** As when the user closes the dialog by its cross. */
    readonly dismiss: () => void;
}

const channels: DialogChannel[] = [];

/** A frame takes its channel along when it goes; here the test does. */
function channelOfFrame(id: string): DialogChannel {
    const channel = openChannel(id);
    channels.push(channel);
    return channel;
}

afterEach(() => channels.splice(0).forEach((channel) => channel.close()));

/** Opener and dialog on the page's own channels; the window closes when the dialog says so. */
function open(id: string): Opened {
    let dismiss: () => void = () => undefined;
    const shown = new Promise<void>((resolve) => (dismiss = resolve));
    const closed = jest.fn(() => dismiss());
    const answer = askDialog({
        dialog: 'reactivate',
        input,
        texts,
        language: 1036,
        session,
        channel: channelOfFrame(id),
        show: () => shown,
    });
    return { answer, dialog: connect<'reactivate'>(channelOfFrame(id), closed), closed, dismiss };
}

async function called(mock: jest.Mock): Promise<void> {
    while (mock.mock.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));
}

describe('opener and dialog', () => {
    it('hand over the input, the texts and the answer, and only then close the window', async () => {
        const { answer, dialog, closed } = open('1');
        const connection = await dialog;
        expect([connection.input, connection.language, connection.session]).toEqual([input, 1036, session]);
        expect(connection.text('reactivate.title', 'Bo')).toBe('Reactivate Bo');
        expect(closed).not.toHaveBeenCalled();
        connection.close({ changed: ['a2'], open: null });
        expect(await answer).toEqual({ changed: ['a2'], open: null });
        await called(closed);
        expect(closed).toHaveBeenCalledTimes(1);
    });

    it('take a dialog that was dismissed for no answer', async () => {
        const { answer, dialog, dismiss } = open('2');
        await dialog;
        dismiss();
        expect(await answer).toBeNull();
    });

    it('take what a dialog has done so far for the answer when it is dismissed', async () => {
        const { answer, dialog, dismiss } = open('5');
        const { interim } = await dialog;
        const heard = new Promise<void>((resolve) => {
            channelOfFrame('5').receive((message) => {
                if (message.kind === 'interim' && JSON.stringify(message).includes('second')) resolve();
            });
        });
        interim({ changed: ['first'], open: null });
        interim({ changed: ['first', 'second'], open: null });
        await heard;
        dismiss();
        expect(await answer).toEqual({ changed: ['first', 'second'], open: null });
    });

    it('do not hear other dialogs', async () => {
        const first = open('3');
        const second = open('4');
        (await first.dialog).close({ changed: ['a1'], open: null });
        (await second.dialog).close(null);
        expect([await first.answer, await second.answer]).toEqual([{ changed: ['a1'], open: null }, null]);
        await Promise.all([called(first.closed), called(second.closed)]);
    });

    it('pass on what keeps a dialog from opening, and close the channel', async () => {
        const close = jest.fn();
        const channel: DialogChannel = { send: () => undefined, receive: () => undefined, close };
        const show = (): Promise<void> => Promise.reject(new Error('Web resource not found.'));
        const call = { dialog: 'reactivate', input, texts, language: 1033, session, channel, show } as const;
        await expect(askDialog(call)).rejects.toThrow('Web resource not found.');
        expect(close).toHaveBeenCalledTimes(1);
    });

    it('let the dialog close although its opener has gone', async () => {
        jest.useFakeTimers();
        let hear: (message: DialogMessage) => void = () => undefined;
        const channel: DialogChannel = { send: () => undefined, receive: (it) => (hear = it), close: () => undefined };
        const closed = jest.fn();
        const connecting = connect<'reactivate'>(channel, closed);
        hear({ kind: 'input', dialog: 'reactivate', input, texts, language: 1033, session });
        (await connecting).close(null);
        jest.runAllTimers();
        expect(closed).toHaveBeenCalledTimes(1);
        jest.useRealTimers();
    });
});
