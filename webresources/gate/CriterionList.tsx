import React from 'react';
import type { GateCriterion } from '../../lifecycle/commands/dialogs';
import type { Words } from '../dialog/words';
import type english from './texts.1033.json';

export interface CriterionListProps {
    readonly standing: 'blocking' | 'warnings';
    readonly criteria: readonly GateCriterion[];
    readonly words: Words<keyof typeof english>;
    readonly onFocus: (column: string) => void;
}

/** Open criteria of one standing; a click on one goes to its field. Nothing when there is none. */
export function CriterionList({ standing, criteria, words, onFocus }: CriterionListProps): JSX.Element | null {
    if (criteria.length === 0) return null;
    return (
        <section
            className={standing === 'blocking' ? 'gate-group gate-required' : 'gate-group'}
            aria-labelledby={standing}
        >
            <h2 id={standing}>{words(standing)}</h2>
            <ul>
                {criteria.map((criterion, index) => (
                    <li key={`${criterion.column} ${index}`}>
                        <div className="gate-name">
                            {criterion.isReachable ? (
                                <button type="button" className="gate-link" onClick={() => onFocus(criterion.column)}>
                                    {criterion.hint}
                                </button>
                            ) : (
                                <span>{criterion.hint}</span>
                            )}
                            <span className="gate-column">
                                {criterion.label}
                                {!criterion.isReachable && ` · ${words('notOnForm')}`}
                            </span>
                        </div>
                        <span className="gate-share" role="img" aria-label={words('shareLabel', criterion.share)}>
                            {words('share', criterion.share)}
                        </span>
                    </li>
                ))}
            </ul>
        </section>
    );
}
