import React from 'react';
import { useGeneralWords, type GeneralKey } from './language';
import { StateIcon, type State } from './StateIcon';

export interface ResultRow {
    readonly key: string;
    readonly state: State;
    readonly name: string;
    /** What came of it, a line each. */
    readonly lines: readonly React.ReactNode[];
    /** Address of the row's form, opened in a new tab so that the list stays; see `recordAddress`. */
    readonly href?: string;
    /** What else can be done about it. */
    readonly action?: { readonly label: string; readonly onClick: () => void };
}

export interface ResultListProps {
    readonly label: string;
    readonly rows: readonly ResultRow[];
}

const STATE_WORDS: Readonly<Record<State, GeneralKey>> = {
    waiting: 'result.waiting',
    running: 'result.running',
    done: 'result.done',
    warning: 'result.warning',
    failed: 'result.failed',
    skipped: 'result.skipped',
};

/** What came of each of many rows. */
export function ResultList({ label, rows }: ResultListProps): JSX.Element {
    const words = useGeneralWords();
    return (
        // Safari takes the role from a list without bullets.
        <ul className="results" role="list" aria-label={label}>
            {rows.map((row) => (
                <li key={row.key}>
                    <StateIcon state={row.state} label={words(STATE_WORDS[row.state])} />
                    <div className="result-text">
                        {row.href === undefined ? (
                            <span className="result-name">{row.name}</span>
                        ) : (
                            <a
                                className="result-name"
                                href={row.href}
                                target="_blank"
                                rel="noopener"
                                aria-label={words('result.newTab', row.name)}
                            >
                                {row.name}
                            </a>
                        )}
                        {row.lines.map((line, at) => (
                            <div key={at} className="result-line">
                                {line}
                            </div>
                        ))}
                    </div>
                    {row.action && (
                        <button type="button" className="small" onClick={row.action.onClick}>
                            {row.action.label}
                            <span className="visually-hidden"> {row.name}</span>
                        </button>
                    )}
                </li>
            ))}
        </ul>
    );
}
