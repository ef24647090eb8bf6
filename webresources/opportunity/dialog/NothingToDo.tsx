import React from 'react';
import { DialogFrame } from '../../dialog/DialogFrame';

export interface NothingToDoProps {
    readonly title: string;
    readonly heading: string;
    readonly reason: string;
    readonly closeLabel: string;
    readonly onClose: () => void;
}

/** A dialog that can only say why there is nothing left to do. */
export function NothingToDo({ title, heading, reason, closeLabel, onClose }: NothingToDoProps): JSX.Element {
    return (
        <DialogFrame title={title} cancelLabel={closeLabel} onCancel={onClose} page="nothing">
            <div className="message notice" role="status" tabIndex={-1} data-focus="">
                <strong>{heading}</strong>
                <p>{reason}</p>
            </div>
        </DialogFrame>
    );
}
