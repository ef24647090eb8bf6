import React from 'react';
import type { ReopeningInput } from '../../../lifecycle/close-opportunity/prepare-reopening';
import { NothingToDo } from '../dialog/NothingToDo';
import { changeText } from '../dialog/result-text';
import { useReader } from '../dialog/use-reader';
import { useReopenWords } from './words';

export interface NothingToReopenProps {
    readonly input: ReopeningInput;
    readonly userId: string;
    readonly onClose: () => void;
}

/** Says why there is nothing to reopen: somebody was faster, or it is gone. */
export function NothingToReopen({ input, userId, onClose }: NothingToReopenProps): JSX.Element {
    const words = useReopenWords();
    const reader = useReader(userId);
    const [first, ...others] = input.open;
    const several = others.length > 0 ? words('nothing.openMany') : null;
    const reason = first
        ? (several ?? words('nothing.open', first.name, changeText(first, reader)))
        : words('nothing.gone');
    return (
        <NothingToDo
            title={words('title')}
            heading={words('nothing')}
            reason={reason}
            closeLabel={words('close')}
            onClose={onClose}
        />
    );
}
