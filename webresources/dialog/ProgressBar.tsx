import React from 'react';
import { useGeneralWords } from './language';

export interface ProgressBarProps {
    /** What makes progress. */
    readonly label: string;
    readonly value: number;
    readonly max: number;
    /** In place of "3 of 40". */
    readonly summary?: string;
}

/** Read out so often at most while something runs: every tenth of the way. */
const ANNOUNCEMENTS = 10;

/** How far something has come, as a bar and in words. */
export function ProgressBar({ label, value, max, summary }: ProgressBarProps): JSX.Element {
    const words = useGeneralWords();
    const part = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
    const text = summary ?? words('progress.of', value, max);
    const tenth = Math.floor(part * ANNOUNCEMENTS);
    const announced = React.useRef({ tenth: -1, text: '' });
    if (announced.current.tenth !== tenth) announced.current = { tenth, text };
    return (
        <div className="progress">
            <div
                className="progress-track"
                role="progressbar"
                aria-label={label}
                aria-valuenow={value}
                aria-valuemin={0}
                aria-valuemax={max}
                aria-valuetext={text}
            >
                <div className="progress-bar" style={{ width: `${part * 100}%` }} />
            </div>
            <span aria-hidden="true">{text}</span>
            <span className="visually-hidden" aria-live="polite">
                {`${label}: ${announced.current.text}`}
            </span>
        </div>
    );
}
