import React from 'react';
import type { ClosingInput } from '../../../lifecycle/close-opportunity/prepare-closing';
import { NothingToDo } from '../dialog/NothingToDo';
import { changeText } from '../dialog/result-text';
import { useReader } from '../dialog/use-reader';
import { useCloseWords } from './words';

export interface NothingToCloseProps {
    readonly input: ClosingInput;
    readonly userId: string;
    readonly onClose: () => void;
}

/** Says why there is nothing to close: somebody was faster, or it is gone. */
export function NothingToClose({ input, userId, onClose }: NothingToCloseProps): JSX.Element {
    const words = useCloseWords();
    const reader = useReader(userId);
    const [first, ...others] = input.closed;
    const several = others.length > 0 ? words('nothing.closedMany') : null;
    const reason = first
        ? (several ?? words('nothing.closed', first.name, changeText(first, reader)))
        : words('nothing.gone');
    return (
        <NothingToDo
            title={words(`title.${input.outcome}`)}
            heading={words('nothing')}
            reason={reason}
            closeLabel={words('close')}
            onClose={onClose}
        />
    );
}
