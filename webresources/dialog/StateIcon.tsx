import React from 'react';

/** How something stands: a result, a criterion. */
export type State = 'waiting' | 'running' | 'done' | 'warning' | 'failed' | 'skipped';

const PATHS: Readonly<Record<State, string>> = {
    waiting: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11zM8 5v3l2 2',
    running: 'M8 2.5a5.5 5.5 0 0 1 5.5 5.5',
    done: 'm3.5 8.5 3 3 6-7',
    warning: 'M8 3v6m0 3.5v.01',
    failed: 'm4 4 8 8m0-8-8 8',
    skipped: 'M4 8h8',
};

/** @param label read in place of the icon; without one, words beside it say the same */
export function StateIcon({ state, label }: { readonly state: State; readonly label?: string }): JSX.Element {
    return (
        <svg
            className={`state-icon ${state}`}
            width="16"
            height="16"
            viewBox="0 0 16 16"
            {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
        >
            <path d={PATHS[state]} fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
        </svg>
    );
}
