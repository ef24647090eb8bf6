import React from 'react';
import { ProgressBar } from '../../dialog/ProgressBar';
import type { Results } from './use-many-qualifications';
import type { BulkWords } from './words';

export interface RunPageProps {
    readonly finished: number;
    readonly total: number;
    readonly results: Results;
    readonly words: BulkWords;
}

/** How far the run has come. */
export function RunPage({ finished, total, results, words }: RunPageProps): JSX.Element {
    const done = [...results.values()].filter(({ kind }) => kind === 'done').length;
    return (
        <div className="bulk-run">
            <ProgressBar
                label={words('run.label')}
                value={finished}
                max={total}
                summary={words('run.summary', finished, total, done, results.size - done)}
            />
            <p className="hint">{words('run.stopHint')}</p>
        </div>
    );
}
