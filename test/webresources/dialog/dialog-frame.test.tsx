/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import { DialogFrame, type DialogFrameProps } from '../../../webresources/dialog/DialogFrame';
import { NumberField } from '../../../webresources/dialog/NumberField';
import { RadioGroup } from '../../../webresources/dialog/RadioGroup';
import { TextField } from '../../../webresources/dialog/TextField';
import { expectNoBarriers } from './no-barriers';

const PROPS = { title: 'Qualify lead', confirmLabel: 'Qualify', cancelLabel: 'Cancel' };

function show(props: Partial<DialogFrameProps> = {}): {
    readonly confirm: jest.Mock;
    readonly cancel: jest.Mock;
    readonly again: (props: Partial<DialogFrameProps>) => void;
} {
    const [confirm, cancel] = [jest.fn(), jest.fn()];
    const frame = (more: Partial<DialogFrameProps>): JSX.Element => (
        <DialogFrame {...PROPS} onConfirm={confirm} onCancel={cancel} {...props} {...more}>
            {more.children ?? props.children ?? <TextField label="Topic" value="Vans" onChange={() => undefined} />}
        </DialogFrame>
    );
    const { rerender } = render(frame({}));
    return { confirm, cancel, again: (more) => rerender(frame(more)) };
}

afterEach(cleanup);

describe('the frame of a dialog', () => {
    it('starts in its first field, confirms by Enter there and cancels by Escape', async () => {
        const { confirm, cancel } = show();
        expect(screen.getByLabelText('Topic')).toHaveFocus();
        userEvent.keyboard('{enter}');
        expect(confirm).toHaveBeenCalledTimes(1);
        userEvent.keyboard('{esc}');
        expect(cancel).toHaveBeenCalledTimes(1);
        await expectNoBarriers();
    });

    it('neither confirms nor closes while busy, and gives the focus back afterwards', () => {
        const { confirm, cancel, again } = show();
        userEvent.keyboard('{enter}');
        again({ busy: true });
        expect(screen.getByLabelText('Topic')).toBeDisabled();
        const button = screen.getByRole('button', { name: 'Qualify' });
        expect(button).toHaveFocus();
        userEvent.click(button);
        userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
        userEvent.keyboard('{esc}');
        expect([confirm.mock.calls.length, cancel.mock.calls.length]).toEqual([1, 0]);
        again({ busy: false });
        expect(screen.getByLabelText('Topic')).toHaveFocus();
    });

    it('keeps Escape from the host while busy', () => {
        show({ busy: true });
        const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
        document.body.dispatchEvent(event);
        expect(event.defaultPrevented).toBe(true);
    });

    it('offers to stop a long run in place of Cancel', async () => {
        const stop = jest.fn();
        show({ busy: true, stop: { label: 'Stop', onClick: stop } });
        expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
        userEvent.click(screen.getByRole('button', { name: 'Stop' }));
        expect(stop).toHaveBeenCalledTimes(1);
        await expectNoBarriers();
    });

    it('has further buttons, which rest while busy', () => {
        const back = jest.fn();
        const { again } = show({ buttons: [{ label: 'Back', onClick: back }] });
        userEvent.click(screen.getByRole('button', { name: 'Back' }));
        expect(back).toHaveBeenCalledTimes(1);
        again({ busy: true });
        expect(screen.getByRole('button', { name: 'Back' })).toBeDisabled();
    });

    it('needs nothing to confirm', () => {
        const { confirm } = show({ confirmLabel: undefined });
        expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Cancel']);
        userEvent.keyboard('{enter}');
        expect(confirm).not.toHaveBeenCalled();
    });

    it('gives the focus to what another page wants it for', () => {
        const { again } = show({ page: 'form' });
        again({
            page: 'results',
            children: (
                <p tabIndex={-1} data-focus="">
                    Three leads were qualified.
                </p>
            ),
        });
        expect(screen.getByText('Three leads were qualified.')).toHaveFocus();
    });
});

describe('a dialog that cannot be confirmed yet', () => {
    function Form({ onConfirm }: { readonly onConfirm: () => void }): JSX.Element {
        const [tried, setTried] = useState(false);
        const [topic, setTopic] = useState('');
        const [reason, setReason] = useState<number | null>(null);
        const [amount, setAmount] = useState<number | null>(null);
        const missing = topic === '' || reason === null;
        return (
            <DialogFrame
                {...PROPS}
                onCancel={() => undefined}
                onConfirm={() => {
                    setTried(true);
                    if (!missing) onConfirm();
                }}
            >
                <TextField
                    label="Topic"
                    required
                    value={topic}
                    problem={tried && topic === '' ? 'Enter a topic.' : ''}
                    onChange={setTopic}
                />
                <RadioGroup
                    label="Reason"
                    required
                    options={[
                        { value: 1, label: 'Lost' },
                        { value: 2, label: 'Canceled' },
                    ]}
                    value={reason}
                    problem={tried && reason === null ? 'Choose a reason.' : ''}
                    onChange={setReason}
                />
                <NumberField label="Amount" value={amount} onChange={setAmount} />
            </DialogFrame>
        );
    }

    it('names every field to look at, leads to each, and forgets those that got better', async () => {
        const confirm = jest.fn();
        render(<Form onConfirm={confirm} />);
        userEvent.click(screen.getByRole('button', { name: 'Qualify' }));
        const summary = screen.getByRole('group', { name: '2 fields need your attention' });
        expect(summary).toHaveTextContent('Topic Enter a topic.Reason Choose a reason.');
        expect(screen.getByLabelText('Topic')).toHaveFocus();
        await expectNoBarriers();
        userEvent.click(within(summary).getByRole('button', { name: 'Reason' }));
        expect(screen.getByRole('radio', { name: 'Lost' })).toHaveFocus();
        userEvent.click(screen.getByRole('radio', { name: 'Lost' }));
        expect(screen.queryByRole('group', { name: /need your attention/ })).toBeNull();
        userEvent.type(screen.getByLabelText('Topic'), 'Vans');
        userEvent.click(screen.getByRole('button', { name: 'Qualify' }));
        expect(confirm).toHaveBeenCalledTimes(1);
    });

    it('is not confirmed with a number that cannot be read', () => {
        const confirm = jest.fn();
        render(<Form onConfirm={confirm} />);
        userEvent.type(screen.getByLabelText('Topic'), 'Vans');
        userEvent.click(screen.getByRole('radio', { name: 'Lost' }));
        userEvent.type(screen.getByLabelText('Amount'), 'a lot');
        userEvent.click(screen.getByRole('button', { name: 'Qualify' }));
        expect(confirm).not.toHaveBeenCalled();
        expect(screen.getByLabelText('Amount')).toHaveFocus();
        expect(screen.getByRole('alert')).toHaveTextContent('Enter a number such as 1,234.');
    });
});
