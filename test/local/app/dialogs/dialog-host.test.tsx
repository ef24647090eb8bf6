/** @jest-environment jsdom */
import { setIconOptions } from '@fluentui/react/lib/Styling';
import { act, fireEvent, render, screen } from '@testing-library/react';
import React from 'react';
import { createDialogs, type DialogStore } from '../../../../local/app/dialogs/dialog-store';
import { DialogHost } from '../../../../local/app/dialogs/DialogHost';
import { createTexts } from '../../../../local/app/platform/texts';
import english from '../../../../local/app/texts/1033';

setIconOptions({ disableWarnings: true });

function host(): DialogStore {
    const dialogs = createDialogs();
    render(<DialogHost dialogs={dialogs} texts={createTexts(english)} />);
    return dialogs;
}

/** Opens a dialog and lets React draw it. */
function opened<Result>(open: () => Promise<Result>): Promise<Result> {
    let result: Promise<Result> | undefined;
    act(() => {
        result = open();
    });
    return result ?? Promise.reject(new Error('The dialog did not open.'));
}

describe('A dialog', () => {
    it('that asks answers true for the first button and false for the second', async () => {
        const dialogs = host();
        const yes = opened(() => dialogs.confirm({ text: 'Delete it?', confirmButtonLabel: 'Delete' }));
        fireEvent.click(screen.getByText('Delete'));
        await expect(yes).resolves.toBe(true);
        const no = opened(() => dialogs.confirm({ text: 'Delete it?' }));
        fireEvent.click(screen.getByText('Cancel'));
        await expect(no).resolves.toBe(false);
    });

    it('that asks answers false to Esc', async () => {
        const dialogs = host();
        const answer = opened(() => dialogs.confirm({ text: 'Delete it?' }));
        fireEvent.keyDown(screen.getByText('Delete it?'), { key: 'Escape', which: 27, keyCode: 27 });
        await expect(answer).resolves.toBe(false);
    });

    it('about an error shows its code as the platform writes it', async () => {
        const dialogs = host();
        const read = opened(() => dialogs.error({ message: 'Refused.', errorCode: -2147220891 }));
        expect(screen.getByText('Error code: 0x80040265')).toBeTruthy();
        fireEvent.click(screen.getByTestId('ok'));
        await read;
        expect(dialogs.stack).toEqual([]);
    });

    it('with a component resolves with what the component closes with', async () => {
        const Choice = (props: {
            readonly name: string;
            readonly close: (result: string | undefined) => void;
        }): JSX.Element => <button onClick={() => props.close(props.name)}>Take</button>;
        const dialogs = host();
        const choice = opened(() =>
            dialogs.open<string, { name: string }>(Choice, { name: 'blue' }, { title: 'Colour', position: 1 }),
        );
        expect(screen.getByRole('dialog').textContent).toContain('Colour');
        fireEvent.click(screen.getByText('Take'));
        await expect(choice).resolves.toBe('blue');
    });

    it('at the side resolves likewise', async () => {
        const Pane = (props: { readonly close: (result: string | undefined) => void }): JSX.Element => (
            <button onClick={() => props.close('done')}>Finish</button>
        );
        const dialogs = host();
        const pane = opened(() => dialogs.open<string, object>(Pane, {}, { title: 'Qualify', position: 2 }));
        expect(screen.getByRole('dialog', { name: 'Qualify' }).textContent).toContain('Finish');
        fireEvent.click(screen.getByText('Finish'));
        await expect(pane).resolves.toBe('done');
    });

    it('with a component resolves with nothing when it is dismissed', async () => {
        const dialogs = host();
        const choice = opened(() => dialogs.open(() => <p>Hello</p>, {}, { title: 'Pane', position: 1 }));
        fireEvent.click(screen.getByTitle('Close'));
        await expect(choice).resolves.toBeUndefined();
    });
});

describe('The progress indicator', () => {
    it('shows its message until it is closed', () => {
        const dialogs = host();
        act(() => dialogs.showProgress('Qualifying…'));
        expect(screen.getByTestId('progress').textContent).toContain('Qualifying…');
        act(() => dialogs.closeProgress());
        expect(screen.queryByTestId('progress')).toBeNull();
    });
});
