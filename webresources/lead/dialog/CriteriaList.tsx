import React from 'react';
import type { CriterionLine, QualifyInput } from '../../../lifecycle/commands/dialogs';
import type { Text, TextKey } from '../../../lifecycle/messages';

type Standing = 'met' | 'blocking' | 'warning';

const STANDING_TEXTS: Readonly<Record<Standing, TextKey>> = {
    met: 'qualify.dialog.met',
    blocking: 'qualify.dialog.blocking',
    warning: 'qualify.dialog.warning',
};

const PATHS: Readonly<Record<Standing, string>> = {
    met: 'm3.5 8.5 3 3 6-7',
    blocking: 'm4 4 8 8m0-8-8 8',
    warning: 'M8 3v6m0 3.5v.01',
};

export interface CriteriaListProps {
    readonly input: Pick<QualifyInput, 'met' | 'blocking' | 'warnings' | 'progress'>;
    readonly text: Text;
}

/** The criteria, what is missing first, with how far the lead has come. */
export function CriteriaList({ input, text }: CriteriaListProps): JSX.Element {
    const { met, blocking, warnings, progress } = input;
    if (met.length + blocking.length + warnings.length === 0) return <p>{text('qualify.dialog.noCriteria')}</p>;
    const lines = (criteria: readonly CriterionLine[], standing: Standing): JSX.Element[] =>
        criteria.map(({ name, hint }, index) => (
            <li key={`${standing} ${index}`}>
                <svg className={standing} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
                    <path d={PATHS[standing]} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
                </svg>
                <span>{name}</span>
                <span className={`criterion-state ${standing}`}>{text(STANDING_TEXTS[standing])}</span>
                {hint !== '' && <span className="criterion-hint">{hint}</span>}
            </li>
        ));
    return (
        <>
            <div className="progress">
                <div
                    className="progress-track"
                    role="progressbar"
                    aria-label={text('qualify.dialog.criteria')}
                    aria-valuenow={progress}
                    aria-valuemin={0}
                    aria-valuemax={100}
                >
                    <div className="progress-bar" style={{ width: `${progress}%` }} />
                </div>
                <span>{text('qualify.dialog.progress', progress)}</span>
            </div>
            <ul className="criteria">
                {lines(blocking, 'blocking')}
                {lines(warnings, 'warning')}
                {lines(met, 'met')}
            </ul>
        </>
    );
}
