import React from 'react';
import { DialogFrame } from '../../dialog/DialogFrame';
import { ProgressBar } from '../../dialog/ProgressBar';

export interface ChangeProgressProps {
    readonly title: string;
    readonly label: string;
    readonly done: number;
    readonly count: number;
    readonly stopLabel: string;
    readonly onStop: () => void;
}

/** How far a run over several opportunities has come. It stops after the batch that is on its way. */
export function ChangeProgress({ title, label, done, count, stopLabel, onStop }: ChangeProgressProps): JSX.Element {
    return (
        <DialogFrame
            title={title}
            cancelLabel={stopLabel}
            onCancel={onStop}
            busy
            stop={{ label: stopLabel, onClick: onStop }}
            page="running"
        >
            <h2>{label}</h2>
            <ProgressBar label={label} value={done} max={count} />
        </DialogFrame>
    );
}
