import React from 'react';
import { DialogFrame } from '../../dialog/DialogFrame';
import { ErrorPanel } from '../../dialog/ErrorPanel';
import { Loading } from '../../dialog/Loading';
import { ChangeResults, type NamedLead } from './ChangeResults';
import type { LeadsCommand } from './use-leads-command';
import { useChangeWords } from './words';

export interface LeadsCommandFrameProps<Lead, Input> {
    readonly command: LeadsCommand<Lead, Input>;
    readonly title: string;
    /** Of the button that changes the leads; undefined when none can be. */
    readonly confirmLabel: string | undefined;
    readonly confirmDisabled?: boolean;
    readonly onConfirm: () => void;
    /** How many lines the form takes about. */
    readonly lines?: number;
    readonly form: (read: Input) => React.ReactNode;
    readonly named: (read: Input) => readonly NamedLead[];
    readonly clientUrl: string;
}

/** The dialog of a command that changes leads: what is read, the form, and what came of each of several. */
export function LeadsCommandFrame<Lead, Input>(props: LeadsCommandFrameProps<Lead, Input>): JSX.Element {
    const { command, title, confirmLabel, confirmDisabled = false, onConfirm, lines, form, named, clientUrl } = props;
    const { loaded, input, changes, retrying, isDone, isBusy, rest, leave } = command;
    const words = useChangeWords();
    const isPossible = input === null || confirmLabel !== undefined;
    const retryLabel = rest > 0 || isBusy ? words('retry', rest) : undefined;

    return (
        <DialogFrame
            title={title}
            page={isDone ? 'results' : loaded.state}
            confirmLabel={isDone ? retryLabel : confirmLabel}
            confirmDisabled={!isDone && confirmDisabled}
            cancelLabel={words(isDone || !isPossible ? 'close' : 'cancel')}
            busy={isBusy}
            {...(isDone && {
                stop: {
                    label: words(changes.isStopping ? 'stopping' : 'stop'),
                    disabled: changes.isStopping,
                    onClick: changes.stop,
                },
            })}
            onCancel={leave}
            onConfirm={() => (isDone ? void retrying.run() : onConfirm())}
        >
            {content()}
        </DialogFrame>
    );

    function content(): React.ReactNode {
        switch (loaded.state) {
            case 'loading':
                return <Loading {...(lines !== undefined && { lines })} />;
            case 'failed':
                return <ErrorPanel error={loaded.error} onRetry={loaded.again} />;
            case 'ready':
                return isDone ? (
                    <>
                        <ErrorPanel error={retrying.error} />
                        <ChangeResults leads={named(loaded.value)} changes={changes} clientUrl={clientUrl} />
                    </>
                ) : (
                    form(loaded.value)
                );
        }
    }
}
