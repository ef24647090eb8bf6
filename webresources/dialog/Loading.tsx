import React from 'react';
import { useGeneralWords } from './language';

export interface LoadingProps {
    /** In place of "Loading…"; read out, not shown. */
    readonly label?: string;
    /** How many lines it takes up, about as many as there will be. */
    readonly lines?: number;
}

/** Grey lines where the content will stand, so that nothing jumps when it is there. */
export function Loading({ label, lines = 6 }: LoadingProps): JSX.Element {
    const words = useGeneralWords();
    return (
        <div className="loading" role="status">
            <span className="visually-hidden">{label ?? words('loading')}</span>
            {Array.from({ length: lines }, (_, line) => (
                <span key={line} className="skeleton" aria-hidden="true" />
            ))}
        </div>
    );
}
