import React from 'react';
import type { Target } from '../../../lifecycle/qualify/target';

/** On a grid of 20 units, drawn with lines of 1.5. */
const PATHS: Readonly<Record<Target, string>> = {
    account: 'M4 16.5V4.5a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v12M12 8h3a1 1 0 0 1 1 1v7.5M2.75 16.5h14.5M7 7h2M7 10h2M7 13h2',
    contact: 'M10 9.5a3 3 0 1 0 0-6a3 3 0 0 0 0 6zM4 16.5c0-3 2.5-4.5 6-4.5s6 1.5 6 4.5z',
    opportunity: 'M10 17a7 7 0 1 0 0-14a7 7 0 0 0 0 14zM10 13a3 3 0 1 0 0-6a3 3 0 0 0 0 6zM10 10v.01',
};

export function RecordIcon({ target }: { readonly target: Target }): JSX.Element {
    return (
        <span className={`record-icon ${target}`} aria-hidden="true">
            <svg width="20" height="20" viewBox="0 0 20 20">
                <path
                    d={PATHS[target]}
                    fill="none"
                    stroke="currentColor"
                    strokeWidth="1.5"
                    strokeLinecap="round"
                    strokeLinejoin="round"
                />
            </svg>
        </span>
    );
}
